import TerminalSurface

/// A text of any length that can give each of its lines on its own, already broken into rows for a width.
protocol PaneText {
  var lineCount: Int { get }
  /// The rows that a line takes at a width: one at least.
  func rows(of line: Int, columns: Int) -> [StyledLine]
}

/// A line of a text, and a row within it.
struct TextPlace: Sendable, Hashable, Comparable {
  var line = 0
  var row = 0

  static func < (left: Self, right: Self) -> Bool {
    (left.line, left.row) < (right.line, right.row)
  }
}

/// A view on a `PaneText`. It keeps its place as a line and a row within it, so that only what is in view is ever laid out.
struct TextPane: Sendable, Hashable {
  private var top = TextPlace()

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
    case .moveToStart: top = TextPlace()
    case .moveToEnd: top = last(text, size)
    default: return false
    }
    return true
  }

  /// Moves the view by some rows, as far as there are any.
  mutating func move(by distance: Int, _ text: some PaneText, _ size: Size) {
    top = place(distance, rowsFrom: min(top, last(text, size)), text, columns: size.columns, limit: last(text, size))
  }

  /// Scrolls as little as is needed to have a row in view.
  mutating func reveal(_ place: TextPlace, text: some PaneText, size: Size) {
    guard size.rows > 0, place.line < text.lineCount else { return }
    top = min(top, last(text, size))
    if place < top {
      top = place
    } else {
      // The lowest top that still shows the row is so many rows above it.
      top = max(top, self.place(-(size.rows - 1), rowsFrom: place, text, columns: size.columns, limit: place))
    }
  }

  /// The first and the last row in view.
  func visible(_ text: some PaneText, _ size: Size) -> ClosedRange<TextPlace> {
    let first = min(top, last(text, size))
    let end = TextPlace(line: max(0, text.lineCount - 1), row: .max)
    return first...max(first, place(max(0, size.rows - 1), rowsFrom: first, text, columns: size.columns, limit: end))
  }

  /// The place some rows below another, or above it, within the text and not below `limit`.
  private func place(_ distance: Int, rowsFrom start: TextPlace, _ text: some PaneText, columns: Int, limit: TextPlace) -> TextPlace {
    var place = start
    var missing = abs(distance)
    while missing > 0 {
      if distance > 0 {
        guard place < limit else { break }
        let rest = text.rows(of: place.line, columns: columns).count - 1 - place.row
        if place.line == limit.line || rest >= missing {
          return min(limit, TextPlace(line: place.line, row: place.row + min(max(0, rest), missing)))
        }
        missing -= max(0, rest) + 1
        place = TextPlace(line: place.line + 1, row: 0)
      } else if place.row > 0 {
        place.row = min(place.row, text.rows(of: place.line, columns: columns).count - 1)
        let step = min(place.row, missing)
        place.row -= step
        missing -= step
      } else {
        guard place.line > 0 else { break }
        place.line -= 1
        place.row = text.rows(of: place.line, columns: columns).count - 1
        missing -= 1
      }
    }
    return place
  }

  /// The lowest place at which the view is still full.
  private func last(_ text: some PaneText, _ size: Size) -> TextPlace {
    var missing = size.rows
    var line = text.lineCount
    while line > 0, missing > 0 {
      line -= 1
      let count = text.rows(of: line, columns: size.columns).count
      if count >= missing { return TextPlace(line: line, row: count - missing) }
      missing -= count
    }
    return TextPlace()
  }

  /// Draws the rows in view and returns the last line of which any row is in view.
  @discardableResult
  func draw(_ text: some PaneText, on surface: inout Surface, in rect: Rect, cursor: Int? = nil) -> Int {
    guard !rect.isEmpty, text.lineCount > 0 else { return 0 }
    var place = min(top, last(text, rect.size))
    var row = rect.row
    while row < rect.endRow, place.line < text.lineCount {
      let start = row
      for line in text.rows(of: place.line, columns: rect.columns).dropFirst(place.row) where row < rect.endRow {
        surface.write(line, row: row, column: rect.column, limit: rect.columns)
        row += 1
      }
      if place.line == cursor {
        surface.restyle(Rect(row: start, column: rect.column, rows: 1, columns: rect.columns)) { $0.reverse() }
      }
      place = TextPlace(line: place.line + 1, row: 0)
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
