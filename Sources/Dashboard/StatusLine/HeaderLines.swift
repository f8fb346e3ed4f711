import CatalogEvents
import EventRecords
import TerminalSurface

/// The two lines at the top: who listens and what time it is; which events are shown, how fast they come and how many came.
struct HeaderLines: Sendable {
  var listeners: [ListenerStatus]
  var rate: RateHistory
  var pace: Pace?
  var counters: TableCounters?
  /// The filter that is on, as it was typed.
  var filter: String?
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
    let start = rect.column + 1
    let end = rect.endColumn - 1
    let isNarrow = rect.columns < 60
    // A filter that is on leaves the counters half of the line; on a narrow screen it is shown only then.
    let countsRoom = filter == nil ? rect.columns - 2 : (rect.columns - 2) * 3 / 5
    let counts = counters.map { countersLine($0, columns: countsRoom) } ?? StyledLine("reading the store …", theme.faint)
    let countsStart = max(rect.column, isNarrow && filter == nil ? start : end - counts.columns)
    surface.write(counts, row: rect.row, column: countsStart, limit: end - countsStart)
    guard !isNarrow || filter != nil else { return }
    var line = filterLine(columns: countsStart - 2 - start, isNarrow: isNarrow)
    surface.write(line, row: rect.row, column: start, limit: countsStart - 2 - start)
    let label = rate.label
    let room = countsStart - start - line.columns - 2 - "60 s ".count - 1 - max(6, label.count) - 3
    guard room >= 10, !isNarrow else { return }
    let (columns, pace) = division(of: room)
    line = StyledLine([
      StyledSpan("60 s ", theme.faint), StyledSpan(Sparkline.text(rate.bars(columns: columns), columns: columns), theme.good),
      StyledSpan(" " + label),
    ])
    var width = "60 s ".count + columns + 1 + max(6, label.count)
    if let pace {
      line.spans += [StyledSpan(String(repeating: " ", count: max(3, 9 - label.count)))] + pace.spans
      width = line.columns
    }
    surface.write(line, row: rect.row, column: countsStart - 3 - width, limit: width)
  }

  /// Which events are shown, cut at its end where the room is little.
  private func filterLine(columns: Int, isNarrow: Bool) -> StyledLine {
    let label = isNarrow ? "/" : "FILTER "
    guard let filter else { return StyledLine([StyledSpan(label, theme.faint), StyledSpan("(none)", theme.faint)]) }
    return StyledLine([
      StyledSpan(label, theme.strong), StyledSpan(TextWidth.truncate(filter, to: max(0, columns - label.count)), theme.accent),
    ])
  }

  /// How many bars the rate has, and what is said of the pace, in so many columns. Bars are of whole seconds: 60, 30, 20, 15, 12 or 10
  /// of them; all but the last fifteen go before the pace does.
  private func division(of room: Int) -> (bars: Int, pace: StyledLine?) {
    if let pace {
      for form in pace.forms(theme: theme) {
        if let bars = [60, 30, 20, 15].first(where: { $0 + 3 + form.columns <= room }) { return (bars, form) }
      }
    }
    return ([60, 30, 20, 15, 12, 10].first { $0 <= room } ?? 10, nil)
  }

  /// The counters in words, shorter ones where the room is little.
  private func countersLine(_ counters: TableCounters, columns: Int) -> StyledLine {
    let forms = [
      (" received", " shown", " held", " hidden", " rejected", " · "), (" received", " shown", " held", " hidden", " rej", "·"),
      (" rcv", " shown", " held", " hid", " rej", "·"), ("", " shown", " held", "", "", "·"),
    ]
    var line = StyledLine()
    for (index, (received, shown, held, hidden, rejected, gap)) in forms.enumerated() {
      // With a filter the last form says only how much of all is shown.
      guard index < 3 || filter != nil else { break }
      let of = index == 3 ? " of \(counters.received)" : ""
      line = StyledLine(index == 3 ? [] : [StyledSpan("\(counters.received)\(received)", theme.strong), StyledSpan(gap)])
      line.spans.append(StyledSpan("\(counters.shown)\(counters.isExact ? "" : "+")\(of)\(shown)"))
      if counters.held > 0 { line.spans.append(StyledSpan("\(gap)\(counters.held)\(held)")) }
      if filter != nil, counters.isExact, index < 3 { line.spans.append(StyledSpan("\(gap)\(counters.hidden)\(hidden)")) }
      if index < 3 {
        line.spans.append(StyledSpan(gap))
        line.spans.append(StyledSpan("\(counters.rejected)\(rejected)", counters.rejected > 0 ? theme.failure : theme.text))
      }
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
