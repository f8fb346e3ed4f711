import TerminalSurface

/// A text of any length that can give each of its lines on its own, already broken into rows for a width.
protocol PaneText {
  var lineCount: Int { get }
  /// The rows that a line takes at a width: one at least.
  func rows(of line: Int, columns: Int) -> [StyledLine]
}

/// A view on a `PaneText`. It keeps its place as a line and a row within it, so that only what is in view is ever laid out.
struct TextPane: Sendable, Hashable {
  private struct Place: Sendable, Hashable, Comparable {
    var line = 0
    var row = 0

    static func < (left: Self, right: Self) -> Bool {
      (left.line, left.row) < (right.line, right.row)
    }
  }

  private var top = Place()

  /// The first line in view, from 0.
  var topLine: Int { top.line }

  /// Moves the view, and says whether the command was one that moves.
  @discardableResult
  mutating func apply(_ command: Command, text: some PaneText, size: Size) -> Bool {
    let page = max(1, size.rows - 1)
    switch command {
    case .moveDown: move(by: 1, text, size)
    case .moveUp: move(by: -1, text, size)
    case .pageDown: move(by: page, text, size)
    case .pageUp: move(by: -page, text, size)
    case .halfPageDown: move(by: max(1, size.rows / 2), text, size)
    case .halfPageUp: move(by: -max(1, size.rows / 2), text, size)
    case .moveToStart: top = Place()
    case .moveToEnd: top = last(text, size)
    default: return false
    }
    return true
  }

  private mutating func move(by distance: Int, _ text: some PaneText, _ size: Size) {
    let last = last(text, size)
    var place = min(top, last)
    for _ in 0..<abs(distance) {
      if distance > 0 {
        guard place < last else { break }
        place.row += 1
        if place.row >= text.rows(of: place.line, columns: size.columns).count { place = Place(line: place.line + 1, row: 0) }
      } else if place.row > 0 {
        place.row = min(place.row, text.rows(of: place.line, columns: size.columns).count) - 1
      } else {
        guard place.line > 0 else { break }
        place.line -= 1
        place.row = text.rows(of: place.line, columns: size.columns).count - 1
      }
    }
    top = place
  }

  /// The lowest place at which the view is still full.
  private func last(_ text: some PaneText, _ size: Size) -> Place {
    var missing = size.rows
    var line = text.lineCount
    while line > 0, missing > 0 {
      line -= 1
      let count = text.rows(of: line, columns: size.columns).count
      if count >= missing { return Place(line: line, row: count - missing) }
      missing -= count
    }
    return Place()
  }

  /// Draws the rows in view and returns the last line of which any row is in view.
  @discardableResult
  func draw(_ text: some PaneText, on surface: inout Surface, in rect: Rect) -> Int {
    guard !rect.isEmpty, text.lineCount > 0 else { return 0 }
    var place = min(top, last(text, rect.size))
    var row = rect.row
    while row < rect.endRow, place.line < text.lineCount {
      for line in text.rows(of: place.line, columns: rect.columns).dropFirst(place.row) where row < rect.endRow {
        surface.write(line, row: row, column: rect.column, limit: rect.columns)
        row += 1
      }
      place = Place(line: place.line + 1, row: 0)
    }
    return place.line - 1
  }
}

/// A short text whose lines are all there.
struct StyledText: PaneText, Sendable, Hashable {
  var lines: [StyledLine]
  /// Whether lines that are too long are broken between words.
  var breaksAtWords = false

  var lineCount: Int { lines.count }

  func rows(of line: Int, columns: Int) -> [StyledLine] {
    lines[line].wrapped(columns: columns, indent: lines[line].leadingSpaces, atWords: breaksAtWords)
  }
}
