import Testing

@testable import TerminalSurface

/// What text becomes in cells, each cell's text apart; the second half of a wide glyph is "".
private func cells(_ text: String, columns: Int = 12) -> [String] {
  var surface = Surface(size: Size(columns: columns, rows: 1))
  let end = surface.write(text, row: 0, column: 0)
  return (0..<end).map { surface[0, $0].text }
}

@Suite("Text becomes cells")
struct ReductionTests {
  static let cases: [(String, [String])] = [
    ("plain", ["p", "l", "a", "i", "n"]),
    ("", []),
    ("e\u{301}", ["e\u{301}"]),
    ("é", ["é"]),
    ("日本", ["日", "", "本", ""]),
    ("\u{1B}[31m", ["␛", "[", "3", "1", "m"]),
    ("a\0b\u{7F}", ["a", "␀", "b", "␡"]),
    ("\r\n", ["␍", "␊"]),
    ("a\tb", ["a", "␉", "b"]),
    ("\u{9B}31m", ["\u{FFFD}", "3", "1", "m"]),
    ("a\u{202E}b\u{2066}", ["a", "\u{FFFD}", "b", "\u{FFFD}"]),
    ("a\u{200B}b\u{FEFF}", ["a", "\u{FFFD}", "b", "\u{FFFD}"]),
    ("\u{2028}\u{2029}", ["\u{FFFD}", "\u{FFFD}"]),
    ("\u{AD}\u{E000}\u{10FFFF}\u{378}", ["\u{FFFD}", "\u{FFFD}", "\u{FFFD}", "\u{FFFD}"]),
    ("👨‍👩‍👧x", ["👨", "", "x"]),
    ("👍🏽x", ["👍", "", "x"]),
    ("🏽", ["\u{FFFD}"]),
    ("❤\u{FE0F}", ["❤"]),
    ("1\u{FE0F}\u{20E3}", ["1\u{20E3}"]),
    ("a\u{FE0F}\u{FE01}", ["a", "\u{FFFD}"]),
    ("🇩🇪", ["D", "E"]),
    ("🏴\u{E0067}\u{E007F}", ["🏴", "", "\u{FFFD}", "\u{FFFD}"]),
    ("a\u{200D}", ["a", "\u{FFFD}"]),
    ("a\u{300}\u{301}\u{302}\u{303}\u{304}\u{305}", ["a\u{300}\u{301}\u{302}\u{303}"]),
    ("\u{301}a", ["\u{FFFD}", "a"]),
    ("\u{1112}\u{1161}\u{11AB}", ["\u{1112}\u{1161}\u{11AB}", ""]),
    ("कि", ["क", "ि"]),
    ("\u{3164}\u{115F}", ["\u{FFFD}", "\u{FFFD}"]),
  ]

  @Test(arguments: cases)
  func everyClusterIsReducedToWhatCanBeShown(text: String, expected: [String]) {
    #expect(cells(text).map { Array($0.unicodeScalars) } == expected.map { Array($0.unicodeScalars) })
    #expect(TextWidth.columns(of: text) == expected.count)
  }

  @Test func asciiBeforeAMarkKeepsTheMark() {
    #expect(cells("abce\u{301}f") == ["a", "b", "c", "e\u{301}", "f"])
  }

  @Test func noCellEverHoldsWhatCouldActHideOrTurnRound() {
    var generator = SeededGenerator(seed: 2)
    for _ in 0..<3000 {
      let text = generator.hostileText(24)
      var surface = Surface(size: Size(columns: 20, rows: 1))
      let end = surface.write(text, row: 0, column: 0)
      #expect(end == min(20, TextWidth.columns(of: text)), "\(Array(text.unicodeScalars))")
      expectSound(surface)
    }
  }

  @Test func everyScalarAloneIsShownInOneOrTwoColumns() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      _ = Glyph.forEach(in: Character(scalar)) { glyph in
        if !isShowable(glyph.base) || !(1...2).contains(glyph.columns) { Issue.record("U+\(String(value, radix: 16))") }
        return true
      }
    }
  }

  @Test func aNeverEndingClusterIsCutAndNotAnError() {
    let stacked = "a" + String(repeating: "\u{301}", count: 20_000) + "b"
    #expect(cells(stacked) == ["a\u{301}\u{301}\u{301}\u{301}", "b"])
  }
}

/// By the standard library's data and not by the table under test.
private func isShowable(_ scalar: Unicode.Scalar) -> Bool {
  let isNumberSign = [0x600, 0x601, 0x602, 0x603, 0x604, 0x605, 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD].contains(scalar.value)
  if isNumberSign { return true }
  let properties = scalar.properties
  switch properties.generalCategory {
  case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: return false
  default:
    return !properties.isDefaultIgnorableCodePoint && !properties.isBidiControl && !properties.isVariationSelector
      && !properties.isEmojiModifier
  }
}

/// Every cell holds one visible base and at most four marks, and every wide glyph has its two halves.
func expectSound(_ surface: Surface, sourceLocation: SourceLocation = #_sourceLocation) {
  for row in 0..<surface.size.rows {
    var column = 0
    while column < surface.size.columns {
      let text = surface[row, column].text
      let scalars = Array(text.unicodeScalars)
      guard let base = scalars.first else {
        Issue.record("the second half of nothing at \(row), \(column)", sourceLocation: sourceLocation)
        return
      }
      let isSound =
        scalars.allSatisfy(isShowable) && scalars.count <= 5 && ScalarKind(base) != .mark
        && scalars.dropFirst().allSatisfy { ScalarKind($0) == .mark }
      if !isSound { Issue.record("\(scalars) at \(row), \(column)", sourceLocation: sourceLocation) }
      let columns = ScalarKind(base) == .wide ? 2 : 1
      if columns == 2, column + 1 >= surface.size.columns || !surface[row, column + 1].text.isEmpty {
        Issue.record("half a glyph at \(row), \(column)", sourceLocation: sourceLocation)
      }
      column += columns
    }
  }
}
