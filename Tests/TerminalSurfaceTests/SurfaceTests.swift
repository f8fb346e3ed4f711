import Testing

@testable import TerminalSurface

private func surface(_ rows: String..., columns: Int = 8) -> Surface {
  var surface = Surface(size: Size(columns: columns, rows: rows.count))
  for (row, text) in rows.enumerated() { surface.write(text, row: row, column: 0) }
  return surface
}

@Suite("Writing on a surface")
struct WritingTests {
  @Test func writingReturnsTheColumnAfterTheText() {
    var surface = Surface(size: Size(columns: 10, rows: 1))
    #expect(surface.write("ab", row: 0, column: 1) == 3)
    #expect(surface.write("日", row: 0, column: 3) == 5)
    #expect(surface.text(row: 0) == " ab日     ")
  }

  @Test func textIsClippedAtTheEdges() {
    var surface = Surface(size: Size(columns: 4, rows: 2))
    surface.write("abcdefgh", row: 0, column: 2)
    surface.write("abcdefgh", row: 1, column: -6)
    surface.write("never", row: 2, column: 0)
    surface.write("never", row: -1, column: 0)
    #expect(surface.text(row: 0) == "  ab")
    #expect(surface.text(row: 1) == "gh  ")
  }

  @Test func theLimitCountsColumns() {
    var surface = Surface(size: Size(columns: 8, rows: 1))
    #expect(surface.write("日本語", row: 0, column: 1, limit: 4) == 5)
    #expect(surface.text(row: 0) == " 日本   ")
    #expect(surface.write("xyz", row: 0, column: 0, limit: 0) == 0)
    #expect(surface.write("xyz", row: 0, column: 0, limit: -3) == 0)
  }

  @Test func aWideGlyphThatDoesNotFitBecomesASpace() {
    var surface = surface("xxxxxxxx")
    surface.write("a日", row: 0, column: 6)
    #expect(surface.text(row: 0) == "xxxxxxa ")
    surface.write("日", row: 0, column: 2, limit: 1)
    #expect(surface.text(row: 0) == "xx xxxa ")
    surface.write("日b", row: 0, column: -1)
    #expect(surface.text(row: 0) == " b xxxa ")
    #expect(surface.write("日", row: 0, column: -1, limit: 1) == 0)
    #expect(surface.text(row: 0) == " b xxxa ")
  }

  @Test func overwritingHalfAWideGlyphBlanksTheOtherHalf() {
    var left = surface("日本", columns: 4)
    left.write("x", row: 0, column: 0)
    #expect(left.text(row: 0) == "x 本")
    var right = surface("日本", columns: 4)
    right.write("x", row: 0, column: 1)
    #expect(right.text(row: 0) == " x本")
    var both = surface("日本", columns: 4)
    both.write("語", row: 0, column: 1)
    #expect(both.text(row: 0) == " 語 ")
    var filled = surface("日本", columns: 4)
    filled.fill(Rect(row: 0, column: 1, rows: 1, columns: 2))
    #expect(filled.text(row: 0) == "    ")
  }

  @Test func extremesOfPlaceAndSizeAreHarmless() {
    var surface = Surface(size: Size(columns: 3, rows: 2))
    for extreme in [Int.min, -1, 0, 1, 2, 3, Int.max] {
      surface.write("日本語", row: extreme, column: 0)
      surface.write("日", row: 0, column: extreme, limit: .max)
      surface.write("日", row: 0, column: extreme, limit: .max - 1)
      surface.fill(Rect(row: extreme, column: extreme, rows: .max, columns: .max))
      surface.restyle(Rect(row: extreme, column: extreme, rows: .max, columns: .max)) { $0.bold() }
      surface.writeHorizontalLine(row: 0, column: extreme, columns: .max)
      surface.writeVerticalLine(row: extreme, column: 0, rows: .max)
      #expect(surface[extreme, extreme].text.count <= 1)
    }
    expectSound(surface)
    var none = Surface(size: Size(columns: -1, rows: 5))
    none.write("x", row: 0, column: 0)
    none.fill(Rect(none.size))
    #expect(none.size == Size(columns: 0, rows: 5))
    #expect(none.text(row: 0) == "")
  }

  @Test func everyStyleComesBackAsItWasWritten() {
    let colors: [Color] =
      [
        .terminalDefault, .black, .red, .green, .yellow, .blue, .magenta, .cyan, .white, .brightBlack, .brightRed, .brightGreen,
        .brightYellow,
        .brightBlue, .brightMagenta, .brightCyan, .brightWhite,
      ] + (0...255).map { .indexed($0) }
    var surface = Surface(size: Size(columns: 1, rows: 1))
    for (index, color) in colors.enumerated() {
      let style = Style(
        foreground: color, background: colors[colors.count - 1 - index],
        attributes: TextAttributes(rawValue: UInt8(truncatingIfNeeded: index)))
      surface.write("x", row: 0, column: 0, style: style)
      #expect(surface[0, 0] == Cell(text: "x", style: style))
    }
  }

