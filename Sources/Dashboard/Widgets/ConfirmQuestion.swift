import TerminalSurface

/// A question that must be answered with yes or no before anything else happens.
struct ConfirmQuestion: Sendable, Hashable {
  enum Answer: Sendable, Hashable {
    case yes, no
  }

  var text: String
  /// What is done when it is answered with yes.
  var act: Act

  /// The answer that a key gives; `nil` when it gives none and the question stays.
  func answer(to key: Key) -> Answer? {
    switch key {
    case .character("y"), .character("Y"): .yes
    case .character("n"), .character("N"), .character("q"), .escape: .no
    default: nil
    }
  }

  private static func answers(theme: Theme) -> StyledLine {
    StyledLine([
      StyledSpan("y yes", theme.strong, target: .key(.character("y"))), StyledSpan("   ", theme.strong),
      StyledSpan("n no", theme.strong, target: .key(.character("n"))),
    ])
  }

  /// Draws it as a box in the middle of `rect`, over what is there.
  func draw(on surface: inout Surface, in rect: Rect, theme: Theme) {
    let widest = max(1, min(76, rect.columns - 4))
    // How it is answered is in sight however little room there is.
    let wrapped = StyledLine(text).wrapped(columns: widest, atWords: true)
    var shown = Array(wrapped.prefix(max(1, rect.rows - 3)))
    if shown.count < wrapped.count, let last = shown.popLast() {
      shown.append(StyledLine(TextWidth.truncate(last.spans.map(\.text).joined(), to: widest - 1) + "…"))
    }
    let lines = shown + [Self.answers(theme: theme)]
    let size = Size(columns: (lines.map(\.columns).max() ?? 0) + 4, rows: lines.count + 2)
    let box = Rect(
      row: rect.row + max(0, (rect.rows - size.rows) / 2), column: rect.column + max(0, (rect.columns - size.columns) / 2),
      rows: min(size.rows, rect.rows), columns: min(size.columns, rect.columns))
    Frame(title: "", style: theme.strong).draw(on: &surface, in: box)
    let inside = box.inset(1)
    for (index, line) in lines.enumerated() where index < inside.rows {
      surface.write(line, row: inside.row + index, column: inside.column + 1, limit: inside.columns - 1)
    }
  }
}
