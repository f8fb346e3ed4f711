import EventRecords
import TerminalSurface

extension StatisticsState {
  /// Draws what is known; `filter` is the text of the filter that it respects, empty when there is none.
  func draw(on surface: inout Surface, in rect: Rect, filter: String, theme: Theme, clock: ClockFormat) {
    guard !rect.isEmpty else { return }
    surface.fill(rect)
    let layout = StatisticsLayout(rect, panel: panel)
    drawTitle(on: &surface, in: layout.title, theme: theme)
    guard let statistics else { return }
    guard statistics.count > 0 else {
      let (_, below) = rect.splitTop(1)
      CentredMessage([
        StyledLine("Nothing to count.", theme.strong),
        StyledLine(filter.isEmpty ? "Nothing was received yet." : "No capture matches the filter."),
      ]).draw(on: &surface, in: below)
      return
    }
    if let histogram = layout.histogram { draw(statistics.histogram, on: &surface, in: histogram, theme: theme, clock: clock) }
    if let durations = layout.durations { drawDurations(on: &surface, in: durations, theme: theme) }
    for field in StatisticsField.allCases {
      guard let list = layout.values[field] else { continue }
      ValueBars(
        field: field, values: values(of: field), total: statistics.count, selected: selectedIndex(of: field),
        isFocused: panel == .values(field), theme: theme, note: note(on: field)
      ).draw(on: &surface, in: list)
    }
  }

  private func drawTitle(on surface: inout Surface, in rect: Rect, theme: Theme) {
    surface.writeHorizontalLine(row: rect.row, column: rect.column, columns: rect.columns, style: theme.faint)
    var spans = [StyledSpan(" Statistics ", theme.strong)]
    if let statistics {
      let captures = "\(statistics.count) capture\(statistics.count == 1 ? "" : "s")"
      spans += [
        StyledSpan("─", theme.faint),
        statistics.isPartial ? StyledSpan(" the newest \(captures), older ones are not counted ", theme.mode) : StyledSpan(" \(captures) "),
      ]
    }
    surface.write(StyledLine(spans), row: rect.row, column: rect.column + 1, limit: rect.columns - 2)
  }

  private func draw(_ histogram: RateHistogram, on surface: inout Surface, in rect: Rect, theme: Theme, clock: ClockFormat) {
    let (head, chart) = rect.splitTop(1)
    let isFocused = panel == .histogram
    let end = surface.write(
      " Arrivals ", row: head.row, column: head.column, limit: head.columns, style: isFocused ? theme.focusedTitle : theme.strong)
    var text = " a bar is \(ClockFormat.width(histogram.width))"
    if let selection {
      let count = histogram.counts[selection].reduce(0, +)
      let span = histogram.width * Int64(histogram.counts.count)
      let first = clock.moment(histogram.beginning(of: selection.lowerBound), within: span)
      let last = clock.moment(histogram.beginning(of: selection.upperBound + 1), within: span)
      text += "; \(first) to \(last): \(count)"
    }
    surface.write(
      TextWidth.truncate(text, to: max(0, head.endColumn - end)), row: head.row, column: end, limit: head.endColumn - end)
    HistogramChart(
      histogram: histogram, selection: isFocused || anchor != nil ? selection : nil, isFocused: isFocused, theme: theme, clock: clock
    )
    .draw(on: &surface, in: chart)
  }

  private func drawDurations(on surface: inout Surface, in rect: Rect, theme: Theme) {
    let rows = [("Lag", statistics?.lag, "no event"), ("Answered in", statistics?.answer, "not measured")]
    for (offset, (title, percentiles, none)) in rows.enumerated() where offset < rect.rows {
      var column = surface.write(" " + title, row: rect.row + offset, column: rect.column, limit: rect.columns, style: theme.strong)
      column = max(column, rect.column + 14)
      guard let percentiles else {
        surface.write(none, row: rect.row + offset, column: column, limit: rect.endColumn - column, style: theme.faint)
        continue
      }
      for (name, value) in [("p50", percentiles.p50), ("p95", percentiles.p95), ("p99", percentiles.p99), ("max", percentiles.max)] {
        let cell = StyledLine([StyledSpan(name + " ", theme.faint), StyledSpan(ClockFormat.took(microseconds: value))])
        surface.write(cell, row: rect.row + offset, column: column, limit: rect.endColumn - column)
        column += 16
      }
    }
  }

  private func note(on field: StatisticsField) -> String {
    guard field == .sign, let statistics, statistics.comparedCount < statistics.count else { return "" }
    return " D and = in the newest \(statistics.comparedCount)"
  }
}
