extension Timestamp {
  private static let millisecondsPerDay: Int64 = 86_400_000

  /// `2026-11-23T14:03:20.240Z`.
  ///
  /// A year before 0 or after 9999 has a sign and at least six digits, as ISO 8601's expanded form does:
  /// `+010000-01-01T00:00:00.000Z`.
  public var iso8601: String {
    var day = milliseconds / Self.millisecondsPerDay
    var millisecond = milliseconds % Self.millisecondsPerDay
    if millisecond < 0 {
      day -= 1
      millisecond += Self.millisecondsPerDay
    }
    let date = CivilDate(day: day)
    var text: [UInt8] = []
    text.reserveCapacity(32)
    if (0...9999).contains(date.year) {
      append(date.year, width: 4, to: &text)
    } else {
      text.append(UInt8(ascii: date.year < 0 ? "-" : "+"))
      append(abs(date.year), width: 6, to: &text)
    }
    text.append(UInt8(ascii: "-"))
    append(date.month, width: 2, to: &text)
    text.append(UInt8(ascii: "-"))
    append(date.day, width: 2, to: &text)
    text.append(UInt8(ascii: "T"))
    append(millisecond / 3_600_000, width: 2, to: &text)
    text.append(UInt8(ascii: ":"))
    append(millisecond / 60_000 % 60, width: 2, to: &text)
    text.append(UInt8(ascii: ":"))
    append(millisecond / 1000 % 60, width: 2, to: &text)
    text.append(UInt8(ascii: "."))
    append(millisecond % 1000, width: 3, to: &text)
    text.append(UInt8(ascii: "Z"))
    return String(decoding: text, as: UTF8.self)
  }

  /// Reads what `iso8601` writes; the milliseconds, with their point, may be left out.
  public init?(iso8601 text: String) {
    var reader = DigitReader(text.utf8)
    guard let year = reader.year(), reader.skip("-"), let month = reader.number(width: 2), reader.skip("-"),
      let dayOfMonth = reader.number(width: 2), reader.skip("T"), let hour = reader.number(width: 2), reader.skip(":"),
      let minute = reader.number(width: 2), reader.skip(":"), let second = reader.number(width: 2)
    else { return nil }
    var fraction: Int64 = 0
    if reader.skip(".") {
      guard let digits = reader.number(width: 3) else { return nil }
      fraction = digits
    }
    guard reader.skip("Z"), reader.isAtEnd, hour < 24, minute < 60, second < 60 else { return nil }
    guard let day = CivilDate(year: year, month: month, day: dayOfMonth).dayNumber else { return nil }
    let ofDay = ((hour * 60 + minute) * 60 + second) * 1000 + fraction
    // Before 1970 it is reached from the day's end, since the start of the earliest day lies outside of `Int64`.
    let (whole, rest) = day < 0 ? (day + 1, ofDay - Self.millisecondsPerDay) : (day, ofDay)
    let (start, startOverflow) = whole.multipliedReportingOverflow(by: Self.millisecondsPerDay)
    let (sum, sumOverflow) = start.addingReportingOverflow(rest)
    guard !startOverflow, !sumOverflow else { return nil }
    self.init(milliseconds: sum)
  }
}

private func append(_ number: Int64, width: Int, to text: inout [UInt8]) {
  let start = text.count
  var rest = number
  repeat {
    text.append(UInt8(ascii: "0") + UInt8(rest % 10))
    rest /= 10
  } while rest > 0 || text.count - start < width
  text[start...].reverse()
}

/// A cursor over the ASCII digits of a date.
private struct DigitReader {
  private var rest: Substring.UTF8View

  init(_ text: String.UTF8View) {
    rest = text[...]
  }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard let first = rest.first, first == UInt8(ascii: character) else { return false }
    rest.removeFirst()
    return true
  }

  mutating func number(width: Int) -> Int64? {
    var number: Int64 = 0
    for _ in 0..<width {
      guard let digit = rest.first, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
      number = number * 10 + Int64(digit - UInt8(ascii: "0"))
      rest.removeFirst()
    }
    return number
  }

  /// Four digits, or a sign and the digits of a year that four cannot hold, padded to six.
  mutating func year() -> Int64? {
    let isNegative = skip("-")
    guard isNegative || skip("+") else { return number(width: 4) }
    let width = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.count
    // Nine digits hold every year of `Int64`'s milliseconds.
    guard (6...9).contains(width), width == 6 || rest.first != UInt8(ascii: "0"), let year = number(width: width) else { return nil }
    return isNegative ? (year > 0 ? -year : nil) : (year > 9999 ? year : nil)
  }
}
