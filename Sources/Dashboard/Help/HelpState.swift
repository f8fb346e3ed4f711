import EventRecords
import TerminalSurface

/// The help: the keys of the pane it was opened from first, then those of the others, then what the signs mean.
struct HelpState: Sendable, Hashable {
  let text: StyledText
  private var pane = TextPane()

  init(context: KeyContext, surroundings: HelpSurroundings, theme: Theme) {
    text = StyledText(lines: HelpText.lines(context: context, surroundings: surroundings, theme: theme), breaksAtWords: true)
  }

  mutating func update(_ command: Command, size: Size) {
    pane.apply(command, text: text, size: size)
  }

  func draw(on surface: inout Surface, in rect: Rect, theme: Theme) {
    let (title, body) = rect.splitTop(1)
    surface.write(
      String(repeating: "─", count: title.columns), row: title.row, column: title.column, limit: title.columns, style: theme.faint)
    surface.write(" Help ", row: title.row, column: title.column + 1, limit: title.columns - 1, style: theme.focusedTitle)
    let last = pane.draw(text, on: &surface, in: body)
    let position = " \(min(pane.topLine, last) + 1)-\(last + 1) of \(text.lineCount) "
    surface.writeRight(position, row: title.row, endColumn: title.endColumn - 1, limit: max(0, title.columns - 10), style: theme.faint)
  }
}

/// What the help tells of this run of hooktop.
struct HelpSurroundings: Sendable, Hashable {
  var version: String
  var listeners: [ListenerStatus]
  var caBundlePath: String?
  var storePath: String?
  var notices: NoticeLog
  var clock: ClockFormat
}
