import TerminalSurface
import Testing

@testable import Dashboard

@Suite struct FormWidgetTests {
  private func row(columns: Int, draw: (inout Surface) -> Void) -> (text: String, cursor: Int?) {
    var surface = Surface(size: Size(columns: columns, rows: 1))
    draw(&surface)
    return (surface.text(row: 0), surface.cursor?.column)
  }

  private func choices(_ selected: Int, columns: Int) -> String {
    row(columns: columns) { surface in
      ChoiceRow(labels: ["one", "two", "three", "four"], selected: selected, isFocused: true).draw(
        on: &surface, row: 0, column: 0, columns: columns, theme: Theme(usesColor: false))
    }.text
  }

  @Test func theChosenOneIsAlwaysInView() {
    #expect(choices(0, columns: 40) == "(•) one  ( ) two  ( ) three  ( ) four   ")
    #expect(choices(0, columns: 20) == "(•) one  ( ) two …  ")
    #expect(choices(2, columns: 20).contains("(•) three"))
    #expect(choices(3, columns: 24) == "… ( ) three  (•) four   ")
    for columns in 0..<40 { for selected in 0..<4 { _ = choices(selected, columns: columns) } }
  }

  @Test func aLongTextShowsThePartAroundTheCursor() {
    var text = EditableText("abcdefghijklmnopqrstuvwxyz")
    func drawn() -> (text: String, cursor: Int?) {
      row(columns: 10) {
        TextField(text: text, isFocused: true).draw(on: &$0, row: 0, column: 0, columns: 10, theme: Theme(usesColor: false))
      }
    }
    #expect(drawn() == ("…tuvwxyz  ", 8))
    text.moveToLineStart()
    #expect(drawn() == ("abcdefghi…", 0))
    for _ in 0..<12 { text.moveRight() }
    #expect(drawn() == ("…fghijklm…", 8))
  }

  @Test func anEmptyFieldSaysWhatItMeans() {
    let drawn = row(columns: 10) {
      TextField(text: EditableText(), placeholder: "null", isFocused: false).draw(
        on: &$0, row: 0, column: 0, columns: 10, theme: Theme(usesColor: false))
    }
    #expect(drawn.text == "null      ")
    #expect(drawn.cursor == nil)
  }

  @Test func aListTakesAndLeaves() {
    var list = PopUpList(entries: ["a", "b", "c"], selected: 0)
    #expect([Key.down, .down, .down].map { list.update($0) } == [.stays, .stays, .stays])
    #expect(list.selected == 2)
    #expect([Key.enter, .escape, .character("x")].map { list.update($0) } == [.taken(2), .left, .passed])
  }

  @Test func rowsKeepTheirOrder() {
    var list = RowList([("a", "1"), ("b", "2")])
    #expect(list.lines == [[.cell(row: 0, .name), .cell(row: 0, .value)], [.cell(row: 1, .name), .cell(row: 1, .value), .add]])
    #expect(list.addRow(after: .cell(row: 0, .value)) == .cell(row: 1, .name))
    #expect(list.rows.map(\.name.text) == ["a", "", "b"])
    #expect(list.removeRow(at: .cell(row: 2, .value)) == .cell(row: 1, .value))
    #expect(list.removeRow(at: .add) == .add)
  }
}
