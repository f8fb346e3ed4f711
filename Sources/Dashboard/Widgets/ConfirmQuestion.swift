import TerminalSurface

/// A question that must be answered with yes or no before anything else happens.
struct ConfirmQuestion: Sendable, Hashable {
  enum Answer: Sendable, Hashable {
    case yes, no
  }

  var text: String

  /// The answer that a key gives; `nil` when it gives none and the question stays.
  func answer(to key: Key) -> Answer? {
    switch key {
    case .character("y"), .character("Y"): .yes
    case .character("n"), .character("N"), .character("q"), .escape: .no
    default: nil
    }
  }

  /// Draws it as a box in the middle of `rect`, over what is there.
  func draw(on surface: inout Surface, in rect: Rect, theme: Theme) {
    let keys = "y yes   n no"
    let columns = min(rect.columns, max(TextWidth.columns(of: text), keys.count) + 4)
    let box = Rect(
      row: rect.row + max(0, (rect.rows - 4) / 2), column: rect.column + (rect.columns - columns) / 2, rows: min(4, rect.rows),
      columns: columns)
    Frame(title: "", style: theme.strong).draw(on: &surface, in: box)
    let inside = box.inset(1)
    if inside.rows > 0 {
      surface.write(TextWidth.truncate(text, to: inside.columns - 1), row: inside.row, column: inside.column + 1, limit: inside.columns - 1)
    }
    if inside.rows > 1 {
      surface.write(keys, row: inside.row + 1, column: inside.column + 1, limit: inside.columns - 1, style: theme.strong)
    }
  }
}
