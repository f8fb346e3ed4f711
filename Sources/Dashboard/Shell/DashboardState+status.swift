import EventRecords
import TerminalSurface

extension DashboardState {
  /// What is wrong with the whole program, a line each.
  var banners: [String] {
    var lines: [String] = []
    if let storeFailure {
      let since = storeFailure.since.map { " since \(clock.time($0))" } ?? ""
      lines.append("✗ The store takes nothing\(since), and senders get 503: \(storeFailure.reason)")
    }
    for listener in listeners {
      if case .failing(let reason) = listener.health { lines.append("✗ \(listener.url) is failing: \(reason)") }
    }
    return lines
  }

  func drawBanners(on surface: inout Surface, in rect: Rect) {
    for (index, text) in banners.prefix(rect.rows).enumerated() {
      let line = Rect(row: rect.row + index, column: rect.column, rows: 1, columns: rect.columns)
      surface.fill(line, style: theme.banner)
      surface.write(
        TextWidth.truncate(text, to: rect.columns - 2), row: line.row, column: line.column + 1, limit: rect.columns - 2, style: theme.banner
      )
    }
  }

  /// How the table is shown, as words.
  var modes: [StatusLine.Mode] {
    var modes: [StatusLine.Mode] = []
    if table.foldsAttempts { modes.append(StatusLine.Mode(text: "FOLDED", brief: "FOLDED", style: theme.mode)) }
    if table.isPaused { modes.append(StatusLine.Mode(text: "PAUSED \(table.counters.held) held", brief: "PAUSED", style: theme.mode)) }
    if table.sort != .arrival {
      let name = table.sort.column.rawValue
      let direction = table.sort.isDescending ? "falling" : "rising"
      modes.append(
        StatusLine.Mode(text: "sorted by \(name), \(direction)", brief: "by \(name)", style: theme.mode))
    } else if table.isFollowing {
      modes.append(StatusLine.Mode(text: "FOLLOW", brief: "FOLLOW", style: theme.strong))
    } else {
      let below = table.countBelow
      modes.append(
        StatusLine.Mode(text: "FOLLOW off, \(below) below", brief: "\(below) below", style: below > 0 ? theme.mode : theme.strong))
    }
    return modes
  }

  /// What is under way and what is marked, whatever is shown.
  private var standing: [StatusLine.Mode] {
    var modes: [StatusLine.Mode] = []
    if let sending = replays.mode { modes.append(StatusLine.Mode(text: sending, brief: sending, style: theme.mode)) }
    if showsSecrets { modes.append(StatusLine.Mode(text: "SECRETS SHOWN", brief: "SECRETS", style: theme.mode)) }
    if !marks.isEmpty { modes.append(StatusLine.Mode(text: "\(marks.count) marked", brief: "\(marks.count) marked", style: theme.strong)) }
    return modes
  }

  func statusLine(_ layout: ScreenLayout) -> StatusLine {
    let isEvents = view == .events && !isFirstStart
    let total = table.counters.shown
    let position = isEvents && total > 0 ? "\(table.position.map(String.init) ?? "-") of \(total)\(table.counters.isExact ? "" : "+")" : ""
    let bytes = table.counts?.byteCount ?? 0
    let store = environment.storePath.map { "store \($0)" + (bytes > 0 ? " \(ClockFormat.size(bytes))" : "") } ?? "store in memory"
    return StatusLine(
      position: position, modes: standing + (isEvents ? modes : []), notice: notices.current(at: now), store: store, theme: theme)
  }

  /// What there is room for on next to no screen.
  func drawLine(on surface: inout Surface, in rect: Rect) {
    let counters = table.counters
    let forms = [
      "hooktop: \(counters.received) received, \(counters.rejected) rejected; needs 40x10", "hooktop: \(counters.received) received",
      "\(counters.received)",
    ]
    let text = forms.first { TextWidth.columns(of: $0) <= rect.columns } ?? ""
    let line = storeFailure == nil ? text : "✗ STORE FAILS  " + text
    surface.write(
      TextWidth.truncate(line, to: rect.columns), row: rect.row, column: rect.column, limit: rect.columns,
      style: storeFailure == nil ? theme.text : theme.failure)
  }
}
