/// What one place of the screen can show: a visible base and at most four marks upon it.
///
/// Text becomes glyphs here and nowhere else, so that nothing which arrived can act on the terminal or take other columns than we count.
package struct Glyph: Sendable, Hashable {
  package let base: Unicode.Scalar
  /// The marks' scalars in order; the unused ones are 0.
  private(set) var marks: SIMD4<UInt32> = .zero
  /// 1 or 2.
  package let columns: Int

  static let space = Glyph(base: " ", columns: 1)
  static let replacement = Glyph(base: .replacement, columns: 1)

  init(base: Unicode.Scalar, columns: Int) {
    self.base = base
    self.columns = columns
  }

  package var hasMarks: Bool { marks[0] != 0 }

  /// The base and the marks.
  package var scalars: [Unicode.Scalar] {
    [base] + marks.indices.prefix { marks[$0] != 0 }.compactMap { Unicode.Scalar(marks[$0]) }
  }

  var text: String {
    guard hasMarks else { return String(base) }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }

  /// Adds a mark, or drops it when there are four: stacks of marks would leave their row.
  mutating func add(mark: Unicode.Scalar) {
    if let free = marks.indices.first(where: { marks[$0] == 0 }) { marks[free] = mark.value }
  }
}