  @Test func restylingKeepsTheTextAndNeverCutsAGlyph() {
    var surface = surface("a日本b", columns: 6)
    surface.restyle(Rect(row: 0, column: 2, rows: 1, columns: 2)) { $0.reverse() }
    #expect(surface.text(row: 0) == "a日本b")
    #expect((0..<6).map { surface[0, $0].style.attributes.contains(.reverse) } == [false, true, true, true, true, false])
  }

  @Test func linesAreDrawnInBothDirections() {
    var surface = Surface(size: Size(columns: 4, rows: 3))
    surface.writeHorizontalLine(row: 1, column: 1, columns: 9)
    surface.writeVerticalLine(row: -1, column: 0, rows: 3)
    #expect((0..<3).map { surface.text(row: $0) } == ["│   ", "│───", "    "])
  }

  @Test func aSurfaceThatIsReusedDoesNotGrow() {
    var surface = Surface(size: Size(columns: 8, rows: 1))
    for value in UInt32(0x300)..<0x340 {
      surface.fill(Rect(surface.size))
      surface.write("a\u{301}\(Unicode.Scalar(value).map(String.init) ?? "")", row: 0, column: 0)
    }
    #expect(surface.composed.count <= 1)
  }

  @Test func randomDrawingKeepsEveryGlyphWhole() {
    var generator = SeededGenerator(seed: 7)
    var surface = Surface(size: Size(columns: 17, rows: 3))
    for _ in 0..<2000 {
      let row = Int.random(in: -1...3, using: &generator)
      let column = Int.random(in: -4...18, using: &generator)
      let rect = Rect(row: row, column: column, rows: 2, columns: Int.random(in: 0...6, using: &generator))
      switch Int.random(in: 0..<4, using: &generator) {
      case 0: surface.fill(rect, style: .plain.bold())
      case 1: surface.restyle(rect) { $0.underline() }
      default: surface.write(generator.hostileText(9), row: row, column: column, limit: Int.random(in: 0...9, using: &generator))
      }
      expectSound(surface)
    }
  }
}

@Suite("Comparing surfaces")
struct ChangesTests {
  @Test func anEqualSurfaceHasNoChanges() {
    #expect(surface("abc", "日本").changes(since: surface("abc", "日本")).isEmpty)
    #expect(surface("abc") == surface("abc"))
  }

  @Test func eachChangedRowHasOneStretch() {
    let changes = surface("abcdef", "same", "xbcdey").changes(since: surface("abXdeX", "same", "abcdef"))
    #expect(changes == [.init(row: 0, columns: 2..<6), .init(row: 2, columns: 0..<6)])
  }

  @Test func aStretchNeverCutsAWideGlyph() {
    #expect(surface("日本").changes(since: surface("日a")) == [.init(row: 0, columns: 2..<4)])
    #expect(surface("a日").changes(since: surface("a本")) == [.init(row: 0, columns: 1..<3)])
    var styled = surface("日本")
    styled.restyle(Rect(row: 0, column: 1, rows: 1, columns: 1)) { $0.bold() }
    #expect(styled.changes(since: surface("日本")) == [.init(row: 0, columns: 0..<2)])
  }

  @Test func aStyleAloneIsAChange() {
    var styled = surface("abc")
    styled.restyle(Rect(row: 0, column: 1, rows: 1, columns: 1)) { $0.dim() }
    #expect(styled.changes(since: surface("abc")) == [.init(row: 0, columns: 1..<2)])
    #expect(styled != surface("abc"))
  }

  @Test func anotherSizeChangesEveryRow() {
    #expect(surface("a", "b").changes(since: surface("a")).map(\.columns) == [0..<8, 0..<8])
  }

  @Test func theCursorCountsForEqualityAndIsNoChange() {
    var pointed = surface("a")
    pointed.cursor = .init(row: 0, column: 0)
    #expect(pointed != surface("a"))
    #expect(pointed.changes(since: surface("a")).isEmpty)
  }

  @Test func glyphsWithMarksAreComparedByWhatTheyShow() {
    var other = Surface(size: Size(columns: 8, rows: 1))
    other.write("o\u{308}", row: 0, column: 0)
    other.write("a\u{301}o\u{308}", row: 0, column: 0)
    #expect(other == surface("a\u{301}o\u{308}"))
    #expect(surface("a\u{301}o\u{308}").changes(since: surface("a\u{301}o\u{30A}")) == [.init(row: 0, columns: 1..<2)])
    // The same index in two different lists.
    #expect(surface("a\u{301}") != surface("a\u{302}"))
    #expect(surface("a\u{301}") != surface("a"))
  }

  @Test func applyingTheChangesGivesTheNewSurface() {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<500 {
      let old = surface(generator.hostileText(12), generator.hostileText(12), columns: 9)
      var new = old
      new.write(generator.hostileText(5), row: 0, column: Int.random(in: 0..<9, using: &generator))
      let changed = Set(new.changes(since: old).flatMap { change in change.columns.map { [change.row, $0] } })
      for row in 0..<2 {
        for column in 0..<9 where !changed.contains([row, column]) { #expect(new[row, column] == old[row, column]) }
      }
    }
  }
}
