/// Rows of a name and a value, of which there may be any number: properties, schema fields.
struct RowList: Sendable, Hashable {
  struct Row: Sendable, Hashable {
    var name: EditableText
    var value: EditableText

    var isBlank: Bool { name.isEmpty && value.isEmpty }
  }

  enum Column: Sendable, Hashable {
    case name, value
  }

  /// Where in a list the keyboard can be.
  enum Place: Sendable, Hashable {
    case cell(row: Int, Column)
    /// The button behind the last row.
    case add
  }

  var rows: [Row]

  init(_ rows: [(name: String, value: String)]) {
    self.rows = rows.map { Row(name: EditableText($0.name), value: EditableText($0.value)) }
  }

  /// The places line by line, as they stand on the screen.
  var lines: [[Place]] {
    guard !rows.isEmpty else { return [[.add]] }
    return rows.indices.map { row in
      [.cell(row: row, .name), .cell(row: row, .value)] + (row == rows.count - 1 ? [.add] : [])
    }
  }

  subscript(place: Place) -> EditableText? {
    get {
      guard case .cell(let row, let column) = place, rows.indices.contains(row) else { return nil }
      return column == .name ? rows[row].name : rows[row].value
    }
    set {
      guard case .cell(let row, let column) = place, rows.indices.contains(row), let newValue else { return }
      if column == .name { rows[row].name = newValue } else { rows[row].value = newValue }
    }
  }

  /// Adds an empty row behind the one at `place`, or behind all, and returns where to type its name.
  mutating func addRow(after place: Place) -> Place {
    var index = rows.count
    if case .cell(let row, _) = place { index = min(row + 1, rows.count) }
    rows.insert(Row(name: EditableText(), value: EditableText()), at: index)
    return .cell(row: index, .name)
  }

  /// Removes the row at `place` and returns where the keyboard goes.
  mutating func removeRow(at place: Place) -> Place {
    guard case .cell(let row, let column) = place, rows.indices.contains(row) else { return place }
    rows.remove(at: row)
    return rows.isEmpty ? .add : .cell(row: min(row, rows.count - 1), column)
  }
}
