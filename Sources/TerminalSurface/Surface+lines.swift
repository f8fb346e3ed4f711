extension Surface {
  /// Draws `─` rightwards from a position, as far as it lies on the surface.
  public mutating func writeHorizontalLine(row: Int, column: Int, columns: Int, style: Style = .plain) {
    let end = min(size.columns, column.addingReportingOverflow(max(0, columns)).overflow ? .max : column + max(0, columns))
    for column in max(0, column)..<max(0, column, end) { write("─", row: row, column: column, style: style) }
  }

  /// Draws `│` downwards from a position, as far as it lies on the surface.
  public mutating func writeVerticalLine(row: Int, column: Int, rows: Int, style: Style = .plain) {
    let end = min(size.rows, row.addingReportingOverflow(max(0, rows)).overflow ? .max : row + max(0, rows))
    guard column >= 0 else { return }
    for row in max(0, row)..<max(0, row, end) { write("│", row: row, column: column, style: style) }
  }
}
