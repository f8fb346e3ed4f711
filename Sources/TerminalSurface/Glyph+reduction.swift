extension Glyph {
  /// Calls `body` with the glyphs of `text` from left to right until it returns false.
  static func forEach(in text: some StringProtocol, _ body: (Glyph) -> Bool) {
    // Printable ASCII goes straight through. The last of it may carry a mark, so it is left to the slow way unless the text ends there.
    var start = text.utf8.startIndex
    let utf8 = text.utf8
    while start < utf8.endIndex, 0x20..<0x7F ~= utf8[start] {
      let next = utf8.index(after: start)
      guard next == utf8.endIndex || utf8[next] < 0x80 else { break }
      guard body(Glyph(base: Unicode.Scalar(utf8[start]), columns: 1)) else { return }
      start = next
    }
    for character in text[start...] {
      guard forEach(in: character, body) else { return }
    }
  }

  /// Calls `body` with the glyphs of one grapheme cluster until it returns false, and returns what it returned last.
  ///
  /// A cluster is one glyph as a rule. It is more for a flag (two letters), for `"\r\n"` (two pictures), for spacing vowel signs, which take columns
  /// of their own, and where something invisible hides in it: that is shown as U+FFFD.
  static func forEach(in character: Character, _ body: (Glyph) -> Bool) -> Bool {
    var pending: Glyph?
    var hasSelector = false

    for scalar in character.unicodeScalars {
      if let base = pending?.base, base.isPictogram {
        // What a joiner adds to an emoji is drawn or not, as the terminal's font has it: the columns are those of the first part alone.
        if scalar.isZeroWidthJoiner { break }
        if scalar.isEmojiModifier { continue }
      }
      if scalar.isVariationSelector, pending != nil, !hasSelector {
        hasSelector = true
        continue
      }
      let kind = ScalarKind(scalar)
      if kind == .mark, pending != nil {
        pending?.add(mark: scalar)
        continue
      }
      if let glyph = pending, !body(glyph) { return false }
      pending = standing(scalar, kind)
      hasSelector = false
    }
    return pending.map(body) ?? true
  }

  /// The glyph of a scalar that stands by itself.
  private static func standing(_ scalar: Unicode.Scalar, _ kind: ScalarKind) -> Glyph {
    if let picture = scalar.picture { return Glyph(base: picture, columns: 1) }
    if scalar.isEmojiModifier { return .replacement }
    return switch kind {
    case .narrow: Glyph(base: scalar, columns: 1)
    case .wide: Glyph(base: scalar, columns: 2)
    case .mark, .refused: .replacement
    }
  }
}
