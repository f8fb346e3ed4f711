import TerminalSurface

/// Something to be said about a line of an event, beside it.
struct LineNote: Sendable, Hashable {
  var text: String
  /// Whether it is something odd, which is marked with `!`.
  var isFinding: Bool

  static func finding(_ text: String) -> LineNote {
    LineNote(text: text, isFinding: true)
  }

  static func explanation(_ text: String) -> LineNote {
    LineNote(text: text, isFinding: false)
  }

  func span(theme: Theme) -> StyledSpan {
    isFinding ? StyledSpan("! " + text, theme.warning) : StyledSpan(text, theme.faint)
  }

  /// The note below its line, broken between words where that is possible.
  func rows(lead: StyledSpan, columns: Int, theme: Theme) -> [StyledLine] {
    StyledLine([lead, span(theme: theme)]).wrapped(columns: columns, continuation: lead, atWords: true)
  }
}
