/// What one place of a surface shows.
public struct Cell: Sendable, Hashable {
  /// The glyph: one grapheme cluster, or nothing for the second half of a wide glyph to its left.
  public var text: String
  public var style: Style

  public init(text: String, style: Style) {
    self.text = text
    self.style = style
  }

  public static let blank = Cell(text: " ", style: .plain)
}
