import TerminalSurface
import Testing

@testable import Dashboard

@Suite struct EditableTextTests {
  private func typing(_ keys: [Key], into text: String = "", as shape: EditableText.Shape = .line) -> EditableText {
    var edited = EditableText(text)
    for key in keys { _ = edited.take(key, as: shape) }
    return edited
  }

  @Test func typingGoesInAtTheCursor() {
    #expect(typing([.left, .left, .character("x")], into: "abc").text == "axbc")
    #expect(typing([.home, .character("x"), .end, .character("y")], into: "abc").text == "xabcy")
  }

  @Test func deletingTakesWholeCharacters() {
    #expect(typing([.backspace], into: "ae\u{301}").text == "a")
    #expect(typing([.home, .delete], into: "👩‍🔬b").text == "b")
    #expect(typing([.backspace, .backspace, .backspace], into: "ab").text == "")
    #expect(typing([.delete], into: "ab").text == "ab")
  }

  @Test func anAccentThatIsTypedJoinsItsLetter() {
    let edited = typing([.character("e"), .character("\u{301}"), .character("x")])
    #expect(edited.text == "e\u{301}x")
    #expect(edited.cursor == 2)
  }

  @Test func controlUClearsToTheStartAndControlWDeletesAWord() {
    #expect(typing([.left, .control("u")], into: "abc").text == "c")
    #expect(typing([.control("w")], into: "sales.orders").text == "sales.")
    #expect(typing([.control("w"), .control("w")], into: "sales.orders").text == "")
    #expect(typing([.control("w")], into: "one\ntwo", as: .lines).text == "one\n")
    #expect(typing([.control("w"), .control("w")], into: "one\ntwo", as: .lines).text == "one")
  }

  @Test func enterMakesALineOnlyWhereThereMayBeSeveral() {
    var single = EditableText("a")
    let isTaken = single.take(.enter, as: .line)
    #expect(!isTaken)
    #expect(typing([.enter, .character("b")], into: "a", as: .lines).text == "a\nb")
  }

  @Test func theCursorMovesBetweenLinesAndLeavesAtTheEnds() {
    var text = EditableText("long line\nab\nlast")
    let up = [text.take(.up, as: .lines), text.take(.up, as: .lines), text.take(.up, as: .lines)]
    #expect(up == [true, true, false])
    #expect(text.cursor == 2)
    let down = [text.take(.down, as: .lines), text.take(.down, as: .lines), text.take(.down, as: .lines)]
    #expect(down == [true, true, false])
    #expect(text.lines.cursorLine == 2)
  }

  @Test func pasteKeepsLinesOrMakesThemOne() {
    var lines = EditableText()
    lines.paste("SELECT 1\r\nFROM t\r", as: .lines)
    #expect(lines.text == "SELECT 1\nFROM t\n")
    var line = EditableText()
    line.paste("a\r\nb\n\n", as: .line)
    #expect(line.text == "a b")
  }
}
