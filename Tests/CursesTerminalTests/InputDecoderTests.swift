import CNCurses
import TerminalSurface
import Testing

@testable import CursesTerminal

private func decode(_ text: String) -> [InputEvent] {
  decode(Array(text.utf8))
}

/// What all the bytes give, without the time in which more could come.
private func decode(_ bytes: [UInt8]) -> [InputEvent] {
  var decoder = InputDecoder()
  return bytes.flatMap { decoder.read(.byte($0)) } + decoder.flush()
}

private func keys(_ keys: Key...) -> [InputEvent] {
  keys.map { .key($0) }
}

@Suite("Reading keys")
struct InputDecoderTests {
  @Test func charactersAreThemselves() {
    #expect(decode("a é日") == keys(.character("a"), .character(" "), .character("é"), .character("日")))
  }

  static let controls: [(UInt8, Key)] = [
    (0x08, .backspace), (0x7F, .backspace), (0x09, .tab), (0x0A, .enter), (0x0D, .enter), (0x01, .control("a")), (0x1A, .control("z")),
    (0x1C, .control("\\")), (0x1F, .control("_")), (0x1B, .escape),
  ]

  @Test(arguments: controls)
  func controlCharactersAreKeys(byte: UInt8, key: Key) {
    #expect(decode([byte]) == [.key(key)])
  }

  @Test func nulAndC1AreNoKeys() {
    #expect(decode("\0\u{85}\u{9B}") == [])
  }

  @Test func escapeAndALetterAreTwoKeys() {
    #expect(decode("\u{1B}x") == keys(.escape, .character("x")))
    #expect(decode("\u{1B}\u{1B}") == keys(.escape, .escape))
  }

  @Test(arguments: [
    "\u{1B}[99~", "\u{1B}[1;5A", "\u{1B}[27;5;13~", "\u{1B}[?1;2c", "\u{1B}[<0;3M", "\u{1B}[<0;3;4x", "\u{1B}[<128;3;4M", "\u{1B}[<0;0;4M",
    "\u{1B}[<99999999999999999999;3;4M", "\u{1B}Ox", "\u{1B}O2P", "\u{1B}]11;rgb:0/0/0\u{7}",
    "\u{1B}P1$r0m\u{1B}\\", "\u{1B}_anything\u{1B}\\",
  ])
  func unknownSequencesAreSwallowed(sequence: String) {
    #expect(decode(sequence + "a") == keys(.character("a")))
  }

  @Test func aSequenceThatEndsTooSoonWasTyped() {
    #expect(decode("\u{1B}[") == keys(.escape, .character("[")))
    #expect(decode("\u{1B}[5") == keys(.escape, .character("["), .character("5")))
    #expect(decode("\u{1B}]x") == keys(.escape, .character("]"), .character("x")))
  }

  @Test func anEscapeWithinASequenceBeginsAnew() {
    #expect(decode("\u{1B}[5\u{1B}[6~a") == keys(.character("a")))
  }

  @Test func whatIsWaitedForIsKnown() {
    var decoder = InputDecoder()
    #expect(decoder.pending == .nothing)
    _ = decoder.read(.byte(0x1B))
    #expect(decoder.pending == .escape)
    _ = decoder.read(.byte(0x5B))
    #expect(decoder.pending == .sequence)
    #expect(decoder.read(.key(HK_KEY_UP)) == keys(.escape, .character("["), .up))
    _ = decoder.read(.key(HK_KEY_PASTE_BEGIN))
    #expect(decoder.pending == .paste)
  }

  static let reports: [(String, MouseEvent)] = [
    ("0;3;4M", MouseEvent(.press(.left, clicks: 1), row: 3, column: 2)),
    ("0;3;4m", MouseEvent(.release(.left), row: 3, column: 2)),
    ("2;1;1M", MouseEvent(.press(.right, clicks: 1), row: 0, column: 0)),
    ("1;300;200M", MouseEvent(.press(.middle, clicks: 1), row: 199, column: 299)),
    ("32;5;6M", MouseEvent(.drag(.left), row: 5, column: 4)),
    ("64;5;6M", MouseEvent(.wheel(.up), row: 5, column: 4)),
    ("65;5;6M", MouseEvent(.wheel(.down), row: 5, column: 4)),
    ("20;5;6M", MouseEvent(.press(.left, clicks: 1), row: 5, column: 4, modifiers: [.shift, .control])),
    ("73;5;6M", MouseEvent(.wheel(.down), row: 5, column: 4, modifiers: .alt)),
  ]

  @Test(arguments: reports)
  func aMouseReportIsAnEvent(report: String, event: MouseEvent) {
    var decoder = InputDecoder()
    let events = decoder.read(.key(HK_KEY_MOUSE)) + (report + "a").utf8.flatMap { decoder.read(.byte($0)) }
    #expect(events == [.mouse(event), .key(.character("a"))])
    #expect(decode("\u{1B}[<" + report) == [.mouse(event)])
  }

  @Test func movesWithoutAButtonAreNoEvents() {
    #expect(decode("\u{1B}[<35;3;4Ma") == keys(.character("a")))
  }

