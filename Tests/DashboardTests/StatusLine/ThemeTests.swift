import Foundation
import TerminalSurface
import Testing

@testable import Dashboard

struct ThemeTests {
  @Test func withoutColoursNoneIsUsed() {
    for style in Self.looks(Theme(usesColor: false)) {
      #expect(style.foreground == .terminalDefault && style.background == .terminalDefault && !style.attributes.contains(.dim))
    }
  }

  @Test func everyColourCanBeReadOnBlackAndOnWhite() {
    for style in Self.looks(Theme(usesColor: true)) where style.background == .terminalDefault {
      guard case .indexed(let number) = style.foreground else {
        #expect(style.foreground == .terminalDefault)
        continue
      }
      let brightness = Self.luminance(number)
      #expect((brightness + 0.05) / 0.05 >= 3.8, "colour \(number) on black")
      #expect(1.05 / (brightness + 0.05) >= 3.8, "colour \(number) on white")
    }
  }

  static func looks(_ theme: Theme) -> [Style] {
    [
      theme.text, theme.strong, theme.faint, theme.columnHead, theme.selection, theme.idleSelection, theme.focusedTitle, theme.accent,
      theme.good,
      theme.warning, theme.failure, theme.mode, theme.banner, theme.field, theme.focusedField, theme.button, theme.jsonName,
      theme.jsonString,
      theme.jsonNumber, theme.jsonLiteral, theme.match, theme.currentMatch,
    ]
  }

  /// The relative luminance of WCAG 2, for a colour of xterm's 6x6x6 cube.
  static func luminance(_ number: UInt8) -> Double {
    let levels = [0.0, 95, 135, 175, 215, 255]
    let place = Int(number) - 16
    let parts = [levels[place / 36], levels[place / 6 % 6], levels[place % 6]].map { level in
      let part = level / 255
      return part <= 0.03928 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }
}
