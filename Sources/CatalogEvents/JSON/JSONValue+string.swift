extension JSONValue {
  /// A string with its escapes decoded; a surrogate without its other half becomes U+FFFD.
  public var string: String? {
    kind == .string ? text : nil
  }

  /// A string by its UTF-16 code units, in which a surrogate without its other half can stand; `nil` for all but strings.
  public var codeUnits: [UInt16]? {
    guard kind == .string else { return nil }
    var units: [UInt16] = []
    units.reserveCapacity(contents.count)
    var position = contents.startIndex
    while position < contents.endIndex {
      if storage.bytes[position] == UInt8(ascii: "\\") {
        units.append(unescape(at: &position))
      } else {
        let start = position
        while position < contents.endIndex, storage.bytes[position] != UInt8(ascii: "\\") {
          position += 1
        }
        units.append(contentsOf: String(decoding: storage.bytes[start..<position], as: UTF8.self).utf16)
      }
    }
    return units
  }

  /// Whether a string has a surrogate without its other half, which only an escape can bring in.
  public var hasLoneSurrogate: Bool {
    guard kind == .string, hasEscapes, let codeUnits else { return false }
    return String(validating: codeUnits, as: UTF16.self) == nil
  }

  /// The text of a node that is known to be a string.
  var text: String {
    if hasEscapes, let codeUnits {
      String(decoding: codeUnits, as: UTF16.self)
    } else {
      String(decoding: storage.bytes[contents], as: UTF8.self)
    }
  }

  /// Whether a node that is known to be a string has this text, scalar for scalar; without escapes no string is made.
  func isText(_ other: String) -> Bool {
    guard !hasEscapes else { return text.utf8.elementsEqual(other.utf8) }
    return contents.count == other.utf8.count && storage.bytes[contents].elementsEqual(other.utf8)
  }

  /// Whether two nodes that are known to be strings have the same text; without escapes no string is made.
  func hasSameText(as other: JSONValue) -> Bool {
    guard !hasEscapes, !other.hasEscapes else { return exactText == other.exactText }
    return contents.count == other.contents.count && storage.bytes[contents].elementsEqual(other.storage.bytes[other.contents])
  }

  /// The UTF-8 of a string, by which it can be told from every other; one that no UTF-8 can hold is its code units after a byte
  /// that no UTF-8 begins with.
  var exactText: [UInt8] {
    if hasLoneSurrogate, let codeUnits {
      [0xFF] + codeUnits.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    } else if hasEscapes {
      Array(text.utf8)
    } else {
      Array(storage.bytes[contents])
    }
  }

  /// Of a node that is known to be a string.
  var hasEscapes: Bool {
    node.detail != 0
  }

  /// What lies between a string's quotes.
  private var contents: Range<Int> {
    byteRange.lowerBound + 1..<byteRange.upperBound - 1
  }

  /// The code unit that the escape at `position` stands for; goes past the escape, which the parser has found to be whole.
  private func unescape(at position: inout Int) -> UInt16 {
    let letter = storage.bytes[position + 1]
    position += 2
    switch letter {
    case UInt8(ascii: "b"): return 0x08
    case UInt8(ascii: "t"): return 0x09
    case UInt8(ascii: "n"): return 0x0A
    case UInt8(ascii: "f"): return 0x0C
    case UInt8(ascii: "r"): return 0x0D
    case UInt8(ascii: "u"):
      defer { position += 4 }
      return storage.bytes[position..<position + 4].reduce(0) { unit, digit in
        unit << 4 | (hexadecimalValue(of: digit) ?? 0)
      }
    default: return UInt16(letter)
    }
  }
}
