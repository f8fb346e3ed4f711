import TerminalSurface

/// A few lines in the middle of a pane that has nothing else to show.
struct CentredMessage: Sendable, Hashable {
  var lines: [StyledLine]

  init(_ lines: [StyledLine]) {
    self.lines = lines
  }

  init(_ text: String, style: Style = .plain) {
    lines = [StyledLine(text, style)]
  }

  func draw(on surface: inout Surface, in rect: Rect) {
    let start = rect.row + max(0, (rect.rows - lines.count) / 2)
    for (index, line) in lines.enumerated() where start + index < rect.endRow {
      let column = rect.column + max(0, (rect.columns - line.columns) / 2)
      surface.write(line, row: start + index, column: column, limit: rect.endColumn - column)
    }
  }
}
