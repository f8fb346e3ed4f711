import CatalogEvents
import EventRecords
import TerminalSurface

/// The two lines at the top: who listens and what time it is; how fast it comes and how much came.
struct HeaderLines: Sendable {
  var listeners: [ListenerStatus]
  var rate: RateHistory
  var pace: Pace?
  var counters: TableCounters?
  var now: Timestamp?
  var clock: ClockFormat
  var theme: Theme

  func draw(on surface: inout Surface, in rect: Rect) {
    guard !rect.isEmpty else { return }
    drawListeners(on: &surface, in: rect)
    if rect.rows > 1 { drawCounters(on: &surface, in: Rect(row: rect.row + 1, column: rect.column, rows: 1, columns: rect.columns)) }
  }

  private func drawListeners(on surface: inout Surface, in rect: Rect) {
    var end = rect.endColumn - 1
    if let now {
      let long = clock.time(now) + " " + clock.zoneName(at: now)
      let text = rect.columns >= 60 ? long : clock.time(now)
      end = surface.writeRight(text, row: rect.row, endColumn: end, limit: rect.columns) - 2
    }
    var column = rect.column + 1
    if rect.columns >= 60 {
      column = surface.write("hooktop", row: rect.row, column: column, limit: end - column, style: theme.accent) + 2
    }
    surface.write(listenerLine(columns: end - column), row: rect.row, column: column, limit: end - column)
  }

  /// The listeners, as much of each URL as there is room for all of them.
  private func listenerLine(columns: Int) -> StyledLine {
    guard !listeners.isEmpty else { return StyledLine("no listener", theme.warning) }
    let forms: [(String) -> String] = [{ $0 }, LoopbackURL.origin, LoopbackURL.brief]
    var line = StyledLine()
    for form in forms {
      line = StyledLine()
      for listener in listeners {
        if !line.spans.isEmpty { line.spans.append(StyledSpan("  ")) }
        let (mark, word, style) = listener.health.sign(theme: theme)
        line.spans += [StyledSpan(mark + " ", style), StyledSpan(form(listener.url)), StyledSpan(word.isEmpty ? "" : " " + word, style)]
      }
      if line.columns <= columns { break }
    }
    return line
  }

  private func drawCounters(on surface: inout Surface, in rect: Rect) {
    let end = rect.endColumn - 1
    let counts = counters.map { countersLine($0, columns: rect.columns - 2) } ?? StyledLine("reading the store …", theme.faint)
    let isNarrow = rect.columns < 60
    let countsStart = isNarrow ? rect.column + 1 : end - counts.columns
    surface.write(counts, row: rect.row, column: max(rect.column, countsStart), limit: end - max(rect.column, countsStart))
    guard !isNarrow else { return }
    let label = rate.label
    let room = countsStart - rect.column - 1 - "60 s ".count - 1 - max(6, label.count) - 3
    guard room >= 10 else { return }
    let (columns, pace) = division(of: room)
    var line = StyledLine([
      StyledSpan("60 s ", theme.faint), StyledSpan(Sparkline.text(rate.bars(columns: columns), columns: columns), theme.good),
      StyledSpan(" " + label),
    ])
    if let pace { line.spans += [StyledSpan(String(repeating: " ", count: max(3, 9 - label.count)))] + pace.spans }
    surface.write(line, row: rect.row, column: rect.column + 1, limit: countsStart - rect.column - 2)
  }

  /// How many bars the rate has, and what is said of the pace, in so many columns. Bars are of whole seconds: 60, 30, 20, 15, 12 or 10
  /// of them; half of them go before the pace does.
  private func division(of room: Int) -> (bars: Int, pace: StyledLine?) {
    if let pace {
      for form in pace.forms(theme: theme) {
        if let bars = [60, 30].first(where: { $0 + 3 + form.columns <= room }) { return (bars, form) }
      }
    }
    return ([60, 30, 20, 15, 12, 10].first { $0 <= room } ?? 10, nil)
  }

  /// The counters in words, shorter ones where the room is little.
  private func countersLine(_ counters: TableCounters, columns: Int) -> StyledLine {
    let forms = [
      (" received", " shown", " held", " rejected", " · "), (" received", " shown", " held", " rej", "·"),
      (" rcv", " shown", " held", " rej", "·"),
    ]
    var line = StyledLine()
    for (received, shown, held, rejected, gap) in forms {
      line = StyledLine([StyledSpan("\(counters.received)\(received)", theme.strong), StyledSpan("\(gap)\(counters.shown)\(shown)")])
      if counters.held > 0 { line.spans.append(StyledSpan("\(gap)\(counters.held)\(held)")) }
      line.spans.append(StyledSpan(gap))
      line.spans.append(StyledSpan("\(counters.rejected)\(rejected)", counters.rejected > 0 ? theme.failure : theme.text))
      if line.columns <= columns { break }
    }
    return line
  }
}

extension ListenerStatus.Health {
  /// How it is marked: a sign that differs in shape, a word when it is not well, and the look of both.
  func sign(theme: Theme) -> (mark: String, word: String, style: Style) {
    switch self {
    case .healthy: ("●", "", theme.good)
    case .starting: ("○", "starting", theme.faint)
    case .failing: ("✗", "FAILING", theme.failure)
    }
  }
}
