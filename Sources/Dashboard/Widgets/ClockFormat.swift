import CatalogEvents
import Foundation

/// How times, lags, sizes and durations are written on the screen.
///
/// Any timestamp can be written: a sender may put any integer into an event.
struct ClockFormat: Sendable, Hashable {
  let timeZone: TimeZone

  /// The time of day in the zone: `14:03:20`.
  func time(_ timestamp: Timestamp) -> String {
    String(timeWithMilliseconds(timestamp).prefix(8))
  }

  /// The time of day in the zone: `14:03:20.240`.
  func timeWithMilliseconds(_ timestamp: Timestamp) -> String {
    String(Self.dateAndTime(shifted(timestamp)).time)
  }

  /// The moment at which it is in UTC what it is in the zone now.
  private func shifted(_ timestamp: Timestamp) -> Timestamp {
    let shift = Int64(offset(at: timestamp)) * 1000
    let (shifted, overflow) = timestamp.milliseconds.addingReportingOverflow(shift)
    return overflow ? timestamp : Timestamp(milliseconds: shifted)
  }

  /// Date and time of day in the zone: `2026-11-23 14:03:20`.
  func dateAndTime(_ timestamp: Timestamp) -> String {
    let (date, time) = Self.dateAndTime(shifted(timestamp))
    return "\(date) \(time.prefix(8))"
  }

  /// Day and time of day in the zone, without the year: `11-23 14:03`.
  func dateAndMinute(_ timestamp: Timestamp) -> String {
    let (date, time) = Self.dateAndTime(shifted(timestamp))
    return "\(date.suffix(5)) \(time.prefix(5))"
  }

  /// Date and time in UTC: `2026-11-23 14:03:20.112 UTC`.
  static func utc(_ timestamp: Timestamp) -> String {
    let parts = dateAndTime(timestamp)
    return "\(parts.date) \(parts.time) UTC"
  }

  private static func dateAndTime(_ timestamp: Timestamp) -> (date: Substring, time: Substring) {
    let parts = timestamp.iso8601.dropLast().split(separator: "T")
    return (parts.first ?? "", parts.last ?? "")
  }

  /// The zone by its distance from UTC at a moment: `UTC`, `UTC+1`, `UTC-3:30`.
  func zoneName(at timestamp: Timestamp) -> String {
    let minutes = offset(at: timestamp) / 60
    guard minutes != 0 else { return "UTC" }
    let rest = abs(minutes) % 60
    return "UTC\(minutes < 0 ? "-" : "+")\(abs(minutes) / 60)" + (rest == 0 ? "" : rest < 10 ? ":0\(rest)" : ":\(rest)")
  }

  /// Seconds east of UTC. Far outside the years that calendars know, the zone has the offset of their ends.
  private func offset(at timestamp: Timestamp) -> Int {
    let known = min(max(timestamp.milliseconds / 1000, -30_000_000_000), 250_000_000_000)
    return timeZone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(known)))
  }
}

extension ClockFormat {
  /// A lag in milliseconds, in at most six columns and never more than it was: `0.2s`, `41s`, `3m`, `2h`, `5d`, `-1.2s`.
  static func lag(_ milliseconds: Int64) -> String {
    let size = milliseconds.magnitude
    let sign = milliseconds < 0 && size >= 100 ? "-" : ""
    let seconds = size / 1000
    let text =
      switch seconds {
      case ..<10: "\(seconds).\(size % 1000 / 100)s"
      case ..<100: "\(seconds)s"
      case ..<6_000: "\(seconds / 60)m"
      case ..<172_800: "\(seconds / 3600)h"
      case ..<86_400_000: "\(seconds / 86_400)d"
      case ..<31_557_600_000: "\(seconds / 31_557_600)y"
      default: ">999y"
      }
    return sign + text
  }

  /// A number of bytes, in at most four columns: `688`, `1.2K`, `12K`, `3.1M`.
  static func size(_ byteCount: Int) -> String {
    guard byteCount >= 1024 else { return String(max(0, byteCount)) }
    var tenths = byteCount / 1024 * 10 + byteCount % 1024 * 10 / 1024
    for unit in ["K", "M", "G", "T"] {
      if tenths < 100 { return "\(tenths / 10).\(tenths % 10)\(unit)" }
      if tenths < 10_000 { return "\(tenths / 10)\(unit)" }
      tenths /= 1024
    }
    return ">9T"
  }

  /// How long something took: `0.4 ms`, `12 ms`, `1.2 s`, `72 s`.
  static func duration(_ duration: Duration) -> String {
    let (seconds, attoseconds) = duration.components
    let microseconds = attoseconds / 1_000_000_000_000
    if seconds >= 10 { return "\(seconds) s" }
    if seconds >= 1 { return "\(seconds).\(microseconds / 100_000) s" }
    if microseconds >= 1000 { return "\(microseconds / 1000) ms" }
    return "0.\(max(0, microseconds) / 100) ms"
  }

  /// A distance in time as a part of a sentence: `0.1 s`, `41 s`, `3 min`, `2 h`, `5 days`.
  static func distance(_ milliseconds: UInt64) -> String {
    let seconds = milliseconds / 1000
    return switch seconds {
    case ..<10: "\(seconds).\(milliseconds % 1000 / 100) s"
    case ..<100: "\(seconds) s"
    case ..<6_000: "\(seconds / 60) min"
    case ..<172_800: "\(seconds / 3600) h"
    case ..<86_400_000: "\(seconds / 86_400) days"
    default: "\(seconds / 31_557_600) years"
    }
  }
}
