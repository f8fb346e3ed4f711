import EventRecords
import TerminalSurface

/// The values of a field with how many captures have each: in words, as a bar, and in percent.
struct ValueBars {
  let field: StatisticsField
  let values: [ValueCount]
  /// Of how many captures.
  let total: Int
  /// The place of the chosen value.
  let selected: Int
  let isFocused: Bool
  let theme: Theme
  /// What the heading says besides.
  var note = ""

  private static let partials = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]

  func draw(on surface: inout Surface, in rect: Rect) {
    let (head, list) = rect.splitTop(1)
    guard !head.isEmpty else { return }
    let top = max(0, min(selected - list.rows / 2, values.count - list.rows))
    let shown = values.dropFirst(top).prefix(max(0, list.rows))
    let part = shown.count < values.count ? " \(top + 1)-\(top + shown.count) of \(values.count)" : ""
    let end = surface.write(
      " " + field.title + " ", row: head.row, column: head.column, limit: head.columns,
      style: isFocused ? theme.focusedTitle : theme.strong)
    surface.write(
      TextWidth.truncate(part + note, to: max(0, head.endColumn - end - 1)), row: head.row, column: end,
      limit: head.endColumn - end - 1, style: theme.faint)
    guard !values.isEmpty else {
      if !list.isEmpty { surface.write(" none", row: list.row, column: list.column, limit: list.columns, style: theme.faint) }
      return
    }
    for (offset, value) in shown.enumerated() {
      draw(value, index: top + offset, on: &surface, row: list.row + offset, in: list)
    }
  }

  private func draw(_ value: ValueCount, index: Int, on surface: inout Surface, row: Int, in rect: Rect) {
    let isSelected = isFocused && index == selected
    let base = isSelected ? theme.selection : theme.text
    let inside = Rect(row: row, column: rect.column, rows: 1, columns: rect.columns - 1)
    surface.fill(inside, style: base)
    surface.mark(inside, as: ClickTarget.value(field, index))
    if isSelected { surface.write("▶", row: row, column: inside.column, limit: 1, style: base) }
    let share = total > 0 ? Double(value.count) / Double(total) : 0
    let percent = value.count > 0 && share < 0.01 ? "<1%" : "\(Int((share * 100).rounded(.down)))%"
    let numbers = String(value.count) + String(repeating: " ", count: max(1, 5 - percent.count)) + percent
    let numbersStart = surface.writeRight(numbers, row: row, endColumn: inside.endColumn, limit: inside.columns - 2, style: base)
    let room = numbersStart - inside.column - 3
    guard room > 0 else { return }
    // The bar gets what the names leave.
    let nameColumns = min(room, max(10, longestName))
    let barColumns = room - nameColumns > 3 ? min(24, room - nameColumns - 1) : 0
    surface.write(
      EventLabel.shorten(field.label(value.value), to: nameColumns), row: row, column: inside.column + 2, limit: nameColumns, style: base)
    if barColumns > 0 {
      surface.write(
        Self.bar(share, columns: barColumns), row: row, column: inside.column + 2 + nameColumns + 1, limit: barColumns,
        style: isSelected ? base : theme.good)
    }
  }

  /// How wide the longest name is, up to what still leaves room for a bar.
  private var longestName: Int {
    min(24, values.prefix(50).map { TextWidth.columns(of: String(field.label($0.value).prefix(30))) }.max() ?? 0)
  }

  /// A bar of a part of so many columns, to the eighth of a column.
  private static func bar(_ share: Double, columns: Int) -> String {
    let eighths = max(share > 0 ? 1 : 0, Int((min(1, share) * Double(columns * 8)).rounded()))
    return String(repeating: "█", count: eighths / 8) + partials[eighths % 8]
  }
}
