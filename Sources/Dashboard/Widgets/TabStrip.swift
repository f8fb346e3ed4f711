import TerminalSurface

/// A row of names of which one is chosen; the chosen one stands in brackets, so that it can be told without colour. Each keeps its place
/// whichever is chosen.
struct TabStrip: Sendable, Hashable {
  var titles: [String]
  var selected: Int

  func line(theme: Theme) -> StyledLine {
    var spans: [StyledSpan] = []
    for (index, title) in titles.enumerated() {
      let target = ClickTarget.tab(index)
      spans.append(
        index == selected ? StyledSpan("[\(title)]", theme.strong, target: target) : StyledSpan(" \(title) ", theme.text, target: target))
    }
    return StyledLine(spans)
  }
}
