/// Which lines of a long text are in view.
struct ScrollPosition: Sendable, Hashable {
  /// The first line in view, from 0.
  private(set) var top = 0

  /// The first line in view when `lineCount` lines are shown in `rows` rows: never past the end.
  func top(lineCount: Int, rows: Int) -> Int {
    min(top, max(0, lineCount - rows))
  }

  /// Moves the view, and says whether the command was one that moves.
  @discardableResult
  mutating func apply(_ command: Command, lineCount: Int, rows: Int) -> Bool {
    let last = max(0, lineCount - rows)
    let current = min(top, last)
    let target: Int
    switch command {
    case .moveDown: target = current + 1
    case .moveUp: target = current - 1
    // One line of the page before stays in view, so that the eye finds its place again.
    case .pageDown: target = current + max(1, rows - 1)
    case .pageUp: target = current - max(1, rows - 1)
    case .halfPageDown: target = current + max(1, rows / 2)
    case .halfPageUp: target = current - max(1, rows / 2)
    case .moveToStart: target = 0
    case .moveToEnd: target = last
    default: return false
    }
    top = min(max(0, target), last)
    return true
  }

  /// Scrolls as little as needed to have a line in view.
  mutating func reveal(_ line: Int, rows: Int) {
    if line < top { top = max(0, line) }
    if line >= top + rows { top = max(0, line - rows + 1) }
  }
}
