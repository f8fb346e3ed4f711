/// A text of a tab that can be searched, and shows what was found.
protocol SearchableText: PaneText, Sendable {
  var highlights: Highlights { get set }

  /// Where it has what is sought, in all of it, whether or not that is in view or even laid out.
  func find(_ search: TextSearch) -> Highlights
  /// The line in which a match of `highlights` lies; `nil` when it is in what is not shown.
  func line(ofMatch index: Int) -> Int?
}

/// Lines of our own, all of them there.
struct LinesText: SearchableText {
  var text: StyledText
  var highlights = Highlights()
  private let theme: Theme

  init(_ lines: [StyledLine], breaksAtWords: Bool = false, theme: Theme) {
    text = StyledText(lines: lines, breaksAtWords: breaksAtWords)
    self.theme = theme
  }

  var lineCount: Int { text.lineCount }

  func rows(of line: Int, columns: Int) -> [StyledLine] {
    let whole = text.lines[line]
    return highlights.marked(whole, at: line, theme: theme).wrapped(
      columns: columns, indent: whole.leadingSpaces, atWords: text.breaksAtWords)
  }

  func find(_ search: TextSearch) -> Highlights {
    Highlights.find(search, lines: text.lines)
  }

  func line(ofMatch index: Int) -> Int? {
    highlights.own[index].line
  }
}
