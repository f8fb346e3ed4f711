import TerminalSurface

/// A piece of text in one style.
struct StyledSpan: Sendable, Hashable {
  var text: String
  var style: Style
  /// What a click on it means.
  var target: ClickTarget?

  init(_ text: String, _ style: Style = .plain, target: ClickTarget? = nil) {
    self.text = text
    self.style = style
    self.target = target
  }
}

/// A line of text in pieces of different styles, written from left to right.
struct StyledLine: Sendable, Hashable {
  var spans: [StyledSpan]

  init(_ spans: [StyledSpan] = []) {
    self.spans = spans
  }

  init(_ text: String, _ style: Style = .plain) {
    spans = [StyledSpan(text, style)]
  }

  /// What it says, without its looks.
  var text: String {
    spans.map(\.text).joined()
  }

  var columns: Int {
    spans.reduce(0) { $0 + TextWidth.columns(of: $1.text) }
  }
}

extension Surface {
  /// Writes a line from a position, clipped after `limit` columns, and returns the column after it.
  @discardableResult
  mutating func write(_ line: StyledLine, row: Int, column: Int, limit: Int) -> Int {
    let end = column + max(0, limit)
    var column = column
    for span in line.spans where column < end {
      let start = column
      column = write(span.text, row: row, column: column, limit: end - column, style: span.style)
      if let target = span.target { mark(Rect(row: row, column: start, rows: 1, columns: column - start), as: target) }
    }
    return column
  }

  /// Writes text so that it ends before `endColumn`, cut at its end when it is wider than `limit`; returns the column where it begins.
  @discardableResult
  mutating func writeRight(_ text: String, row: Int, endColumn: Int, limit: Int, style: Style = .plain) -> Int {
    let shown = TextWidth.truncate(text, to: max(0, limit))
    let start = endColumn - TextWidth.columns(of: shown)
    write(shown, row: row, column: start, limit: limit, style: style)
    return start
  }
}
