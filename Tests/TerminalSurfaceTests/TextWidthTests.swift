import TerminalSurface
import Testing

@Suite("Measuring text")
struct TextWidthTests {
  @Test func textThatFitsIsLeftAlone() {
    #expect(TextWidth.truncate("日本", to: 4) == "日本")
    #expect(TextWidth.truncateStart("日本", to: 4) == "日本")
    #expect(TextWidth.truncate("", to: 0) == "")
  }

  @Test func whatIsCutSaysSo() {
    #expect(TextWidth.truncate("abcdef", to: 4) == "abc…")
    #expect(TextWidth.truncateStart("abcdef", to: 4) == "…def")
    #expect(TextWidth.truncate("abcdef", to: 1) == "…")
    #expect(TextWidth.truncate("abcdef", to: 0) == "")
    #expect(TextWidth.truncateStart("abcdef", to: -1) == "")
  }

  @Test func noWideGlyphIsCutInTwo() {
    #expect(TextWidth.truncate("日本語", to: 4) == "日…")
    #expect(TextWidth.truncate("日本語", to: 5) == "日本…")
    #expect(TextWidth.truncateStart("日本語", to: 4) == "…語")
  }

  @Test func controlCharactersCountAsTheirPictures() {
    #expect(TextWidth.columns(of: "\u{1B}[0m\r\n") == 6)
    #expect(TextWidth.truncate("a\r\nb", to: 3) == "a…")
  }

  @Test func wrappedLinesAreFullAndTogetherTheText() {
    #expect(TextWidth.wrap("abcdefg", columns: 3) == ["abc", "def", "g"])
    #expect(TextWidth.wrap("日本語", columns: 5) == ["日本", "語"])
    #expect(TextWidth.wrap("", columns: 5) == [""])
    #expect(TextWidth.wrap("日a", columns: 1) == ["日", "a"])
    #expect(TextWidth.wrap("ab", columns: 0) == ["a", "b"])
  }

  @Test func hostileTextIsMeasuredAsItIsDrawn() {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<1000 {
      let text = generator.hostileText(20)
      let columns = Int.random(in: 1...12, using: &generator)
      let lines = TextWidth.wrap(text, columns: columns)
      #expect(lines.joined().unicodeScalars.elementsEqual(text.unicodeScalars))
      #expect(lines.allSatisfy { TextWidth.columns(of: String($0)) <= columns || $0.count == 1 })
      #expect(TextWidth.columns(of: TextWidth.truncate(text, to: columns)) <= columns)
      #expect(TextWidth.columns(of: TextWidth.truncateStart(text, to: columns)) <= columns)
    }
  }
}
