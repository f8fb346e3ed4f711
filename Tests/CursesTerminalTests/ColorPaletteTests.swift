import TerminalSurface
import Testing

@testable import CursesTerminal

@Suite("Colours that a terminal lacks")
struct ColorPaletteTests {
  private let none = ColorPalette(colors: 0)
  private let eight = ColorPalette(colors: 8)
  private let sixteen = ColorPalette(colors: 16)
  private let palette = ColorPalette(colors: 256)
  private let direct = ColorPalette(colors: 1 << 24)

  static let depths: [(Int, ColorPalette.Depth)] = [
    (-1, .none), (0, .none), (2, .none), (8, .eight), (16, .sixteen), (88, .sixteen), (256, .palette256), (1 << 24, .direct),
  ]

  @Test(arguments: depths)
  func theDepthFollowsTheNumberOfColors(colors: Int, depth: ColorPalette.Depth) {
    #expect(ColorPalette(colors: colors).depth == depth)
  }

  @Test func theDefaultIsTheDefaultEverywhere() {
    for palette in [none, eight, sixteen, palette, direct] {
      #expect(palette.foreground(.terminalDefault) == .init(number: -1))
      #expect(palette.background(.terminalDefault) == .init(number: -1))
    }
  }

  @Test func withoutColorsNothingIsColored() {
    #expect(none.foreground(.red) == .init(number: -1))
    #expect(none.foreground(.brightRed) == .init(number: -1))
    #expect(none.background(.indexed(99)) == .init(number: -1))
  }

  @Test func brightColorsAreBoldWhereThereAreEight() {
    #expect(eight.foreground(.red) == .init(number: 1))
    #expect(eight.foreground(.brightRed) == .init(number: 1, attributes: .bold))
    #expect(eight.foreground(.brightWhite) == .init(number: 7, attributes: .bold))
    #expect(eight.background(.brightRed) == .init(number: 1))
  }

  @Test func greyTextStaysLegibleWhereThereAreEight() {
    #expect(eight.foreground(.brightBlack) == .init(number: -1, attributes: .dim))
    #expect(eight.foreground(.indexed(240)) == .init(number: -1, attributes: .dim))
  }

  @Test func thePalettesColorsBecomeTheNearest() {
    #expect(sixteen.foreground(.indexed(9)) == .init(number: 9))
    #expect(sixteen.foreground(.indexed(196)) == .init(number: 9))
    #expect(sixteen.foreground(.indexed(255)) == .init(number: 7))
    #expect(eight.foreground(.indexed(196)) == .init(number: 1, attributes: .bold))
    #expect(eight.background(.indexed(21)) == .init(number: 4))
    #expect(eight.background(.indexed(232)) == .init(number: 0))
  }

  @Test func withAPaletteEveryColorIsItself() {
    #expect((0...255).allSatisfy { palette.foreground(.indexed($0)).number == Int($0) })
    #expect(palette.foreground(.brightBlack) == .init(number: 8))
    #expect(palette.background(.cyan) == .init(number: 6))
  }

  @Test func directColorsAreTheirRedGreenAndBlue() {
    #expect(direct.foreground(.red) == .init(number: 1))
    #expect(direct.foreground(.indexed(208)) == .init(number: 0xFF8700))
    #expect(direct.background(.indexed(255)) == .init(number: 0xEEEEEE))
  }
}
