/// A grid of cells that is drawn on: a screen as a value.
///
/// Text from anywhere may be written: what reaches a cell is visible and takes the columns it is counted with. Control characters become pictures
/// of themselves, what is invisible, turns text round or is unknown becomes U+FFFD.
public struct Surface: Sendable {
  public let size: Size
  /// Where the terminal's cursor is shown; `nil` hides it.
  public var cursor: Position?

  /// What parts of the surface stand for, in the order in which they were marked; `nil` where nobody wants to know.
  var places: [Place]?

  /// Row by row.
  private(set) var cells: ContiguousArray<PackedCell>
  /// The glyphs that do not fit into a cell, because they have marks; cells refer to them by index.
  private(set) var composed: [Glyph] = []
  private var composedIndex: [Glyph: Int] = [:]

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
    cells = ContiguousArray(repeating: .blank, count: self.size.columns * self.size.rows)
  }

  /// The cell at a position; a blank one for a position outside the surface.
  public subscript(row: Int, column: Int) -> Cell {
    guard contains(row, column) else { return .blank }
    let cell = cells[row * size.columns + column]
    return Cell(text: glyph(of: cell)?.text ?? "", style: cell.style.style)
  }

  /// The glyph and the style at a position, `nil` for the second half of a wide glyph and outside the surface.
  package func glyph(row: Int, column: Int) -> (glyph: Glyph, style: Style)? {
    guard contains(row, column) else { return nil }
    let cell = cells[row * size.columns + column]
    return glyph(of: cell).map { ($0, cell.style.style) }
  }

  /// Writes `text` rightwards from a position, clipped at the surface's edge or after `limit` columns, and returns the column after it.
  ///
  /// A wide glyph of which only one half would fit is shown as a space; a wide glyph that is written over in part loses its other half too.
  @discardableResult
  public mutating func write(_ text: String, row: Int, column: Int, limit: Int = .max, style: Style = .plain) -> Int {
    guard row >= 0, row < size.rows else { return column }
    let (limited, overflow) = column.addingReportingOverflow(max(0, limit))
    let end = overflow ? size.columns : min(size.columns, limited)
    let style = PackedStyle(style)
    var column = column

    Glyph.forEach(in: text) { glyph in
      guard column < end else { return false }
      guard column + glyph.columns <= end else {
        if column >= 0 { put(.space, row, column, style) }
        column += 1
        return false
      }
      if column >= 0 {
        put(glyph, row, column, style)
      } else if column + glyph.columns > 0 {
        put(.space, row, 0, style)
      }
      column += glyph.columns
      return true
    }
    return column
  }

  /// Fills a rectangle, as far as it lies on the surface, with spaces of a style.
  public mutating func fill(_ rect: Rect, style: Style = .plain) {
    let columns = clamped(rect.column, rect.columns, size.columns)
    guard !columns.isEmpty else { return }
    let blank = PackedCell(.space, PackedStyle(style))
    if rect.contains(Rect(size)) {
      // Nothing refers to the list any more: a surface that is drawn on again and again does not grow.
      composed = []
      composedIndex = [:]
    }
    for row in clamped(rect.row, rect.rows, size.rows) {
      splitWideGlyphs(row, columns)
      let start = row * size.columns
      for index in start + columns.lowerBound..<start + columns.upperBound { cells[index] = blank }
    }
  }

  /// Changes the style of the cells in a rectangle and keeps what they show; a wide glyph has one style, even if only half of it is in the rectangle.
  public mutating func restyle(_ rect: Rect, _ change: (Style) -> Style) {
    let columns = clamped(rect.column, rect.columns, size.columns)
    guard !columns.isEmpty else { return }
    for row in clamped(rect.row, rect.rows, size.rows) {
      let whole = wholeGlyphs(row, columns)
      // Neighbours mostly share a style: it is asked for once a run.
      var last: (from: PackedStyle, to: PackedStyle)?
      for index in row * size.columns + whole.lowerBound..<row * size.columns + whole.upperBound {
        let from = cells[index].style
        let to = last.flatMap { $0.from == from ? $0.to : nil } ?? PackedStyle(change(from.style))
        last = (from, to)
        cells[index].style = to
      }
    }
  }

  /// What row `row` shows, without styles; the second half of a wide glyph adds nothing.
  public func text(row: Int) -> String {
    (0..<size.columns).map { self[row, $0].text }.joined()
  }
}

// MARK: - Cells

extension Surface {
  private func contains(_ row: Int, _ column: Int) -> Bool {
    0..<size.rows ~= row && 0..<size.columns ~= column
  }

  /// What of a stretch lies between 0 and `limit`.
  private func clamped(_ start: Int, _ count: Int, _ limit: Int) -> Range<Int> {
    let lower = min(max(0, start), limit)
    let (end, overflow) = start.addingReportingOverflow(count)
    return lower..<max(lower, overflow ? limit : min(end, limit))
  }

  func glyph(of cell: PackedCell) -> Glyph? {
    if cell.isComposed { return composed[Int(cell.glyphValue)] }
    guard !cell.isSecondHalf, let base = Unicode.Scalar(cell.glyphValue) else { return nil }
    return Glyph(base: base, columns: cell.isWide ? 2 : 1)
  }

  /// The columns, widened so that no wide glyph is cut at either end.
  func wholeGlyphs(_ row: Int, _ columns: Range<Int>) -> Range<Int> {
    let start = row * size.columns
    let lower = cells[start + columns.lowerBound].isSecondHalf ? columns.lowerBound - 1 : columns.lowerBound
    let upper = cells[start + columns.upperBound - 1].isWide ? columns.upperBound + 1 : columns.upperBound
    return lower..<upper
  }

  /// Blanks the outer halves of the wide glyphs that the columns cut.
  private mutating func splitWideGlyphs(_ row: Int, _ columns: Range<Int>) {
    let start = row * size.columns
    let whole = wholeGlyphs(row, columns)
    for column in [whole.lowerBound, whole.upperBound - 1] where !columns.contains(column) {
      cells[start + column] = PackedCell(.space, cells[start + column].style)
    }
  }

  /// Puts a glyph where all its columns are known to be on the surface.
  private mutating func put(_ glyph: Glyph, _ row: Int, _ column: Int, _ style: PackedStyle) {
    let index = row * size.columns + column
    if cells[index].isSecondHalf || cells[index + glyph.columns - 1].isWide {
      splitWideGlyphs(row, column..<column + glyph.columns)
    }
    cells[index] = glyph.hasMarks ? PackedCell(composed: intern(glyph), columns: glyph.columns, style) : PackedCell(glyph, style)
    if glyph.columns == 2 { cells[index + 1] = PackedCell(secondHalfIn: style) }
  }

  private mutating func intern(_ glyph: Glyph) -> Int {
    if let index = composedIndex[glyph] { return index }
    composed.append(glyph)
    composedIndex[glyph] = composed.count - 1
    return composed.count - 1
  }
}
