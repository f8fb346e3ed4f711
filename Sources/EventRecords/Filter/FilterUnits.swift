import CatalogEvents
import Foundation

/// Sizes, durations and times as people write them in a filter.
enum FilterUnits {
  /// Bytes of `688`, `10k`, `1.5M`, `2GiB` (of 1024) or `1kb` (of 1000), as sizes in the settings are written.
  static func byteCount(_ text: String) -> Int64? {
    var rest = Substring(text.lowercased())
    guard let number = Quantity(&rest) else { return nil }
    let factor: Int64? =
      switch rest {
      case "", "b": 1
      case "k", "kib": 1 << 10
      case "m", "mib": 1 << 20
      case "g", "gib": 1 << 30
      case "kb": 1_000
      case "mb": 1_000_000
      case "gb": 1_000_000_000
      default: nil
      }
    return factor.flatMap(number.times)
  }

  /// Milliseconds of `500ms`, `2s`, `1.5h`, `1h30m`, `-1s`.
  static func duration(_ text: String) -> Int64? {
    var rest = Substring(text.lowercased())
    let isNegative = rest.first == "-"
    if isNegative { rest.removeFirst() }
    var total: Int64 = 0
    repeat {
      guard let number = Quantity(&rest) else { return nil }
      let unit = rest.prefix { !$0.isASCII || $0.isLetter }
      rest = rest.dropFirst(unit.count)
      let factor: Int64? =
        switch unit {
        case "ms": 1
        case "s": 1_000
        case "m", "min": 60_000
        case "h": 3_600_000
        case "d": 86_400_000
        case "w": 604_800_000
        default: nil
        }
      guard let part = factor.flatMap(number.times) else { return nil }
      let (sum, overflow) = total.addingReportingOverflow(part)
      guard !overflow else { return nil }
      total = sum
    } while !rest.isEmpty
    return isNegative ? -total : total
  }

  /// A distance back from now, or a date: `2026-11-23`, with a time of day to the minute, second or millisecond, and `Z` for UTC.
  /// Without it the date is one of `timeZone`.
  static func instant(_ text: String, timeZone: TimeZone) -> FilterInstant? {
    if let distance = duration(text) { return distance >= 0 ? .ago(distance) : nil }
    let pattern = /(\d{4}-\d{2}-\d{2})(?:[Tt ](\d{2}:\d{2})(:\d{2})?(?:\.(\d{1,3}))?)?([Zz])?/.asciiOnlyDigits()
    guard text.utf8.count < 40, let (_, date, minute, second, fraction, utc) = text.wholeMatch(of: pattern)?.output else { return nil }
    let millisecond = String(fraction ?? "") + String(repeating: "0", count: 3 - (fraction?.count ?? 0))
    guard fraction == nil || second != nil,
      let written = Timestamp(iso8601: "\(date)T\(minute ?? "00:00")\(second ?? ":00").\(millisecond)Z")
    else { return nil }
    return .at(utc == nil ? local(written, in: timeZone) : written)
  }

  /// The moment at which clocks in the zone show what `written` shows in UTC.
  private static func local(_ written: Timestamp, in timeZone: TimeZone) -> Timestamp {
    func offset(_ milliseconds: Int64) -> Int64 {
      Int64(timeZone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(milliseconds) / 1000))) * 1000
    }
    let guess = written.milliseconds - offset(written.milliseconds)
    return Timestamp(milliseconds: written.milliseconds - offset(guess))
  }
}

/// A decimal number without a sign, as two whole ones: `1.5` is 15 tenths.
private struct Quantity {
  private var digits: Int64
  private var scale: Int64 = 1

  /// Takes a number from the beginning of a text.
  init?(_ text: inout Substring) {
    let whole = text.prefix { $0.isASCII && $0.isNumber }
    text = text.dropFirst(whole.count)
    guard var digits = Int64(whole) else { return nil }
    if text.first == "." {
      let fraction = text.dropFirst().prefix { $0.isASCII && $0.isNumber }
      guard (1...6).contains(fraction.count), digits < 1 << 40 else { return nil }
      text = text.dropFirst(1 + fraction.count)
      for digit in fraction.utf8 {
        digits = digits * 10 + Int64(digit - UInt8(ascii: "0"))
        scale *= 10
      }
    }
    self.digits = digits
  }

  func times(_ factor: Int64) -> Int64? {
    let (product, overflow) = digits.multipliedReportingOverflow(by: factor)
    return overflow ? nil : product / scale
  }
}
