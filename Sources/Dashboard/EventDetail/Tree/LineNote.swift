import TerminalSurface

/// Something to be said about a line of an event, beside it.
struct LineNote: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    case explanation
    /// Something odd, marked with `!`.
    case finding
    /// A change of a schema, marked with `D`.
    case drift
  }

  var kind: Kind
  var text: String

  static func finding(_ text: String) -> LineNote {
    LineNote(kind: .finding, text: text)
  }

  static func explanation(_ text: String) -> LineNote {
    LineNote(kind: .explanation, text: text)
  }

  static func drift(_ text: String) -> LineNote {
    LineNote(kind: .drift, text: text)
  }

  func span(theme: Theme) -> StyledSpan {
    switch kind {
    case .explanation: StyledSpan(text, theme.faint)
    case .finding: StyledSpan("! " + text, theme.warning)
    case .drift: StyledSpan("D " + text, theme.warning)
    }
  }

  /// The note below its line, broken between words where that is possible.
  func rows(lead: StyledSpan, columns: Int, theme: Theme) -> [StyledLine] {
    StyledLine([lead, span(theme: theme)]).wrapped(columns: columns, continuation: lead, atWords: true)
  }
}
