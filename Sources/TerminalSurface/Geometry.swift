/// A width and a height, in cells.
public struct Size: Sendable, Hashable {
  public var columns: Int
  public var rows: Int

  public init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }
}

/// A rectangle of cells; its origin is the top left, counted from 0. A size below zero counts as zero.
public struct Rect: Sendable, Hashable {
  public var row: Int
  public var column: Int
  public var rows: Int
  public var columns: Int

  public init(row: Int, column: Int, rows: Int, columns: Int) {
    self.row = row
    self.column = column
    self.rows = max(0, rows)
    self.columns = max(0, columns)
  }

  /// The whole of a surface of that size.
  public init(_ size: Size) {
    self.init(row: 0, column: 0, rows: size.rows, columns: size.columns)
  }

  public var size: Size { Size(columns: columns, rows: rows) }
  /// The row after the last.
  public var endRow: Int { row + rows }
  /// The column after the last.
  public var endColumn: Int { column + columns }
  public var isEmpty: Bool { rows == 0 || columns == 0 }

  /// Whether every cell of `other` is one of this rectangle.
  public func contains(_ other: Rect) -> Bool {
    other.isEmpty || row <= other.row && column <= other.column && endRow >= other.endRow && endColumn >= other.endColumn
  }

  /// Cuts off `count` rows at the top (at most all of them) and returns them and the rest.
  public func splitTop(_ count: Int) -> (top: Rect, rest: Rect) {
    let cut = min(max(0, count), rows)
    return (
      Rect(row: row, column: column, rows: cut, columns: columns),
      Rect(row: row + cut, column: column, rows: rows - cut, columns: columns)
    )
  }

  /// Cuts off `count` rows at the bottom (at most all of them) and returns the rest and them.
  public func splitBottom(_ count: Int) -> (rest: Rect, bottom: Rect) {
    let cut = min(max(0, count), rows)
    let (rest, bottom) = splitTop(rows - cut)
    return (rest, bottom)
  }

  /// Cuts off `count` columns at the left (at most all of them) and returns them and the rest.
  public func splitLeft(_ count: Int) -> (left: Rect, rest: Rect) {
    let cut = min(max(0, count), columns)
    return (
      Rect(row: row, column: column, rows: rows, columns: cut),
      Rect(row: row, column: column + cut, rows: rows, columns: columns - cut)
    )
  }

  /// Takes `count` cells off every side.
  public func inset(_ count: Int) -> Rect {
    Rect(row: row + count, column: column + count, rows: rows - 2 * count, columns: columns - 2 * count)
  }
}
