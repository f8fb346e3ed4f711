import TerminalSurface

/// How each kind of thing on the screen looks.
///
/// Only colours that can be read on dark and on light backgrounds alike, always on the terminal's own background or with a background of
/// their own. No look is the only sign of anything: a word or a mark stands beside it.
struct Theme: Sendable, Hashable {
  /// Without colours everything is told by bold, underline and reverse.
  let usesColor: Bool

  let text = Style.plain
  /// What matters most in its place: titles, names.
  let strong = Style.plain.bold()

  /// What may be overlooked: rules, line numbers, notes beside a text.
  var faint: Style { usesColor ? Style.plain.dim() : .plain }
  /// The heads of columns.
  var columnHead: Style { Style.plain.underline() }
  /// The row under the cursor, in the pane that has the keyboard.
  var selection: Style { Style.plain.reverse() }
  /// The row under the cursor, in another pane.
  var idleSelection: Style { Style.plain.bold().underline() }
  /// The title of the pane that has the keyboard.
  var focusedTitle: Style { Style.plain.bold().reverse() }
  /// The program's name, keys in the footer.
  var accent: Style { colored(Tone.teal, [.bold]) }
  var good: Style { colored(Tone.green) }
  var warning: Style { colored(Tone.orange) }
  var failure: Style { colored(Tone.red, [.bold]) }
  /// A mode that changes what is shown, as a word on a ground of its own.
  var mode: Style { usesColor ? Style(foreground: .black, background: .yellow) : Style.plain.reverse() }
  /// A line that says that something is broken and stays so.
  var banner: Style { usesColor ? Style(foreground: .brightWhite, background: .red, attributes: .bold) : Style.plain.bold().reverse() }
  /// What a search found, and the one of them that was gone to last.
  var match: Style { usesColor ? Style(foreground: .black, background: .yellow) : Style.plain.underline() }
  var currentMatch: Style {
    usesColor ? Style(foreground: .black, background: .brightYellow, attributes: .bold) : Style.plain.bold().reverse()
  }
  /// A field that can be typed into.
  var field: Style { Style.plain.underline() }
  var focusedField: Style { Style.plain.reverse() }
  var button: Style { Style.plain.bold() }

  var jsonName: Style { colored(Tone.blue) }
  var jsonString: Style { colored(Tone.green) }
  var jsonNumber: Style { colored(Tone.violet) }
  var jsonLiteral: Style { colored(Tone.orange) }

  private func colored(_ color: Color, _ attributes: TextAttributes = []) -> Style {
    usesColor ? Style(foreground: color, attributes: attributes) : Style(attributes: attributes)
  }

  /// Colours of middling brightness: each has a contrast of about four to one or more against black and against white. The eight basic
  /// colours have not: their green and cyan vanish on white, their blue on black.
  private enum Tone {
    static let red = Color.indexed(160)
    static let orange = Color.indexed(130)
    static let green = Color.indexed(28)
    static let teal = Color.indexed(31)
    static let blue = Color.indexed(32)
    static let violet = Color.indexed(133)
  }
}
