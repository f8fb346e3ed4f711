import CatalogEvents
import EventRecords
import Foundation

/// A capture as one line for a person, in the columns of the dashboard's table: number, time, sign, type, what it is about, lag,
/// size, status, and why it was rejected or what is odd in it.
struct CaptureLine: Sendable {
  /// The zone in which times are shown.
  var timeZone: TimeZone

  func line(_ capture: Capture) -> [UInt8] {
    let event = capture.event
    let remarks = (capture.reason.map { [$0] } ?? []) + capture.findings
    let columns: [String] = [
      padded("#\(capture.id)", 6, onLeft: true),
      time(capture.receivedAt),
      event.map { Self.sign($0.action) } ?? "?",
      padded(event?.resourceType.rawValue ?? "?", 10),
      padded(event.map(Self.subject) ?? "(no event)", 34),
      padded(capture.lag.map(Self.lag) ?? "-", 6, onLeft: true),
      padded(capture.body.map { Self.size($0.count) } ?? "-", 5, onLeft: true),
      String(capture.status),
      remarks.isEmpty ? "" : "! " + remarks.joined(separator: ", "),
    ]
    var text = SafeText.line(columns.joined(separator: "  "))
    while text.hasSuffix(" ") { text.removeLast() }
    return Array(text.utf8) + [0x0A]
  }

  /// Date and time of day in the zone: `2026-11-23 14:03:20.240`.
  func time(_ timestamp: Timestamp) -> String {
    // Calendars know some hundred thousand years; a moment beyond them has the offset of their ends.
    let seconds = min(max(timestamp.milliseconds / 1000, -30_000_000_000), 250_000_000_000)
    let offset = Int64(timeZone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds)))) * 1000
    let (shifted, overflow) = timestamp.milliseconds.addingReportingOverflow(offset)
    let moment = Timestamp(milliseconds: overflow ? timestamp.milliseconds : shifted)
    return moment.iso8601.replacing("T", with: " ").replacing("Z", with: "")
  }

  /// `+` create, `~` update, `-` delete, `>` rename, `.` the others.
  static func sign(_ action: Action) -> String {
    switch action {
    case .create: "+"
    case .update: "~"
    case .delete: "-"
    case .rename: ">"
    default: "."
    }
  }

  /// `acme/sales.orders`; `acme` for an event about a whole workspace.
  static func subject(_ event: CatalogEvent) -> String {
    if let collection = event.collection { return "\(event.workspace)/\(collection).\(event.resourceName)" }
    return event.resourceType == .workspace && event.resourceName == event.workspace
      ? event.workspace : "\(event.workspace)/\(event.resourceName)"
  }

  /// `0.1s`, `41s`, `3m`, `2h`, `5d`, with a minus when the sender's clock is ahead.
  static func lag(_ milliseconds: Int64) -> String {
    let tenths = milliseconds.magnitude / 100
    let seconds = tenths / 10
    let text =
      switch seconds {
      case ..<10: "\(seconds).\(tenths % 10)s"
      case ..<100: "\(seconds)s"
      case ..<6_000: "\(seconds / 60)m"
      case ..<172_800: "\(seconds / 3600)h"
      default: "\(seconds / 86_400)d"
      }
    return milliseconds < 0 && tenths > 0 ? "-" + text : text
  }

  /// `688`, `1.2K`, `12K`, `3.1M`.
  static func size(_ byteCount: Int) -> String {
    var tenths = byteCount * 10
    for unit in ["", "K", "M"] {
      if tenths < 10_240 { return unit.isEmpty || tenths >= 100 ? "\(tenths / 10)\(unit)" : "\(tenths / 10).\(tenths % 10)\(unit)" }
      tenths /= 1024
    }
    return "\(tenths / 10)G"
  }

  private func padded(_ text: String, _ width: Int, onLeft: Bool = false) -> String {
    let space = String(repeating: " ", count: max(0, width - text.count))
    return onLeft ? space + text : text + space
  }
}
