import TerminalSurface

extension PaletteState {
  /// Draws it as a box over `rect`, of the same height whatever is found.
  func draw(on surface: inout Surface, in rect: Rect, theme: Theme) {
    let margin = rect.columns >= 60 ? 2 : 0
    let columns = min(rect.columns - 2 * margin, 110)
    guard rect.rows >= 4, columns >= 20 else { return }
    let box = Rect(row: rect.row, column: rect.column + (rect.columns - columns) / 2, rows: rect.rows, columns: columns)
    Frame(title: "Acts and keys", style: theme.strong).draw(on: &surface, in: box)
    surface.mark(box, as: ClickTarget.area(.keyboard))
    let (line, list) = box.inset(1).splitTop(1)
    let count = query.isEmpty ? "\(entries.count)" : "\(matches.count) of \(entries.count)"
    let countStart = surface.writeRight(
      count, row: line.row, endColumn: line.endColumn - 1, limit: max(0, line.columns - 14), style: theme.faint)
    TextField(text: query, placeholder: "what it does, its name or its key", isFocused: true).draw(
      on: &surface, row: line.row, column: line.column + 1, columns: countStart - line.column - 2, theme: theme)
    guard !matches.isEmpty else {
      CentredMessage("Nothing matches.", style: theme.faint).draw(on: &surface, in: list)
      return
    }
    let keyColumns = min(entries.map { TextWidth.columns(of: $0.keys) }.max() ?? 0, columns >= 60 ? 14 : 8)
    let top = top(rows: list.rows)
    for (offset, entry) in matches.dropFirst(top).prefix(list.rows).enumerated() {
      let row = Rect(row: list.row + offset, column: list.column, rows: 1, columns: list.columns)
      surface.mark(row, as: ClickTarget.entry(top + offset))
      draw(entry, on: &surface, in: row, keyColumns: keyColumns, isSelected: top + offset == selected, theme: theme)
    }
    if top > 0 { surface.write("▲", row: list.row, column: box.endColumn - 1, limit: 1, style: theme.strong) }
    if top + list.rows < matches.count {
      surface.write("▼", row: list.endRow - 1, column: box.endColumn - 1, limit: 1, style: theme.strong)
    }
  }

  private func draw(_ entry: ActEntry, on surface: inout Surface, in row: Rect, keyColumns: Int, isSelected: Bool, theme: Theme) {
    let base = isSelected ? theme.selection : entry.obstacle == nil ? theme.text : theme.faint
    surface.fill(row, style: base)
    if isSelected { surface.write("▶", row: row.row, column: row.column, limit: 1, style: base) }
    let keys = TextWidth.truncate(entry.keys, to: keyColumns)
    surface.write(
      keys, row: row.row, column: row.column + 2, limit: keyColumns, style: isSelected || entry.obstacle != nil ? base : theme.accent)
    let start = row.column + 2 + keyColumns + 2
    let room = row.endColumn - 1 - start
    let text = Self.text(of: entry, columns: room)
    let end = surface.write(TextWidth.truncate(text, to: room), row: row.row, column: start, limit: room, style: base)
    if !entry.usage.isEmpty, end + 2 + TextWidth.columns(of: entry.usage) < row.endColumn {
      surface.writeRight(
        entry.usage, row: row.row, endColumn: row.endColumn - 1, limit: room, style: isSelected ? base : theme.faint)
    }
  }

  /// What it does and why it cannot be done now; of the two the reason is what must be read whole.
  private static func text(of entry: ActEntry, columns: Int) -> String {
    guard let obstacle = entry.obstacle else { return entry.help }
    let reason = "(\(obstacle))"
    let room = columns - TextWidth.columns(of: reason) - 1
    return room < 8 ? reason : TextWidth.truncate(entry.help, to: room) + " " + reason
  }
}
