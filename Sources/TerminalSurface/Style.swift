/// A colour as a terminal names it.
///
/// Only names that every terminal can show in some way: what a terminal lacks, its driver replaces by the nearest it has.
public enum Color: Sendable, Hashable {
  /// The terminal's own foreground or background.
  case terminalDefault
  case black, red, green, yellow, blue, magenta, cyan, white
  /// The brighter form of each; where a terminal has 8 colours, the plain one and bold.
  case brightBlack, brightRed, brightGreen, brightYellow, brightBlue, brightMagenta, brightCyan, brightWhite
  /// One of the 256 colours of xterm's palette.
  case indexed(UInt8)
}

/// How a cell's glyph is drawn, besides its colours.
public struct TextAttributes: OptionSet, Sendable, Hashable {
  public var rawValue: UInt8

  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  public static let bold = TextAttributes(rawValue: 1)
  public static let dim = TextAttributes(rawValue: 2)
  public static let underline = TextAttributes(rawValue: 4)
  public static let reverse = TextAttributes(rawValue: 8)
  public static let italic = TextAttributes(rawValue: 16)
}

/// The look of a cell.
public struct Style: Sendable, Hashable {
  public var foreground: Color
  public var background: Color
  public var attributes: TextAttributes

  public init(foreground: Color = .terminalDefault, background: Color = .terminalDefault, attributes: TextAttributes = []) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }

  /// The terminal's own colours and no attribute.
  public static let plain = Style()

  public func bold() -> Style { adding(.bold) }
  public func dim() -> Style { adding(.dim) }
  public func underline() -> Style { adding(.underline) }
  public func reverse() -> Style { adding(.reverse) }

  public func adding(_ more: TextAttributes) -> Style {
    Style(foreground: foreground, background: background, attributes: attributes.union(more))
  }
}
