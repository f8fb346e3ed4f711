import Foundation
import Testing

@testable import CursesTerminal

@Suite struct ClipboardSequenceTests {
  private func text(_ environment: [String: String], _ content: [UInt8] = Array("hello".utf8)) -> String? {
    ClipboardSequence(environment: environment)?.sequence(for: content).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test func aTerminalOfItsOwnTakesItAsItIs() {
    #expect(text(["TERM": "xterm-256color"]) == "\u{1B}]52;c;aGVsbG8=\u{7}")
    #expect(text(["TERM": "xterm"], [0xFF, 0x00]) == "\u{1B}]52;c;/wA=\u{7}")
  }

  @Test func tmuxIsAskedItselfAndToPassItOn() {
    let expected = "\u{1B}]52;c;aGVsbG8=\u{7}\u{1B}Ptmux;\u{1B}\u{1B}]52;c;aGVsbG8=\u{7}\u{1B}\\"
    #expect(text(["TERM": "screen-256color", "TMUX": "/tmp/tmux-1000/default,1,0"]) == expected)
    #expect(text(["TERM": "tmux-256color"]) == expected)
  }

  @Test func screenPassesItOnInPieces() throws {
    #expect(text(["TERM": "screen"]) == "\u{1B}P\u{1B}]52;c;aGVsbG8=\u{7}\u{1B}\\")
    let long = try #require(text(["TERM": "xterm", "STY": "1.pts"], [UInt8](repeating: 0, count: 600)))
    let pieces = long.components(separatedBy: "\u{1B}P").dropFirst()
    #expect(pieces.allSatisfy { $0.hasSuffix("\u{1B}\\") && $0.utf8.count <= 252 })
    let joined = pieces.map { $0.dropLast(2) }.joined()
    #expect(joined == "\u{1B}]52;c;\(String(repeating: "A", count: 800))\u{7}")
  }

  @Test(arguments: ["linux", "dumb", "vt100", ""]) func aTerminalThatWouldPrintItGetsNothing(_ name: String) {
    #expect(text(["TERM": name]) == nil)
  }

  @Test func moreThanTerminalsTakeIsRefused() {
    #expect(text(["TERM": "xterm"], [UInt8](repeating: 0, count: 56_244)) != nil)
    #expect(text(["TERM": "xterm"], [UInt8](repeating: 0, count: 56_246)) == nil)
  }
}
