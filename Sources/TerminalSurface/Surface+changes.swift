extension Surface {
  /// A stretch of a row that must be drawn anew.
  public struct Change: Sendable, Hashable {
    public var row: Int
    public var columns: Range<Int>

    public init(row: Int, columns: Range<Int>) {
      self.row = row
      self.columns = columns
    }
  }

  /// Where this surface shows something else than `previous`: at most one stretch a row, from above, that cuts no wide glyph in two.
  ///
  /// Every row in full when the sizes differ. The cursor is no part of it.
  public func changes(since previous: Surface) -> [Change] {
    guard size.columns > 0 else { return [] }
    guard size == previous.size else { return (0..<size.rows).map { Change(row: $0, columns: 0..<size.columns) } }
    // Indices into two different lists say nothing; into equal ones, or where one side has no marks at all, the bits say everything.
    let bitsSuffice = composed.isEmpty || previous.composed.isEmpty || composed == previous.composed
    return cells.withUnsafeBufferPointer { mine in
      previous.cells.withUnsafeBufferPointer { theirs in
        guard mine.baseAddress != theirs.baseAddress else { return [] }
        return (0..<size.rows).compactMap { row in
          let start = row * size.columns
          let end = start + size.columns
          guard let first = (start..<end).first(where: { differ(mine[$0], theirs[$0], in: previous, bitsSuffice) }) else { return nil }
          let last = (first..<end).last { differ(mine[$0], theirs[$0], in: previous, bitsSuffice) } ?? first
          return Change(row: row, columns: wholeGlyphs(row, first - start..<last - start + 1))
        }
      }
    }
  }

  private func differ(_ mine: PackedCell, _ theirs: PackedCell, in previous: Surface, _ bitsSuffice: Bool) -> Bool {
    guard mine.isComposed, theirs.isComposed, !bitsSuffice else { return mine != theirs }
    return mine.style != theirs.style || glyph(of: mine) != previous.glyph(of: theirs)
  }
}

extension Surface: Equatable {
  /// Whether both show the same: size, glyphs, styles and cursor.
  public static func == (left: Surface, right: Surface) -> Bool {
    left.size == right.size && left.cursor == right.cursor && left.changes(since: right).isEmpty
  }
}
