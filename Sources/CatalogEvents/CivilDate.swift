/// A day of the Gregorian calendar, carried back before its introduction as ISO 8601 does; there is a year 0.
struct CivilDate: Equatable {
  var year: Int64
  /// From 1 to 12.
  var month: Int64
  /// From 1.
  var day: Int64
}

extension CivilDate {
  /// In 400 years the calendar repeats itself; counted from 1 March, a leap day is a year's last day.
  private static let daysPerEra: Int64 = 146_097
  /// From 1 March of year 0 to 1 January 1970.
  private static let daysToEpoch: Int64 = 719_468

  /// The date `number` days after 1970-01-01. Defined for every day that `Timestamp` can reach, and far beyond.
  init(day number: Int64) {
    let shifted = number + Self.daysToEpoch
    let era = (shifted >= 0 ? shifted : shifted - (Self.daysPerEra - 1)) / Self.daysPerEra
    let dayOfEra = shifted - era * Self.daysPerEra
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// How many days after 1970-01-01 it lies; `nil` when the calendar has no such day. The year may have up to nine digits.
  var dayNumber: Int64? {
    guard (1...12).contains(month), (1...31).contains(day) else { return nil }
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    let number = era * Self.daysPerEra + dayOfEra - Self.daysToEpoch
    // The 31st of a shorter month gives a day of the next one.
    return CivilDate(day: number) == self ? number : nil
  }
}