  /// Its bytes are no text: a column beyond 95 is no ASCII, and half a character of UTF-8.
  @Test func aMouseReportOfTheOldFormIsReadByteForByte() {
    var decoder = InputDecoder()
    func report(_ bytes: UInt8...) -> [InputEvent] {
      decoder.read(.key(HK_KEY_OLD_MOUSE)) + bytes.flatMap { decoder.read(.byte($0)) }
    }
    #expect(report(32, 33, 34) == [.mouse(MouseEvent(.press(.left, clicks: 1), row: 1, column: 0))])
    #expect(report(35, 0xE3, 34) == [.mouse(MouseEvent(.release(.left), row: 1, column: 194))])
    #expect(report(96, 40, 50) == [.mouse(MouseEvent(.wheel(.up), row: 17, column: 7))])
    #expect(report(97, 27, 50) == [])
    #expect(decoder.read(.key(HK_KEY_OLD_MOUSE)) == [])
    #expect(decoder.pending == .sequence)
    #expect(decoder.flush() == [])
    #expect(decoder.read(.byte(0x61)) == keys(.character("a")))
  }

  @Test func namedKeysAreTold() {
    var decoder = InputDecoder()
    #expect(decoder.read(.key(HK_KEY_BACK_TAB)) == keys(.backTab))
    #expect(decoder.read(.key(HK_KEY_F1)) == keys(.function(1)))
    #expect(decoder.read(.key(hk_key(rawValue: HK_KEY_F1.rawValue + 11))) == keys(.function(12)))
    #expect(decoder.read(.key(HK_KEY_UNKNOWN)) == [])
    #expect(decoder.read(.key(HK_KEY_COUNT)) == [])
    #expect(decoder.read(.key(HK_KEY_FOCUS_OUT)) == [.focusChanged(false)])
  }

  @Test func bytesThatAreNoTextTakeNothingElseAway() {
    let bad = Key.character("\u{FFFD}")
    #expect(decode([0xFF, 0x41]) == keys(bad, .character("A")))
    #expect(decode([0xC3, 0x41]) == keys(bad, .character("A")))
    #expect(decode([0xE2, 0x82, 0xC3, 0xA9]) == keys(bad, .character("é")))
    #expect(decode([0xED, 0xA0, 0x80, 0x42]).last == .key(.character("B")))
    #expect(decode([0xC3, 0x1B]) == keys(bad, .escape))
    #expect(decode("😀") == keys(.character("😀")))
  }
}

@Suite("Reading a paste")
struct PasteTests {
  private func paste(_ text: String) -> [InputEvent] {
    var decoder = InputDecoder()
    return decoder.read(.key(HK_KEY_PASTE_BEGIN)) + text.utf8.flatMap { decoder.read(.byte($0)) }
  }

  @Test func aPasteIsDeliveredWhole() {
    #expect(paste("q日\u{1B}[A\u{3}\u{1B}[201~x") == [.paste("q日\u{1B}[A\u{3}"), .key(.character("x"))])
    #expect(paste("\u{1B}[201~") == [.paste("")])
  }

  @Test func lineEndsAreOneCharacter() {
    #expect(paste("a\r\nb\rc\nd\u{1B}[201~") == [.paste("a\nb\nc\nd")])
  }

  @Test func whatResemblesTheEndIsText() {
    #expect(paste("\u{1B}[20\u{1B}[201\u{1B}\u{1B}[201~") == [.paste("\u{1B}[20\u{1B}[201\u{1B}")])
  }

  @Test func aPasteWithoutAnEndIsDeliveredInTheEnd() {
    var decoder = InputDecoder()
    _ = decoder.read(.key(HK_KEY_PASTE_BEGIN))
    _ = decoder.read(.byte(0x61))
    #expect(decoder.flush() == [.paste("a")])
    #expect(decoder.pending == .nothing)
  }

  @Test func oneMebibyteIsKept() {
    var collector = PasteCollector()
    for _ in 0..<PasteCollector.limit - 1 { _ = collector.append("a") }
    _ = collector.append("é")
    _ = collector.append("b")
    #expect(collector.text.utf8.count == PasteCollector.limit - 1)
    #expect(Array("\u{1B}[201~".unicodeScalars).map { collector.append($0) }.last == true)
  }
}

@Suite("Sequences of keys")
struct KeySequencesTests {
  @Test func noneMeansTwoKeys() {
    let meanings = Dictionary(grouping: KeySequences.all, by: \.sequence).mapValues { Set($0.map(\.key.rawValue)) }
    // None may be the beginning of another, or it would be waited for.
    #expect(meanings.allSatisfy { $0.value.count == 1 })
    for (sequence, _) in KeySequences.all {
      #expect(!KeySequences.all.contains { $0.sequence != sequence && $0.sequence.hasPrefix(sequence) }, "\(sequence.debugDescription)")
    }
  }

  @Test func everyFunctionKeyHasOne() {
    let keys = Set(KeySequences.all.compactMap { Key($0.key) })
    #expect((1...12).allSatisfy { keys.contains(.function($0)) })
    #expect([Key.home, .end, .pageUp, .pageDown, .insert, .delete, .backTab, .up].allSatisfy(keys.contains))
  }
}

@Suite("Why there is no screen")
struct TerminalErrorTests {
  @Test func everyReasonNamesTheMend() {
    #expect(TerminalError(HK_OPENED, terminalType: "xterm") == nil)
    #expect(
      TerminalError(HK_OUTPUT_IS_NO_TERMINAL, terminalType: "")?.description
        == "standard output is not a terminal: use `hooktop listen` to receive without a screen")
    for reason in [HK_INPUT_IS_NO_TERMINAL, HK_TERMINAL_UNKNOWN] {
      #expect(TerminalError(reason, terminalType: "dumb")?.description.contains("hooktop listen") == true)
    }
    #expect(TerminalError(HK_TERMINAL_UNKNOWN, terminalType: "dumb")?.description.contains("\"dumb\"") == true)
  }
}
