import TerminalSurface

/// A short list over the form, from which one entry is taken.
struct PopUpList: Sendable, Hashable {
  enum Outcome: Sendable, Hashable {
    case stays
    case taken(Int)
    /// Closed without a choice.
    case left
    /// Closed by a key that means something to the field beneath.
    case passed
  }

  var entries: [String]
  var selected: Int

  mutating func update(_ key: Key) -> Outcome {
    switch key {
    case .up: selected = max(0, selected - 1)
    case .down: selected = min(entries.count - 1, selected + 1)
    case .pageUp: selected = max(0, selected - 8)
    case .pageDown: selected = min(entries.count - 1, selected + 8)
    case .home: selected = 0
    case .end: selected = entries.count - 1
    case .enter: return entries.indices.contains(selected) ? .taken(selected) : .left
    case .escape: return .left
    default: return .passed
    }
    return .stays
  }

  /// Draws the list below a position, or above it where there is more room, inside `rect`.
  func draw(on surface: inout Surface, below row: Int, column: Int, in rect: Rect, theme: Theme) {
    let spaceBelow = rect.endRow - row - 1
    let spaceAbove = row - rect.row
    let rows = min(entries.count + 2, 12, max(spaceBelow, spaceAbove))
    let columns = min((entries.map { TextWidth.columns(of: $0) }.max() ?? 0) + 4, rect.columns)
    guard rows >= 3, columns >= 5 else { return }
    let box = Rect(
      row: rows <= spaceBelow ? row + 1 : row - rows, column: max(rect.column, min(column, rect.endColumn - columns)), rows: rows,
      columns: columns)
    Frame(title: "", style: theme.text).draw(on: &surface, in: box)
    let inside = box.inset(1)
    let top = max(0, min(selected - inside.rows / 2, entries.count - inside.rows))
    for offset in 0..<inside.rows where top + offset < entries.count {
      let isSelected = top + offset == selected
      let style = isSelected ? theme.selection : theme.text
      let line = Rect(row: inside.row + offset, column: inside.column, rows: 1, columns: inside.columns)
      surface.fill(line, style: style)
      surface.mark(line, as: ClickTarget.entry(top + offset))
      let entry = TextWidth.truncate(entries[top + offset], to: inside.columns - 2)
      surface.write(entry, row: line.row, column: line.column + 1, limit: inside.columns - 2, style: style)
      if isSelected { surface.cursor = Surface.Position(row: line.row, column: line.column) }
    }
    if top > 0 { surface.write("▲", row: inside.row, column: inside.endColumn, limit: 1, style: theme.strong) }
    if top + inside.rows < entries.count {
      surface.write("▼", row: inside.endRow - 1, column: inside.endColumn, limit: 1, style: theme.strong)
    }
  }
}
