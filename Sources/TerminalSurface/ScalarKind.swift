/// How a scalar is shown, by a table of our own: neither the standard library nor the C library of the day decides what reaches a cell.
enum ScalarKind: UInt8 {
  /// One column.
  case narrow
  /// Two columns.
  case wide
  /// Drawn onto the glyph before it, in no column of its own.
  case mark
  /// Not shown as it is: it steers the terminal, hides, turns text round, or means nothing in Unicode.
  case refused

  init(_ scalar: Unicode.Scalar) {
    let value = scalar.value
    if value < 0x7F {
      self = value < 0x20 ? .refused : .narrow
      return
    }
    if value < 0xA0 {
      self = .refused
      return
    }
    // The kind is that of the last run that begins at or before the scalar.
    let key = value << 2 | 3
    var low = 0
    var high = scalarKindRuns.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if scalarKindRuns[middle] <= key { low = middle } else { high = middle }
    }
    self = ScalarKind(rawValue: UInt8(scalarKindRuns[low] & 3)) ?? .refused
  }
}

extension Unicode.Scalar {
  static let replacement: Unicode.Scalar = "\u{FFFD}"

  var isZeroWidthJoiner: Bool { value == 0x200D }
  var isVariationSelector: Bool { 0xFE00...0xFE0F ~= value || 0xE0100...0xE01EF ~= value }
  var isEmojiModifier: Bool { 0x1F3FB...0x1F3FF ~= value }
  /// Whether it is drawn as an emoji; digits and the like, which are emoji only with a selector, do not count.
  var isPictogram: Bool { value >= 0x80 && properties.isEmoji }

  /// The visible stand-in of a control character or of half a flag; `nil` when it needs none.
  var picture: Unicode.Scalar? {
    switch value {
    case 0..<0x20: Unicode.Scalar(0x2400 + value)
    case 0x7F: "\u{2421}"
    case 0x1F1E6...0x1F1FF: Unicode.Scalar(value - 0x1F1E6 + 0x41)
    default: nil
    }
  }
}
