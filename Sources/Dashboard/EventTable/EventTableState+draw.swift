import CatalogEvents
import EventRecords
import TerminalSurface

extension EventTableState {
  /// Draws the heads of the columns and, below them, the rows in view.
  func draw(
    on surface: inout Surface, head: Rect, rows area: Rect, marks: Marks, theme: Theme, clock: ClockFormat, limits: SignLimits,
    isFocused: Bool
  ) {
    let columns = TableColumns(width: area.columns, greatestNumber: rows.map(\.id).max() ?? 0)
    surface.fill(head, style: theme.columnHead)
    for slot in columns.slots {
      write(columns.title(slot, sort: sort), slot, on: &surface, row: head.row, area: head, style: theme.columnHead)
    }
    if rows.isEmpty, filter != nil { drawNothing(on: &surface, in: area, theme: theme) }
    for (line, row) in visibleRows.prefix(area.rows).enumerated() {
      draw(row, columns, on: &surface, row: area.row + line, area: area, theme: theme, clock: clock, limits: limits, isFocused: isFocused)
      if marks.contains(row.id) { drawMark(of: row, on: &surface, row: area.row + line, column: area.column, isFocused: isFocused, theme) }
    }
  }

  /// Says why there is no row, and what helps.
  private func drawNothing(on surface: inout Surface, in area: Rect, theme: Theme) {
    let keys = [(Command.openFilter, " changes it   "), (.back, " shows all events")]
    let help = keys.flatMap { [StyledSpan(KeyTable.shortLabel(of: $0, in: .table), theme.accent), StyledSpan($1)] }
    CentredMessage([StyledLine("No event matches the filter", theme.strong), StyledLine(help)]).draw(on: &surface, in: area)
  }

  /// The sign of a mark, another one where the cursor is.
  private func drawMark(
    of summary: CaptureSummary, on surface: inout Surface, row: Int, column: Int, isFocused: Bool, _ theme: Theme
  ) {
    let isSelected = summary.id == selectedID
    let style = isSelected ? (isFocused ? theme.selection : theme.idleSelection) : theme.strong
    surface.write(isSelected ? "✱" : "*", row: row, column: column, limit: 1, style: style)
  }

  private func draw(
    _ summary: CaptureSummary, _ columns: TableColumns, on surface: inout Surface, row: Int, area: Rect, theme: Theme, clock: ClockFormat,
    limits: SignLimits, isFocused: Bool
  ) {
    let isSelected = summary.id == selectedID
    let base = isSelected ? (isFocused ? theme.selection : theme.idleSelection) : theme.text
    let line = Rect(row: row, column: area.column, rows: 1, columns: area.columns)
    surface.fill(line, style: base)
    surface.mark(line, as: ClickTarget.capture(summary.id))
    if isSelected { surface.write("▶", row: row, column: area.column, limit: 1, style: base) }
    for slot in columns.slots {
      if slot.column == .flags {
        let flags = FlagText.line(of: summary, limits, columns: slot.width, theme: theme)
        write(isSelected ? StyledLine(flags.text, base) : flags, slot, on: &surface, row: row, area: area)
        continue
      }
      let cell = text(of: slot, in: summary, columns: columns, theme: theme, clock: clock)
      write(cell.text, slot, on: &surface, row: row, area: area, style: isSelected ? base : cell.style)
    }
  }

  private func write(_ line: StyledLine, _ slot: TableColumns.Slot, on surface: inout Surface, row: Int, area: Rect) {
    surface.write(line, row: row, column: area.column + slot.start, limit: min(slot.width, area.columns - slot.start))
  }

  private func write(
    _ text: String, _ slot: TableColumns.Slot, on surface: inout Surface, row: Int, area: Rect, style: Style
  ) {
    let room = min(slot.width, area.columns - slot.start)
    guard room > 0 else { return }
    if TableColumns.isRightAligned(slot.column) {
      surface.writeRight(text, row: row, endColumn: area.column + slot.start + slot.width, limit: room, style: style)
    } else {
      surface.write(text, row: row, column: area.column + slot.start, limit: room, style: style)
    }
  }

  private func text(
    of slot: TableColumns.Slot, in summary: CaptureSummary, columns: TableColumns, theme: Theme, clock: ClockFormat
  ) -> StyledSpan {
    let isRejected = summary.verdict == .rejected
    switch slot.column {
    case .number: return StyledSpan(String(summary.id))
    case .time:
      return StyledSpan(columns.showsMilliseconds ? clock.timeWithMilliseconds(summary.receivedAt) : clock.time(summary.receivedAt))
    case .action: return StyledSpan(summary.event.map { EventLabel.sign($0.action) } ?? "?", theme.strong)
    case .type: return StyledSpan(summary.event.map { TextWidth.truncate($0.resourceType.rawValue, to: slot.width) } ?? "?")
    case .name:
      return StyledSpan(EventLabel.cell(summary, columns: slot.width), isRejected ? theme.failure : theme.text)
    case .lag: return StyledSpan(summary.lag.map(ClockFormat.lag) ?? "-")
    case .size: return StyledSpan(ClockFormat.size(summary.byteCount))
    case .status: return StyledSpan(String(summary.status), isRejected ? theme.failure : theme.text)
    case .flags: return StyledSpan("")
    }
  }
}
