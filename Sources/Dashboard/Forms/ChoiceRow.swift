import TerminalSurface

/// One of several choices on one line: `(•) create dataset  ( ) create view  ( ) delete dataset …`.
///
/// When not all fit, those around the chosen one are in view, and `…` stands where there are more.
struct ChoiceRow {
  var labels: [String]
  var selected: Int
  var isFocused: Bool

  /// Returns the column after what was drawn.
  @discardableResult
  func draw(on surface: inout Surface, row: Int, column: Int, columns: Int, theme: Theme) -> Int {
    guard labels.indices.contains(selected), columns > 0 else { return column }
    let range = visible(columns: columns)
    let end = column + columns
    var column = column
    if range.lowerBound > 0 { column = surface.write("… ", row: row, column: column, limit: end - column, style: theme.faint) }
    for index in range {
      let isSelected = index == selected
      let style = isSelected ? (isFocused ? theme.selection : theme.strong) : theme.text
      if isSelected, isFocused { surface.cursor = Surface.Position(row: row, column: min(column + 1, end - 1)) }
      column = surface.write((isSelected ? "(•) " : "( ) ") + labels[index], row: row, column: column, limit: end - column, style: style)
      if index + 1 < range.upperBound { column = surface.write("  ", row: row, column: column, limit: end - column) }
    }
    if range.upperBound < labels.count { column = surface.write(" …", row: row, column: column, limit: end - column, style: theme.faint) }
    return column
  }

  /// As many choices as fit, from the first on unless the chosen one would not be among them.
  private func visible(columns: Int) -> Range<Int> {
    let widths = labels.map { TextWidth.columns(of: $0) + 6 }
    var start = 0
    while start < selected, widths[start...selected].reduce(start > 0 ? 2 : 0, +) + 2 > columns { start += 1 }
    var end = start
    var used = start > 0 ? 2 : 0
    while end < labels.count {
      let mark = end + 1 < labels.count ? 2 : 0
      guard used + widths[end] - 2 + mark <= columns || end <= selected else { break }
      used += widths[end]
      end += 1
    }
    // At the end of the row there may be room for more before the first one.
    while start > 0, end == labels.count, used + widths[start - 1] <= columns {
      start -= 1
      used += widths[start]
    }
    return start..<end
  }
}
