import CNCurses
import Testing

@testable import TerminalSurface

@Suite("Our widths and the C library's")
struct WidthAgreementTests {
  /// ncurses lays glyphs out by wcwidth: where it differed from the surface's table, every column after it would be off.
  @Test func agreeOnEveryScalarThatIsShown() {
    #expect(hk_use_utf8())
    var differing: [String] = []
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      _ = Glyph.forEach(in: Character(scalar)) { glyph in
        if Int(hk_width(glyph.base.value)) != glyph.columns { differing.append("U+\(String(value, radix: 16))") }
        return true
      }
      if ScalarKind(scalar) == .mark, hk_width(value) != 0 { differing.append("mark U+\(String(value, radix: 16))") }
    }
    // A C library with another version of Unicode differs in a few; the driver draws U+FFFD in their columns.
    #expect(differing.count < 300, "\(differing.prefix(40))")
  }
}
