import TerminalSurface

/// The line above the footer: where one is, in which mode, and the last message.
struct StatusLine: Sendable {
  /// `511 of 512`.
  var position: String
  /// Modes as words, the most important first: `PAUSED 12 held`, `FOLLOW off, 1 below`.
  var modes: [Mode]
  var notice: Notice?
  /// What stands at the right while there is no notice.
  var store: String
  var theme: Theme

  struct Mode: Sendable, Hashable {
    var text: String
    /// The same where there is little room.
    var brief: String
    var style: Style
  }

  func draw(on surface: inout Surface, in rect: Rect) {
    guard !rect.isEmpty else { return }
    let end = rect.endColumn - 1
    var column = surface.write(position, row: rect.row, column: rect.column + 1, limit: end - rect.column - 1)
    let whole = modes.reduce(column) { $0 + 2 + TextWidth.columns(of: $1.text) }
    for mode in modes where column + 2 < end {
      column = surface.write(
        whole <= end ? mode.text : mode.brief, row: rect.row, column: column + 2, limit: end - column - 2, style: mode.style)
    }
    let room = end - column - 2
    guard room >= 8 else { return }
    if let notice {
      surface.writeRight(notice.mark + notice.text, row: rect.row, endColumn: end, limit: room, style: notice.style(theme: theme))
    } else if TextWidth.columns(of: store) <= room {
      surface.writeRight(store, row: rect.row, endColumn: end, limit: room, style: theme.faint)
    }
  }
}
