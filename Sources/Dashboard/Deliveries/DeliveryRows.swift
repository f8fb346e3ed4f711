import CatalogEvents
import EventRecords
import TerminalSurface

/// The list of deliveries: what was sent, where to, and how it ended.
struct DeliveryRows {
  let deliveries: [Delivery]
  let selectedID: Int64?
  let theme: Theme
  let clock: ClockFormat

  private enum Column: Sendable {
    case number, time, what, target, state, latency
  }

  private struct Slot {
    var column: Column
    var start: Int
    var width: Int
  }

  func draw(on surface: inout Surface, head: Rect, in rect: Rect) {
    let slots = slots(width: rect.columns)
    surface.fill(head, style: theme.columnHead)
    for slot in slots { write(Self.title(slot.column), slot, on: &surface, row: head.row, in: head, style: theme.columnHead) }
    for (offset, delivery) in deliveries.prefix(rect.rows).enumerated() {
      let row = rect.row + offset
      let isSelected = delivery.id == selectedID
      let base = isSelected ? theme.selection : theme.text
      let line = Rect(row: row, column: rect.column, rows: 1, columns: rect.columns)
      surface.fill(line, style: base)
      surface.mark(line, as: ClickTarget.delivery(delivery.id))
      if isSelected { surface.write("▶", row: row, column: rect.column, limit: 1, style: base) }
      for slot in slots {
        let cell = cell(slot, delivery)
        write(cell.text, slot, on: &surface, row: row, in: rect, style: isSelected ? base : cell.style)
      }
    }
  }

  /// The target goes first where there is little room: the detail has it too.
  private func slots(width: Int) -> [Slot] {
    let number = max(4, String(deliveries.last?.id ?? 0).count)
    var widths: [(column: Column, width: Int)] = [
      (.number, number), (.time, width >= 100 ? 12 : 8), (.what, 0), (.target, 0), (.state, 9), (.latency, 7),
    ]
    if width < 64 { widths.removeAll { $0.column == .target } }
    if width < 48 { widths.removeAll { $0.column == .latency || $0.column == .time } }
    let free = max(0, width - 1 - widths.reduce(0) { $0 + $1.width } - 2 * (widths.count - 1) - 1)
    let hasTarget = widths.contains { $0.column == .target }
    var start = 1
    return widths.map { column, width in
      var slot = Slot(column: column, start: start, width: width)
      if column == .what { slot.width = hasTarget ? free * 3 / 5 : free }
      if column == .target { slot.width = free - free * 3 / 5 }
      start += slot.width + 2
      return slot
    }
  }

  private static func title(_ column: Column) -> String {
    switch column {
    case .number: "#"
    case .time: "TIME"
    case .what: "WHAT"
    case .target: "TARGET"
    case .state: "STATE"
    case .latency: "LATENCY"
    }
  }

  private func write(_ text: String, _ slot: Slot, on surface: inout Surface, row: Int, in rect: Rect, style: Style) {
    let room = min(slot.width, rect.columns - slot.start)
    guard room > 0 else { return }
    if slot.column == .number || slot.column == .latency {
      surface.writeRight(text, row: row, endColumn: rect.column + slot.start + room, limit: room, style: style)
    } else {
      surface.write(TextWidth.truncate(text, to: room), row: row, column: rect.column + slot.start, limit: room, style: style)
    }
  }

  private func cell(_ slot: Slot, _ delivery: Delivery) -> StyledSpan {
    switch slot.column {
    case .number: StyledSpan(String(delivery.id))
    case .time:
      StyledSpan(slot.width >= 12 ? clock.timeWithMilliseconds(delivery.createdAt) : clock.time(delivery.createdAt))
    case .what: StyledSpan(Self.shortLabel(delivery.label, to: slot.width))
    case .target: StyledSpan(Self.shortTarget(delivery.target, to: slot.width))
    case .state: StyledSpan(delivery.stateText, delivery.state == .failed ? theme.failure : theme.text)
    case .latency: StyledSpan(delivery.attempts.last.map { ClockFormat.duration($0.duration) } ?? "-")
    }
  }

  /// The label with a sign for its action where the whole of it does not fit, and then without its type: what it is about matters more.
  private static func shortLabel(_ label: String, to columns: Int) -> String {
    let parts = label.split(separator: " ", maxSplits: 2)
    guard TextWidth.columns(of: label) > columns, parts.count == 3 else { return label }
    let sign = EventLabel.sign(Action(rawValue: String(parts[0])))
    let withType = "\(sign) \(parts[1]) \(parts[2])"
    if TextWidth.columns(of: withType) <= columns { return withType }
    return sign + " " + EventLabel.shorten(String(parts[2]), to: columns - 2)
  }

  /// The target without its scheme where the whole of it does not fit: the host matters more.
  private static func shortTarget(_ target: String, to columns: Int) -> String {
    guard TextWidth.columns(of: target) > columns, let scheme = target.firstRange(of: "://") else { return target }
    return String(target[scheme.upperBound...])
  }
}

extension Delivery {
  /// `✓ 200`, `✗ 500`, `✗ failed`, `sending`, `waiting`; from the second attempt on with their number.
  var stateText: String {
    let retries = attempts.count > 1 ? " ×\(attempts.count)" : ""
    var status = ""
    if case .answered(let answer) = attempts.last?.outcome { status = String(answer.status) }
    switch state {
    case .waiting: return "waiting" + retries
    case .sending: return "sending" + retries
    case .delivered: return "✓ " + (status.isEmpty ? "sent" : status) + retries
    case .failed: return "✗ " + (status.isEmpty ? "failed" : status) + retries
    }
  }
}
