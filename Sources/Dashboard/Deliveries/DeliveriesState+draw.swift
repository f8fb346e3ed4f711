import EventRecords
import TerminalSurface

extension DeliveriesState {
  /// Draws the list and the selected delivery, or the latter alone; `openOrderCount` is how many send orders are under way.
  func draw(on surface: inout Surface, in rect: Rect, theme: Theme, clock: ClockFormat, openOrderCount: Int) {
    guard !rect.isEmpty else { return }
    surface.fill(rect)
    if isDetailOpen, let selected {
      let (title, text) = rect.splitTop(1)
      drawDetail(of: selected, title: title, in: text, isFocused: true, on: &surface, theme: theme, clock: clock)
      return
    }
    guard !rows.isEmpty else {
      drawEmpty(on: &surface, in: rect, theme: theme)
      return
    }
    let layout = DeliveriesLayout(rect)
    drawTitle(on: &surface, in: layout.title, theme: theme, openOrderCount: openOrderCount)
    DeliveryRows(deliveries: visibleRows(layout.list.rows), selectedID: selectedID, theme: theme, clock: clock).draw(
      on: &surface, head: layout.head, in: layout.list)
    if let divider = layout.divider {
      surface.writeVerticalLine(row: divider.row, column: divider.column, rows: divider.rows, style: theme.faint)
    }
    if let selected, let title = layout.detailTitle, let detail = layout.detail {
      drawDetail(of: selected, title: title, in: detail, isFocused: false, on: &surface, theme: theme, clock: clock)
    }
  }

  /// The rows of the list that are in view.
  private func visibleRows(_ count: Int) -> [Delivery] {
    guard count > 0 else { return [] }
    let top = topIndex(count)
    return rows[top..<min(rows.count, top + count)].map { mask($0) }
  }

  private func drawTitle(on surface: inout Surface, in rect: Rect, theme: Theme, openOrderCount: Int) {
    surface.writeHorizontalLine(row: rect.row, column: rect.column, columns: rect.columns, style: theme.faint)
    let total = countBefore + rows.count + countAfter
    let position = selectedIndex.map { "\(countBefore + $0 + 1) of \(total)" } ?? "\(total)"
    var spans = [StyledSpan(" Deliveries ", theme.strong), StyledSpan("─"), StyledSpan(" \(position) "), StyledSpan("─")]
    let below = selectedIndex.map { rows.count - 1 - $0 + countAfter } ?? 0
    spans.append(
      isFollowing ? StyledSpan(" FOLLOW ", theme.strong) : StyledSpan(" FOLLOW off, \(below) below ", below > 0 ? theme.mode : theme.strong)
    )
    if let filter { spans += [StyledSpan("─"), StyledSpan(" filter: \(filter.text) ", theme.mode)] }
    if openOrderCount > 0 { spans += [StyledSpan("─"), StyledSpan(" \(openOrderCount) under way ", theme.strong)] }
    surface.write(StyledLine(spans), row: rect.row, column: rect.column + 1, limit: rect.columns - 2)
  }

  private func drawDetail(
    of delivery: Delivery, title: Rect, in rect: Rect, isFocused: Bool, on surface: inout Surface, theme: Theme, clock: ClockFormat
  ) {
    surface.writeHorizontalLine(row: title.row, column: title.column, columns: title.columns, style: theme.faint)
    let tabs = TabStrip(titles: DeliverySection.allCases.map(\.title), selected: DeliverySection.allCases.firstIndex(of: tab) ?? 0).line(
      theme: theme)
    let hasTabs = title.columns >= tabs.columns + 16
    let room = title.columns - 2 - (hasTabs ? tabs.columns + 3 : 0)
    let name = TextWidth.truncate(" Delivery #\(delivery.id) \(delivery.label)", to: max(0, room - 1)) + " "
    let end = surface.write(name, row: title.row, column: title.column + 1, style: isFocused ? theme.focusedTitle : theme.strong)
    if hasTabs {
      surface.write(
        StyledLine([StyledSpan(" ")] + tabs.spans + [StyledSpan(" ")]), row: title.row, column: end + 1, limit: title.endColumn - end - 1)
    }
    let text = DeliveryText.text(of: delivery, tab: tab, theme: theme, clock: clock)
    let inside = Rect(row: rect.row, column: rect.column + 1, rows: rect.rows, columns: rect.columns - 2)
    (isFocused ? detailPane : TextPane()).draw(text, on: &surface, in: inside)
  }

  private func drawEmpty(on surface: inout Surface, in rect: Rect, theme: Theme) {
    guard isLoaded else { return }
    if let filter {
      CentredMessage([
        StyledLine("No delivery matches the filter.", theme.strong), StyledLine(),
        StyledLine(TextWidth.truncate(filter.text, to: max(8, rect.columns - 4))),
      ]).draw(on: &surface, in: rect)
      return
    }
    let key = KeyTable.shortLabel(of: .compose, in: .deliveries)
    CentredMessage([
      StyledLine("Nothing was sent yet.", theme.strong), StyledLine(),
      StyledLine([StyledSpan(key, theme.accent), StyledSpan(" composes an event and sends it.")]),
    ]).draw(on: &surface, in: rect)
  }
}
