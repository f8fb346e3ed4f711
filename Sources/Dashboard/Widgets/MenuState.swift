import TerminalSurface

/// One thing that a menu offers.
struct MenuEntry: Sendable, Hashable {
  /// The letter that carries it out at once.
  var key: Character
  var label: String
  var act: Act
  /// Why it cannot be done now, as a sentence without its full stop; `nil` when it can.
  var obstacle: String?
}

/// A short list of acts in a box, each with a letter of its own; what cannot be done now stays in view and says why.
struct MenuState: Sendable, Hashable {
  enum Outcome: Sendable, Hashable {
    case stays
    case chosen(Act)
    /// An entry that cannot be carried out was asked for.
    case refused(String)
    case left
  }

  let title: String
  let entries: [MenuEntry]
  private(set) var selected: Int

  /// The first entry that can be carried out is selected.
  init(title: String, entries: [MenuEntry]) {
    self.title = title
    self.entries = entries
    selected = entries.firstIndex { $0.obstacle == nil } ?? 0
  }

  mutating func update(_ key: Key, _ command: Command?) -> Outcome {
    // A letter of an entry comes before what the letter means elsewhere.
    if case .character(let letter) = key, let index = entries.firstIndex(where: { $0.key == letter }) {
      selected = index
      return outcome(of: index)
    }
    switch command {
    case .moveDown: selected = min(selected + 1, entries.count - 1)
    case .moveUp: selected = max(selected - 1, 0)
    case .moveToStart: selected = 0
    case .moveToEnd: selected = max(0, entries.count - 1)
    case .confirm: return outcome(of: selected)
    case .back, .leave: return .left
    default: break
    }
    return .stays
  }

  /// Puts the cursor on an entry, as a click does.
  mutating func select(_ index: Int) {
    if entries.indices.contains(index) { selected = index }
  }

  private func outcome(of index: Int) -> Outcome {
    guard entries.indices.contains(index) else { return .left }
    return entries[index].obstacle.map { .refused($0) } ?? .chosen(entries[index].act)
  }

  /// Draws it as a box in the middle of `rect`, over what is there.
  func draw(on surface: inout Surface, in rect: Rect, theme: Theme) {
    let texts = entries.map { $0.label + ($0.obstacle.map { " (\($0))" } ?? "") }
    let widest = max(TextWidth.columns(of: title) + 4, (texts.map { TextWidth.columns(of: $0) }.max() ?? 0) + 5)
    let size = Size(columns: min(widest + 4, rect.columns), rows: min(entries.count + 2, rect.rows))
    guard size.rows >= 3, size.columns >= 8 else { return }
    let box = Rect(
      row: rect.row + (rect.rows - size.rows) / 2, column: rect.column + (rect.columns - size.columns) / 2, rows: size.rows,
      columns: size.columns)
    Frame(title: title, style: theme.strong).draw(on: &surface, in: box)
    surface.mark(box, as: ClickTarget.area(.keyboard))
    let inside = box.inset(1)
    let top = max(0, min(selected - inside.rows / 2, entries.count - inside.rows))
    for offset in 0..<inside.rows where top + offset < entries.count {
      draw(top + offset, texts[top + offset], on: &surface, in: inside, row: inside.row + offset, theme: theme)
    }
    if top > 0 { surface.write("▲", row: inside.row, column: inside.endColumn, limit: 1, style: theme.strong) }
    if top + inside.rows < entries.count {
      surface.write("▼", row: inside.endRow - 1, column: inside.endColumn, limit: 1, style: theme.strong)
    }
  }

  private func draw(_ index: Int, _ text: String, on surface: inout Surface, in rect: Rect, row: Int, theme: Theme) {
    let isSelected = index == selected
    let base = isSelected ? theme.selection : entries[index].obstacle == nil ? theme.text : theme.faint
    let line = Rect(row: row, column: rect.column, rows: 1, columns: rect.columns)
    surface.fill(line, style: base)
    surface.mark(line, as: ClickTarget.entry(index))
    if isSelected {
      surface.write("▶", row: row, column: rect.column, limit: 1, style: base)
      surface.cursor = Surface.Position(row: row, column: rect.column)
    }
    surface.write(
      String(entries[index].key), row: row, column: rect.column + 2, limit: rect.columns - 2, style: isSelected ? base : theme.accent)
    surface.write(
      TextWidth.truncate(text, to: rect.columns - 5), row: row, column: rect.column + 5, limit: rect.columns - 5, style: base)
  }
}
