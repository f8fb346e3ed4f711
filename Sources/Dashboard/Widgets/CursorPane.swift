import TerminalSurface

/// A view on a `PaneText` with a cursor on one of its lines, which the view follows.
struct CursorPane: Sendable, Hashable {
  private(set) var pane = TextPane()
  /// The line that the cursor is on, from 0.
  private(set) var cursor = 0

  /// Moves the cursor or the view, and says whether the command was one that moves.
  ///
  /// By a line at a time a line of many rows is first shown to its end: no row is passed over unseen.
  mutating func apply(_ command: Command, text: some PaneText, size: Size) -> Bool {
    guard text.lineCount > 0 else { return false }
    cursor = min(cursor, text.lineCount - 1)
    let view = pane.visible(text, size)
    switch command {
    case .moveDown:
      let isEndHidden =
        view.upperBound.line == cursor && view.upperBound.row < text.rows(of: cursor, columns: size.columns).count - 1
      if isEndHidden { pane.move(by: 1, text, size) } else { move(to: cursor + 1, text: text, size: size) }
    case .moveUp:
      if view.lowerBound.line == cursor, view.lowerBound.row > 0 {
        pane.move(by: -1, text, size)
      } else if cursor > 0 {
        cursor -= 1
        pane.reveal(TextPlace(line: cursor, row: text.rows(of: cursor, columns: size.columns).count - 1), text: text, size: size)
      }
    case .pageDown, .halfPageDown:
      _ = pane.apply(command, text: text, size: size)
      let moved = pane.visible(text, size)
      cursor = moved == view ? text.lineCount - 1 : max(cursor, moved.lowerBound.line)
    case .pageUp, .halfPageUp:
      _ = pane.apply(command, text: text, size: size)
      let moved = pane.visible(text, size)
      cursor = moved == view ? 0 : min(cursor, moved.upperBound.line)
    case .moveToStart:
      cursor = 0
      _ = pane.apply(command, text: text, size: size)
    case .moveToEnd:
      cursor = text.lineCount - 1
      _ = pane.apply(command, text: text, size: size)
    default: return false
    }
    return true
  }

  /// Moves the view by some rows, and the cursor no further than it must to stay in view.
  mutating func scroll(by rows: Int, text: some PaneText, size: Size) {
    guard text.lineCount > 0 else { return }
    pane.move(by: rows, text, size)
    let view = pane.visible(text, size)
    cursor = min(max(cursor, view.lowerBound.line), view.upperBound.line)
  }

  /// Puts the cursor on a line, of which as much as possible comes into view; a row that must be seen comes into view in any case.
  mutating func move(to line: Int, row: Int? = nil, text: some PaneText, size: Size) {
    cursor = min(max(0, line), max(0, text.lineCount - 1))
    guard text.lineCount > 0 else { return }
    if let row { return pane.reveal(TextPlace(line: cursor, row: row), text: text, size: size) }
    let rows = text.rows(of: cursor, columns: size.columns).count
    pane.reveal(TextPlace(line: cursor, row: min(rows, size.rows) - 1), text: text, size: size)
    pane.reveal(TextPlace(line: cursor, row: 0), text: text, size: size)
  }
}
