import TerminalSurface

/// A text of several lines on the screen, each of which may be wider than it: both directions scroll with the cursor.
struct TextArea {
  var text: EditableText
  var isFocused: Bool

  /// Draws the part of the area that lies within `clip`.
  func draw(on surface: inout Surface, in rect: Rect, clip: Rect, theme: Theme) {
    guard !rect.isEmpty else { return }
    let (lines, cursorLine, cursorOffset) = text.lines
    let top = isFocused ? max(0, min(cursorLine - rect.rows / 2, lines.count - rect.rows)) : 0
    let style = isFocused ? theme.focusedField : theme.field
    for offset in 0..<rect.rows {
      let row = rect.row + offset
      guard row >= clip.row, row < clip.endRow else { continue }
      surface.fill(Rect(row: row, column: rect.column, rows: 1, columns: rect.columns), style: style)
      let index = top + offset
      guard index < lines.count else { continue }
      if isFocused, index == cursorLine {
        let window = TextWindow(lines[index], cursor: cursorOffset, columns: rect.columns)
        surface.write(window.text, row: row, column: rect.column, limit: rect.columns, style: style)
        surface.cursor = Surface.Position(row: row, column: rect.column + window.cursorColumn)
      } else {
        // A character takes a column at least, except that one may be all marks: a few more than fit are enough.
        let line = TextWidth.truncate(String(lines[index].prefix(rect.columns + 1)), to: rect.columns)
        surface.write(line, row: row, column: rect.column, limit: rect.columns, style: style)
      }
    }
    let below = lines.count - top - rect.rows
    if below > 0, rect.endRow - 1 < clip.endRow, rect.endRow - 1 >= clip.row {
      surface.writeRight(" \(below) more ↓", row: rect.endRow - 1, endColumn: rect.endColumn, limit: rect.columns, style: style.bold())
    }
    if top > 0, rect.row >= clip.row, rect.row < clip.endRow {
      surface.writeRight(" \(top) more ↑", row: rect.row, endColumn: rect.endColumn, limit: rect.columns, style: style.bold())
    }
  }
}
