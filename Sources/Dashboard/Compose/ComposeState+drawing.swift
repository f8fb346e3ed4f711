import CatalogEvents
import TerminalSurface

extension ComposeState {
  func draw(on surface: inout Surface, in rect: Rect, context: ComposeContext) {
    guard !rect.isEmpty else { return }
    surface.fill(rect)
    let review = ComposeReview(self, in: context)
    let layout = layout(in: rect, context: context)
    if let preview = layout.preview {
      surface.mark(preview, as: ClickTarget.area(.preview))
      drawPreview(on: &surface, in: preview, review: review, context: context)
    }
    if let outcomes = layout.outcomes {
      drawOutcomes(on: &surface, in: outcomes, context: context)
      let column = layout.form.endColumn
      surface.writeVerticalLine(row: rect.row, column: column, rows: rect.rows, style: context.theme.faint)
      surface.write("┬", row: rect.row, column: column, style: context.theme.faint)
      surface.write("├", row: outcomes.row, column: column, style: context.theme.faint)
    }
    var painter = ComposePainter(state: self, review: review, context: context)
    painter.draw(on: &surface, layout: layout)
    defer {
      // On next to no screen a field may lie beyond it.
      if let cursor = surface.cursor, !rect.contains(Rect(row: cursor.row, column: cursor.column, rows: 1, columns: 1)) {
        surface.cursor = nil
      }
    }
    if let popUp, let anchor = painter.anchor {
      popUp.draw(on: &surface, below: anchor.row, column: anchor.column, in: layout.form, theme: context.theme)
    }
  }

  private func layout(in rect: Rect, context: ComposeContext) -> ComposeLayout {
    let hasArea = kind.form != .dataset
    let lineCount = lines(in: context, isNarrow: ComposePainter.isNarrow(rect)).count - (hasArea ? 1 : 0)
    return ComposeLayout(rect, lineCount: lineCount, hasArea: hasArea)
  }

  /// Moves the preview by pages.
  mutating func scrollPreview(by pages: Int, in context: ComposeContext) {
    scrollPreview(in: context) { pages * max(1, $0 - 1) }
  }

  mutating func scrollPreview(byLines lines: Int, in context: ComposeContext) {
    scrollPreview(in: context) { _ in lines }
  }

  /// `distance` tells by how many lines, from how many rows there are.
  private mutating func scrollPreview(in context: ComposeContext, by distance: (_ rows: Int) -> Int) {
    guard let rect = layout(in: Rect(context.size), context: context).preview else { return }
    let preview = preview(of: ComposeReview(self, in: context), in: rect, context: context)
    let rows = rect.rows - 1
    let last = ComposePreview.visibleLast(lineCount: preview.lineCount, rows: rows)
    let top = min(previewTop ?? preview.bodyStart, last)
    previewTop = max(0, min(last, top + distance(rows)))
  }

  private func preview(of review: ComposeReview, in rect: Rect, context: ComposeContext) -> ComposePreview {
    ComposePreview(review, at: context.now, columns: rect.columns - 2, isPacked: rect.rows < 16)
  }

  private func drawPreview(on surface: inout Surface, in rect: Rect, review: ComposeReview, context: ComposeContext) {
    let theme = context.theme
    let preview = preview(of: review, in: rect, context: context)
    let inside = rect.splitTop(1).rest.splitLeft(1).rest
    let isLeaving = review.target.map { !$0.isLoopback } ?? false
    let last = ComposePreview.visibleLast(lineCount: preview.lineCount, rows: inside.rows)
    let top = min(previewTop ?? preview.bodyStart, last)
    var title = [StyledSpan(" \(Self.destination(review, columns: rect.columns - 4)) ", isLeaving ? theme.mode : theme.strong)]
    if review.draft != nil { title += [StyledSpan("─", theme.faint), StyledSpan(" \(preview.body.count) bytes ", theme.text)] }
    if last > 0 {
      let place = "\(top + 1)-\(top + inside.rows) of \(preview.lineCount)"
      let keys = [Command.pageUp, .pageDown].map { KeyTable.shortLabel(of: $0, in: .compose) }.joined(separator: " ")
      let room = rect.columns - 3 - StyledLine(title).columns
      let fitting = [" lines \(place), \(keys) ", " \(place), \(keys) ", " \(keys) "].first { TextWidth.columns(of: $0) <= room }
      if let fitting { title += [StyledSpan("─", theme.faint), StyledSpan(fitting, theme.text)] }
    }
    drawTitle(StyledLine(title), on: &surface, in: rect, theme: theme)
    preview.draw(
      on: &surface, in: Rect(row: inside.row, column: inside.column, rows: inside.rows, columns: rect.columns - 2), top: top, theme: theme)
  }

  /// Where it will go, in the words of a title of at most `columns`.
  ///
  /// Where room is short the words go first, and then the beginning of the host: whose it is stands at its end.
  static func destination(_ review: ComposeReview, columns: Int) -> String {
    guard let target = review.target else { return "To be sent" }
    let lead = target.isLoopback ? ["To be sent to ", "to "] : ["leaves this machine: ", "leaves for "]
    let host = target.hostField
    let fitting = lead.first { TextWidth.columns(of: $0 + host) <= columns } ?? lead[1]
    return fitting + TextWidth.truncateStart(host, to: max(1, columns - TextWidth.columns(of: fitting)))
  }

  private func drawOutcomes(on surface: inout Surface, in rect: Rect, context: ComposeContext) {
    let theme = context.theme
    drawTitle(StyledLine(" Outcome ", theme.strong), on: &surface, in: rect, theme: theme)
    let inside = rect.splitTop(1).rest
    guard !orders.isEmpty else {
      surface.write("Nothing was fired yet.", row: inside.row, column: inside.column + 1, limit: inside.columns - 1, style: theme.faint)
      return
    }
    var row = inside.row
    for order in orders {
      // The newest is told whole, as far as there is room; the others in a line each.
      let line = order.line(context: context)
      let text = TextWidth.wrap(line.text, columns: max(1, inside.columns - 2))
      for part in text.prefix(order == orders.first ? 3 : 1) where row < inside.endRow {
        surface.write(String(part), row: row, column: inside.column + 1, limit: inside.columns - 2, style: line.style)
        row += 1
      }
    }
  }

  func drawTitle(_ title: StyledLine, on surface: inout Surface, in rect: Rect, theme: Theme) {
    surface.writeHorizontalLine(row: rect.row, column: rect.column, columns: rect.columns, style: theme.faint)
    surface.write(title, row: rect.row, column: rect.column + 1, limit: rect.columns - 2)
  }
}

extension OrderOutcome {
  /// `14:03:20  200 in 12 ms {"status":"ok"}`, with the key that cancels while there is something to cancel.
  func line(context: ComposeContext) -> (text: String, style: Style) {
    let mark: String
    let style: Style
    switch standing {
    case .underWay: (mark, style) = ("…", context.theme.text)
    case .good: (mark, style) = ("✓", context.theme.good)
    case .bad: (mark, style) = ("✗", context.theme.failure)
    }
    let hint = isEnded || standing == .good ? "" : "  (\(KeyTable.shortLabel(of: .cancelOrder, in: .compose)) cancels)"
    return ("\(mark) \(context.clock.time(firedAt))  \(text)\(hint)", style)
  }
}
