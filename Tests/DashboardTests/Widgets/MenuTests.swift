import TerminalSurface
import Testing

@testable import Dashboard

@Suite struct MenuTests {
  private let menu = MenuState(
    title: "Copy",
    entries: [
      MenuEntry(key: "b", label: "body", act: .command(.redraw), obstacle: "it has none"),
      MenuEntry(key: "j", label: "as JSON", act: .command(.suspend)),
      MenuEntry(key: "c", label: "as curl", act: .quit),
    ])

  private func press(_ key: Key, in menu: inout MenuState) -> MenuState.Outcome {
    menu.update(key, KeyTable.command(for: key, in: .menu))
  }

  @Test func theFirstEntryThatCanBeDoneIsSelected() {
    #expect(menu.selected == 1)
  }

  @Test func aLetterCarriesItsEntryOutAlsoWhereItMovesElsewhere() {
    var menu = menu
    #expect(press(.character("c"), in: &menu) == .chosen(.quit))
    #expect(press(.character("j"), in: &menu) == .chosen(.command(.suspend)))
  }

  @Test func anEntryThatCannotBeDoneSaysWhy() {
    var menu = menu
    #expect(press(.character("b"), in: &menu) == .refused("it has none"))
    #expect(press(.enter, in: &menu) == .refused("it has none"))
  }

  @Test func arrowsMoveAndStopAtTheEnds() {
    var menu = menu
    for _ in 0..<5 { #expect(press(.down, in: &menu) == .stays) }
    #expect(menu.selected == 2)
    #expect(press(.enter, in: &menu) == .chosen(.quit))
    for _ in 0..<5 { #expect(press(.character("k"), in: &menu) == .stays) }
    #expect(menu.selected == 0)
  }

  @Test func escapeAndQLeave() {
    var menu = menu
    #expect(press(.escape, in: &menu) == .left)
    #expect(press(.character("q"), in: &menu) == .left)
  }

  @Test func itIsDrawnAtAnySizeAndWhatCannotBeDoneIsMarkedInWords() {
    for columns in 0..<50 {
      for rows in 0..<8 {
        var surface = Surface(size: Size(columns: columns, rows: rows))
        menu.draw(on: &surface, in: Rect(surface.size), theme: Theme(usesColor: true))
      }
    }
    var surface = Surface(size: Size(columns: 40, rows: 7))
    menu.draw(on: &surface, in: Rect(surface.size), theme: Theme(usesColor: false))
    let rows = (0..<7).map { surface.text(row: $0) }
    #expect(rows.contains { $0.contains("b  body (it has none)") })
    #expect(rows.contains { $0.contains("▶ j  as JSON") })
  }
}
