import CatalogEvents
import EventRecords
import TerminalSurface

extension TimelineState {
  func draw(on surface: inout Surface, in rect: Rect, theme: Theme, clock: ClockFormat, limits: SignLimits) {
    surface.fill(rect)
    surface.mark(rect, as: ClickTarget.area(.keyboard))
    let (title, body) = rect.splitTop(1)
    drawTitle(on: &surface, in: title, theme: theme)
    guard let timeline else { return }
    guard !timeline.entries.isEmpty else {
      CentredMessage("Nothing is known of it any more.", style: theme.strong).draw(on: &surface, in: body)
      return
    }
    let top = topLine(rows: body.rows)
    var line = 0
    for entry in timeline.entries {
      let isSelected = entry.id == selectedID
      for (offset, text) in lines(of: entry, theme: theme, clock: clock, limits: limits).enumerated() {
        defer { line += 1 }
        let row = body.row + line - top
        guard row >= body.row, row < body.endRow else { continue }
        surface.mark(Rect(row: row, column: body.column, rows: 1, columns: body.columns), as: ClickTarget.capture(entry.id))
        guard offset == 0, isSelected else {
          surface.write(text, row: row, column: body.column, limit: body.columns)
          continue
        }
        surface.fill(Rect(row: row, column: body.column, rows: 1, columns: body.columns), style: theme.selection)
        surface.write("▶" + text.text.dropFirst(), row: row, column: body.column, limit: body.columns, style: theme.selection)
      }
    }
  }

  private func drawTitle(on surface: inout Surface, in rect: Rect, theme: Theme) {
    surface.writeHorizontalLine(row: rect.row, column: rect.column, columns: rect.columns, style: theme.faint)
    let count = timeline.map { timeline in
      let events = "\(timeline.entries.count) event\(timeline.entries.count == 1 ? "" : "s")"
      return timeline.isPartial ? " the newest \(events) " : " \(events) "
    }
    let end = rect.endColumn - 1
    let countColumns = (count?.count ?? 0) + 2
    let name = EventLabel.shorten("Timeline of \(resource.label)", to: max(8, rect.columns - countColumns - 4))
    let column = surface.write(
      " " + name + " ", row: rect.row, column: rect.column + 1, limit: end - rect.column, style: theme.focusedTitle)
    guard let count, column + 1 + count.count <= end else { return }
    surface.write(count, row: rect.row, column: column + 1, style: timeline?.isPartial == true ? theme.mode : theme.text)
  }

  /// An event in a line, and below it what it changed.
  private func lines(of entry: TimelineEntry, theme: Theme, clock: ClockFormat, limits: SignLimits) -> [StyledLine] {
    let summary = entry.summary
    let action = summary.event?.action
    var head = [
      StyledSpan("  " + clock.dateAndTime(summary.receivedAt) + "  "),
      StyledSpan((action.map(EventLabel.sign) ?? "?") + " " + (action?.rawValue ?? ""), theme.strong),
      StyledSpan("  #\(summary.id)", theme.faint),
    ]
    let flags = FlagText.line(of: summary, limits, columns: 12, theme: theme)
    if !flags.spans.isEmpty { head += [StyledSpan("  ")] + flags.spans }
    var lines = [StyledLine(head)]
    lines += entry.changes.map { change in
      StyledLine([StyledSpan("      "), StyledSpan(change.sign + " ", theme.style(ofChange: change.sign)), StyledSpan(change.text)])
    }
    if entry.isCutOff { lines.append(StyledLine("      … and more changes; compare the two events to see all", theme.warning)) }
    if entry.changes.isEmpty {
      lines.append(StyledLine("      " + (entry.comparedID.map { "nothing else than in #\($0)" } ?? "without data"), theme.faint))
    }
    return lines
  }
}

extension Theme {
  fileprivate func style(ofChange sign: String) -> Style {
    switch sign {
    case "+": good
    case "-": failure
    case "~": warning
    default: text
    }
  }
}

extension CatalogResource {
  /// `dataset acme/sales.orders`.
  var label: String {
    let path = type == .workspace && name == workspace ? workspace : "\(workspace)/" + (collection.map { $0 + "." } ?? "") + name
    return "\(type.rawValue) \(path)"
  }
}
