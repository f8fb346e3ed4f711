import EventRecords
import TerminalSurface

extension EventDetailState {
  /// Draws the title with the tabs in one row, and the chosen tab's text below it.
  func draw(on surface: inout Surface, title: Rect, body: Rect, theme: Theme, isFocused: Bool) {
    let last = text.map { draw($0, on: &surface, in: body) } ?? 0
    drawTitle(on: &surface, in: title, lastLine: last, theme: theme, isFocused: isFocused)
    guard shown == nil else { return }
    CentredMessage("No event is selected.", style: theme.faint).draw(on: &surface, in: body)
  }

  private func draw(_ text: some PaneText, on surface: inout Surface, in rect: Rect) -> Int {
    pane.draw(text, on: &surface, in: rect)
  }

  private func drawTitle(on surface: inout Surface, in rect: Rect, lastLine: Int, theme: Theme, isFocused: Bool) {
    surface.write(String(repeating: "─", count: rect.columns), row: rect.row, column: rect.column, limit: rect.columns, style: theme.faint)
    let tabs = TabStrip(titles: DetailTab.allCases.map(\.title), selected: tab.rawValue).line(theme: theme)
    let position = position(lastLine: lastLine)
    let number = shown.map { "#\($0.id)" } ?? "Detail"
    let name = shown?.summary.map { EventLabel.cell($0, columns: 200) } ?? ""
    let whole = number.count + 1 + TextWidth.columns(of: name)
    // The tabs and the number come first, then the name, then the position: that is the order in which they are missed.
    let room = rect.columns - tabs.columns - 7
    let showsPosition = room - TextWidth.columns(of: position) - 3 >= min(40, whole)
    let nameRoom = room - number.count - 1 - (showsPosition ? TextWidth.columns(of: position) + 3 : 0)
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
    if showsPosition { surface.writeRight(" \(position) ", row: rect.row, endColumn: end - 1, limit: room, style: theme.faint) }
  }

  /// `1-12 of 40`, by the lines of the text.
  private func position(lastLine: Int) -> String {
    guard let count = text?.lineCount, count > 0 else { return "" }
    let isOpen = tab == .event && shown?.event.isComplete == false
    return "\(min(pane.topLine, lastLine) + 1)-\(lastLine + 1) of \(count)\(isOpen ? "+" : "")"
  }
}
