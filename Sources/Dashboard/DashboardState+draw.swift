import EventRecords
public import TerminalSurface

extension DashboardState {
  /// Shows the dashboard in `rect`.
  public func draw(on surface: inout Surface, in rect: Rect) {
    guard !rect.isEmpty else { return }
    let layout = layout(in: rect)
    guard layout.arrangement != .line else { return drawLine(on: &surface, in: rect) }
    HeaderLines(
      listeners: listeners, rate: rate, pace: pace.pace, counters: table.counts.map { _ in table.counters }, filter: table.filter?.text,
      now: now, clock: clock, theme: theme
    ).draw(on: &surface, in: layout.header)
    drawBanners(on: &surface, in: layout.banner)
    surface.mark(layout.body, as: ClickTarget.area(.keyboard))
    if let help {
      help.draw(on: &surface, in: layout.body, theme: theme)
    } else if view == .deliveries {
      deliveries.draw(on: &surface, in: layout.body, theme: theme, clock: clock, openOrderCount: openOrders.count)
    } else if view == .statistics {
      statistics.draw(on: &surface, in: layout.body, filter: table.filter?.text ?? "", theme: theme, clock: clock)
    } else {
      drawEvents(on: &surface, layout)
    }
    statusLine(layout).draw(on: &surface, in: layout.status)
    if isComposing, help == nil {
      surface.forgetPlaces()
      surface.fill(layout.form)
      form.draw(on: &surface, in: layout.form, context: composeContext)
    }
    // What has the keyboard has the mouse: nothing beneath can be clicked.
    if overlay != nil, help == nil { surface.forgetPlaces() }
    Footer(context: context, isEmpty: context == .table && isFirstStart, theme: theme).draw(on: &surface, in: layout.footer)
    drawOverlay(on: &surface, layout)
    if question != nil { surface.forgetPlaces() }
    question?.draw(on: &surface, in: layout.body, theme: theme)
  }

  private func drawEvents(on surface: inout Surface, _ layout: ScreenLayout) {
    if isFirstStart, let now {
      FirstStart(listeners: listeners, caBundlePath: environment.caBundlePath, now: now).draw(on: &surface, in: layout.body, theme: theme)
      return
    }
    if !isDetailWhole { drawTable(on: &surface, layout) }
    if let title = layout.detailTitle, let body = layout.detailBody {
      for part in [title, body] { surface.mark(part, as: ClickTarget.area(.detail)) }
      detail.draw(on: &surface, title: title, body: body, theme: theme, isFocused: context == .detail || isSearching)
    }
  }

  private func drawTable(on surface: inout Surface, _ layout: ScreenLayout) {
    let isFocused = context == .table || isComposing
    for part in [layout.tableHead, layout.tableRows] { surface.mark(part, as: ClickTarget.area(.table)) }
    if let title = layout.tableTitle {
      surface.write(
        String(repeating: "─", count: title.columns), row: title.row, column: title.column, limit: title.columns, style: theme.faint)
      let end = title.endColumn
      var column = surface.write(
        " Events ", row: title.row, column: title.column + 1, limit: title.columns - 1, style: isFocused ? theme.focusedTitle : theme.strong
      )
      for mode in modes {
        column = surface.write(" " + mode.text + " ", row: title.row, column: column + 1, limit: end - column - 1, style: mode.style)
      }
    }
    if let divider = layout.divider {
      surface.write("┬", row: divider.row, column: divider.column, limit: 1, style: theme.faint)
      for row in divider.row + 1..<max(divider.row + 1, divider.endRow) {
        surface.write("│", row: row, column: divider.column, limit: 1, style: theme.faint)
      }
    }
    table.draw(
      on: &surface, head: layout.tableHead, rows: layout.tableRows, marks: marks, theme: theme, clock: clock,
      limits: environment.signLimits,
      isFocused: isFocused)
  }
}
