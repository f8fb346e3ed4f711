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
    guard hasEscapes, let codeUnits else { return false }
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
    if hasEscapes {
      text.utf8.elementsEqual(other.utf8)
    } else {
      contents.count == other.utf8.count && storage.bytes[contents].elementsEqual(other.utf8)
    }
  }

  var hasEscapes: Bool {
    kind == .string && node.detail != 0
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
