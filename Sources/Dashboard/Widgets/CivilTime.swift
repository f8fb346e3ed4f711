/// A moment taken apart into date and time of day, in the proleptic Gregorian calendar, for any 64-bit number of milliseconds.
///
/// Foundation's calendars stop far inside that range, and a timestamp that a sender made up must still be shown.
struct CivilTime: Sendable, Hashable {
  let year: Int
  let month: Int
  let day: Int
  let hour: Int
  let minute: Int
  let second: Int
  let millisecond: Int

  /// `offset` is the zone's distance from UTC, in seconds eastward.
  init(milliseconds: Int64, offset: Int) {
    let (wholeSeconds, rest) = Self.divide(milliseconds, 1000)
    let (days, secondOfDay) = Self.divide(wholeSeconds + Int64(offset), 86_400)
    millisecond = Int(rest)
    hour = Int(secondOfDay / 3600)
    minute = Int(secondOfDay / 60 % 60)
    second = Int(secondOfDay % 60)

    // Years are counted from 1 March, so that a leap day is the last of its year; 146,097 days make 400 years.
    let (era, dayOfEra) = Self.divide(days + 719_468, 146_097)
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = Int(dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    month = Int(shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9)
    year = Int(yearOfEra + era * 400 + (shiftedMonth < 10 ? 0 : 1))
  }

  /// Division that rounds down, so that the remainder is never negative.
  private static func divide(_ value: Int64, _ divisor: Int64) -> (quotient: Int64, remainder: Int64) {
    let (quotient, remainder) = value.quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }
}
