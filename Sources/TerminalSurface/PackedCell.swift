/// A cell in eight bytes, so that two frames are compared as integers.
///
/// From the lowest bit: foreground (9 bits), background (9), attributes (8), then from bit 32 the glyph: its scalar (21 bits), or the index of a
/// glyph with marks in the surface's list (30 bits) when `isComposed`. The second half of a wide glyph has the scalar 0.
struct PackedCell: Sendable, Equatable {
  private(set) var bits: UInt64

  private static let composedBit: UInt64 = 1 << 63
  private static let wideBit: UInt64 = 1 << 62
  private static let styleMask: UInt64 = 0xFFFF_FFFF

  static let blank = PackedCell(Glyph.space, PackedStyle(.plain))

  /// A glyph without marks.
  init(_ glyph: Glyph, _ style: PackedStyle) {
    bits = UInt64(glyph.base.value) << 32 | (glyph.columns == 2 ? Self.wideBit : 0) | UInt64(style.bits)
  }

  /// A glyph with marks, by its place in the surface's list.
  init(composed index: Int, columns: Int, _ style: PackedStyle) {
    bits = UInt64(index) << 32 | (columns == 2 ? Self.wideBit : 0) | Self.composedBit | UInt64(style.bits)
  }

  /// The second half of a wide glyph.
  init(secondHalfIn style: PackedStyle) {
    bits = UInt64(style.bits)
  }

  var isComposed: Bool { bits & Self.composedBit != 0 }
  var isWide: Bool { bits & Self.wideBit != 0 }
  var isSecondHalf: Bool { bits >> 32 == 0 }
  var glyphValue: UInt32 { UInt32(truncatingIfNeeded: bits >> 32) & 0x3FFF_FFFF }

  var style: PackedStyle {
    get { PackedStyle(bits: UInt32(truncatingIfNeeded: bits)) }
    set { bits = bits & ~Self.styleMask | UInt64(newValue.bits) }
  }
}

/// A style in 26 bits.
struct PackedStyle: Sendable, Equatable {
  let bits: UInt32

  init(bits: UInt32) {
    self.bits = bits
  }

  init(_ style: Style) {
    bits = UInt32(style.foreground.code) | UInt32(style.background.code) << 9 | UInt32(style.attributes.rawValue) << 18
  }

  var style: Style {
    Style(
      foreground: Color(code: UInt16(bits & 0x1FF)),
      background: Color(code: UInt16(bits >> 9 & 0x1FF)),
      attributes: TextAttributes(rawValue: UInt8(truncatingIfNeeded: bits >> 18)))
  }
}

extension Color {
  private static let named: [Color] = [
    .terminalDefault, .black, .red, .green, .yellow, .blue, .magenta, .cyan, .white,
    .brightBlack, .brightRed, .brightGreen, .brightYellow, .brightBlue, .brightMagenta, .brightCyan, .brightWhite,
  ]

  /// 0 for the default, 1 to 16 for the named colours, 17 and on for the palette's.
  fileprivate var code: UInt16 {
    switch self {
    case .terminalDefault: 0
    case .black: 1
    case .red: 2
    case .green: 3
    case .yellow: 4
    case .blue: 5
    case .magenta: 6
    case .cyan: 7
    case .white: 8
    case .brightBlack: 9
    case .brightRed: 10
    case .brightGreen: 11
    case .brightYellow: 12
    case .brightBlue: 13
    case .brightMagenta: 14
    case .brightCyan: 15
    case .brightWhite: 16
    case .indexed(let index): 17 + UInt16(index)
    }
  }

  fileprivate init(code: UInt16) {
    let code = Int(code)
    self = code < Self.named.count ? Self.named[code] : .indexed(UInt8(truncatingIfNeeded: code - Self.named.count))
  }
}
