import TerminalSurface

/// The line numbers at the left of a text.
struct Gutter: Sendable, Hashable {
  /// How many digits the greatest number has.
  var digits: Int
  var theme: Theme

  init(greatest: Int, theme: Theme) {
    digits = max(2, String(max(0, greatest)).count)
    self.theme = theme
  }

  func number(_ number: Int) -> StyledSpan {
    let text = String(number)
    return StyledSpan(String(repeating: " ", count: max(0, digits - text.count)) + text + " ", theme.faint)
  }

  /// In place of a number, before what goes on with the line above or is said about it.
  func continuation(indent: Int = 0) -> StyledSpan {
    StyledSpan(String(repeating: " ", count: digits - 1) + "│ " + String(repeating: " ", count: indent), theme.faint)
  }
}
