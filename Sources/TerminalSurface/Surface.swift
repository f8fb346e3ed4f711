/// A grid of cells that is drawn on: a screen as a value.
public struct Surface: Sendable, Equatable {
  public let size: Size
  private var cells: [Cell]
  /// Where the terminal's cursor is shown; `nil` hides it.
  public var cursor: Position?

  public struct Position: Sendable, Hashable {
    public var row: Int
    public var column: Int

    public init(row: Int, column: Int) {
      self.row = row
      self.column = column
    }
  }

  public init(size: Size) {
    self.size = Size(columns: max(0, size.columns), rows: max(0, size.rows))
    cells = Array(repeating: .blank, count: self.size.columns * self.size.rows)
  }

  /// The cell at a position inside the surface.
  public subscript(row: Int, column: Int) -> Cell {
    cells[row * size.columns + column]
  }

  /// Writes `text` rightwards from a position, clipped at the surface's edge or after `limit` columns, and returns the column after it.
  @discardableResult
  public mutating func write(_ text: String, row: Int, column: Int, limit: Int = .max, style: Style = .plain) -> Int {
    var column = column
    let end = limit == .max ? size.columns : min(size.columns, column + max(0, limit))
    guard row >= 0, row < size.rows else { return column }
    for character in text {
      guard column < end else { break }
      if column >= 0 { cells[row * size.columns + column] = Cell(text: String(character), style: style) }
      column += 1
    }
    return column
  }

  /// Fills a rectangle, as far as it lies on the surface, with spaces of a style.
  public mutating func fill(_ rect: Rect, style: Style = .plain) {
    for row in clamped(rect.row, rect.endRow, size.rows) {
      for column in clamped(rect.column, rect.endColumn, size.columns) {
        cells[row * size.columns + column] = Cell(text: " ", style: style)
      }
    }
  }

  /// Changes the style of the cells in a rectangle and keeps what they show.
  public mutating func restyle(_ rect: Rect, _ change: (Style) -> Style) {
    for row in clamped(rect.row, rect.endRow, size.rows) {
      for column in clamped(rect.column, rect.endColumn, size.columns) {
        let index = row * size.columns + column
        cells[index] = Cell(text: cells[index].text, style: change(cells[index].style))
      }
    }
  }

  private func clamped(_ start: Int, _ end: Int, _ limit: Int) -> Range<Int> {
    let lower = min(max(0, start), limit)
    return lower..<max(lower, min(end, limit))
  }

  /// What row `row` shows, without styles; the second half of a wide glyph adds nothing.
  public func text(row: Int) -> String {
    (0..<size.columns).map { self[row, $0].text }.joined()
  }
}

/// What one place of a surface shows.
public struct Cell: Sendable, Hashable {
  /// The glyph: one grapheme cluster, or nothing for the second half of a wide glyph to its left.
  public var text: String
  public var style: Style

  public init(text: String, style: Style) {
    self.text = text
    self.style = style
  }

  public static let blank = Cell(text: " ", style: .plain)
}
