import CatalogEvents
import EventRecords
import TerminalSurface

extension EventDetailState {
  /// Draws the title with the tabs in one row, the chosen tab's text below it, and at its foot the path and what was found.
  func draw(on surface: inout Surface, title: Rect, body: Rect, theme: Theme, isFocused: Bool) {
    let (rest, foot) = body.splitBottom(footRows(of: body.rows, isFocused: isFocused))
    let last = text.map { draw($0, on: &surface, in: rest, isFocused: isFocused) } ?? 0
    drawTitle(on: &surface, in: title, lastLine: last, theme: theme, isFocused: isFocused)
    if !foot.isEmpty { drawFoot(on: &surface, in: foot, theme: theme, isFocused: isFocused) }
    guard shown == nil else { return }
    CentredMessage("No event is selected.", style: theme.faint).draw(on: &surface, in: body)
  }

  private func draw(_ text: some PaneText, on surface: inout Surface, in rect: Rect, isFocused: Bool) -> Int {
    pane.draw(text, on: &surface, in: rect, cursor: isFocused && showsTree ? tree.cursor : nil)
  }

  private var pane: TextPane { showsTree ? tree.pane : panes[tab] ?? TextPane() }

  private func drawTitle(on surface: inout Surface, in rect: Rect, lastLine: Int, theme: Theme, isFocused: Bool) {
    surface.write(String(repeating: "─", count: rect.columns), row: rect.row, column: rect.column, limit: rect.columns, style: theme.faint)
    let tabs = self.tabs(columns: rect.columns - 7, theme: theme)
    let number = shown.map { "#\($0.id)" } ?? "Detail"
    let name = shown?.summary.map { EventLabel.cell($0, columns: 200) } ?? ""
    let whole = number.count + 1 + TextWidth.columns(of: name)
    // The tabs and the number come first, then the name, then the position: that is the order in which they are missed.
    let room = rect.columns - tabs.columns - 7
    let position = positions(lastLine: lastLine, isFocused: isFocused).first { room - TextWidth.columns(of: $0) - 3 >= min(40, whole) }
    let nameRoom = room - number.count - 1 - (position.map { TextWidth.columns(of: $0) + 3 } ?? 0)
    var column = rect.column + 1
    let end = rect.endColumn
    if room >= number.count {
      let shown = nameRoom >= 8 && !name.isEmpty ? number + " " + EventLabel.shorten(name, to: nameRoom) : number
      column = surface.write(
        " " + shown + " ", row: rect.row, column: column, limit: end - column, style: isFocused ? theme.focusedTitle : theme.strong)
      column += 1
    }
    column = surface.write(" ", row: rect.row, column: column, limit: end - column)
    column = surface.write(tabs, row: rect.row, column: column, limit: end - column)
    surface.write(" ", row: rect.row, column: column, limit: end - column)
    if let position { surface.writeRight(" \(position) ", row: rect.row, endColumn: end - 1, limit: room, style: theme.faint) }
  }

  /// The names of the tabs; where there is no room for all of them only the first letters of those that are not chosen.
  private func tabs(columns: Int, theme: Theme) -> StyledLine {
    let whole = TabStrip(titles: DetailTab.allCases.map(\.title), selected: tab.rawValue).line(theme: theme)
    guard whole.columns > columns else { return whole }
    let titles = DetailTab.allCases.map { $0 == tab ? $0.title : String($0.title.prefix(1)) }
    return TabStrip(titles: titles, selected: tab.rawValue).line(theme: theme)
  }

  /// `1-12 of 40`, by the numbers of the lines; with a cursor `3 of 40`. Where there is less room, `of 40`.
  private func positions(lastLine: Int, isFocused: Bool) -> [String] {
    guard let count = text?.lineCount, count > 0 else { return [] }
    let total = "of \(number(ofLine: count - 1))\(tab == .event && shown?.event.isComplete == false ? "+" : "")"
    if isFocused, showsTree { return ["\(number(ofLine: tree.cursor)) \(total)", total] }
    return ["\(number(ofLine: min(pane.topLine, lastLine)))-\(number(ofLine: lastLine)) \(total)", total]
  }

  /// The number at the left of a line, or its place where the lines have none.
  private func number(ofLine index: Int) -> Int {
    guard tab == .event, let lines = shown?.event.document?.lines.lines, lines.indices.contains(index) else { return index + 1 }
    return Int(lines[index].number)
  }

  private func drawFoot(on surface: inout Surface, in rect: Rect, theme: Theme, isFocused: Bool) {
    surface.write(String(repeating: "─", count: rect.columns), row: rect.row, column: rect.column, limit: rect.columns, style: theme.faint)
    var end = rect.endColumn - 1
    if let searchStatus {
      let style = text?.highlights.isEmpty == true ? theme.failure : theme.strong
      end = surface.writeRight(" \(searchStatus) ", row: rect.row, endColumn: end, limit: rect.columns - 2, style: style)
    }
    guard isFocused, let path = cursorPath?.description, end - rect.column > 6 else { return }
    let shown = TextWidth.truncateStart(path, to: end - rect.column - 4)
    surface.write(" \(shown) ", row: rect.row, column: rect.column + 1, limit: end - rect.column - 2, style: theme.text)
  }
}
