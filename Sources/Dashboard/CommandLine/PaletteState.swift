import TerminalSurface

/// The palette: a list of all that can be run here, which shrinks to what is searched.
struct PaletteState: Sendable, Hashable {
  enum Outcome: Sendable, Hashable {
    case stays
    case chosen(ActEntry)
    case left
  }

  let entries: [ActEntry]
  private(set) var query = EditableText()
  /// What matches the query, the nearest first.
  private(set) var matches: [ActEntry]
  private(set) var selected = 0
  private var scroll = ScrollPosition()
  /// How many entries were in view when it was last given its size.
  private var rows = 10

  init(entries: [ActEntry]) {
    self.entries = entries
    matches = entries
  }

  mutating func update(_ key: Key, _ command: Command?) -> Outcome {
    switch command {
    case .moveDown: select(selected + 1)
    case .moveUp: select(selected - 1)
    case .pageDown: select(selected + max(1, rows - 1))
    case .pageUp: select(selected - max(1, rows - 1))
    case .close: return .left
    case .confirm: return matches.indices.contains(selected) ? .chosen(matches[selected]) : .stays
    default:
      if query.take(key, as: .line) { search() }
    }
    return .stays
  }

  mutating func paste(_ text: String) {
    query.paste(text, as: .line)
    search()
  }

  /// Gives the list its size in a body of so many rows.
  mutating func resize(bodyRows: Int) {
    rows = max(1, bodyRows - 3)
    select(selected)
  }

  mutating func select(_ index: Int) {
    selected = max(0, min(index, matches.count - 1))
    scroll.reveal(selected, rows: rows)
  }

  private mutating func search() {
    let search = WordSearch(query.text)
    let ranked = entries.enumerated().compactMap { index, entry in
      search.distance(to: [String(entry.usage.dropFirst()), entry.help], keys: entry.keys.split(separator: " ").map(String.init))
        .map { (distance: $0, index: index) }
    }
    matches = ranked.sorted { ($0.distance, $0.index) < ($1.distance, $1.index) }.map { entries[$0.index] }
    selected = 0
    scroll = ScrollPosition()
  }

  /// The first entry in view.
  func top(rows: Int) -> Int { scroll.top(lineCount: matches.count, rows: rows) }
}
