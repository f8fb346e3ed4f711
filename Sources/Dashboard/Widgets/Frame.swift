import TerminalSurface

/// A box of lines with a title in its upper edge; what is inside is blanked.
struct Frame: Sendable, Hashable {
  var title: String
  var style: Style

  func draw(on surface: inout Surface, in rect: Rect) {
    guard rect.rows >= 2, rect.columns >= 2 else { return }
    surface.fill(rect)
    let bar = String(repeating: "─", count: rect.columns - 2)
    surface.write("┌" + bar + "┐", row: rect.row, column: rect.column, limit: rect.columns, style: style)
    surface.write("└" + bar + "┘", row: rect.endRow - 1, column: rect.column, limit: rect.columns, style: style)
    for row in rect.row + 1..<rect.endRow - 1 {
      surface.write("│", row: row, column: rect.column, limit: 1, style: style)
      surface.write("│", row: row, column: rect.endColumn - 1, limit: 1, style: style)
    }
    if !title.isEmpty, rect.columns > 6 {
      let shown = TextWidth.truncate(" \(title) ", to: rect.columns - 4)
      surface.write(shown, row: rect.row, column: rect.column + 2, limit: rect.columns - 4, style: style)
    }
  }
}
