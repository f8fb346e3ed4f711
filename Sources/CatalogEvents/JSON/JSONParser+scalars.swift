extension JSONParser {
  mutating func skipWord(_ word: StaticString) throws(JSONError) {
    let end = position + word.utf8CodeUnitCount
    let matches =
      end <= bytes.count
      && word.withUTF8Buffer { letters in
        bytes[position..<end].elementsEqual(letters)
      }
    guard matches else { throw error("a value was expected") }
    position = end
  }

  mutating func skipNumber() throws(JSONError) {
    if current == UInt8(ascii: "-") {
      position += 1
    }
    if current == UInt8(ascii: "0") {
      position += 1
      if let byte = current, Self.isDigit(byte) { throw error("a number must not begin with 0") }
    } else {
      try skipDigits()
    }
    if current == UInt8(ascii: ".") {
      position += 1
      try skipDigits()
    }
    if current == UInt8(ascii: "e") || current == UInt8(ascii: "E") {
      position += 1
      if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") {
        position += 1
      }
      try skipDigits()
    }
  }

  private mutating func skipDigits() throws(JSONError) {
    let start = position
    while position < bytes.count, Self.isDigit(bytes[position]) {
      position += 1
    }
    guard position > start else { throw error("a digit was expected") }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte &- UInt8(ascii: "0") < 10
  }

  /// Goes from a string's first quote past its last, and says whether there are escapes in it.
  mutating func skipString() throws(JSONError) -> Bool {
    var hasEscapes = false
    position += 1
    while true {
      skipPlainText()
      switch current {
      case UInt8(ascii: "\""):
        position += 1
        return hasEscapes
      case UInt8(ascii: "\\"):
        hasEscapes = true
        try skipEscape()
      case .some(0x80...):
        try skipScalar(lead: bytes[position])
      case .some:
        throw error("a control character in a string must be written as an escape")
      case nil:
        throw error("a closing quote was expected")
      }
    }
  }

  /// Goes past the ASCII that stands for itself: of nearly every string that is all.
  private mutating func skipPlainText() {
    var index = position
    while index < bytes.count {
      let byte = bytes[index]
      guard byte >= 0x20, byte < 0x80, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") else { break }
      index += 1
    }
    position = index
  }

  private mutating func skipEscape() throws(JSONError) {
    position += 1
    switch current {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"), UInt8(ascii: "n"),
      UInt8(ascii: "r"), UInt8(ascii: "t"):
      position += 1
    case UInt8(ascii: "u"):
      position += 1
      for _ in 0..<4 {
        guard let byte = current, hexadecimalValue(of: byte) != nil else { throw error("a hexadecimal digit was expected") }
        position += 1
      }
    default:
      throw error("one of \"\\/bfnrtu was expected after \\")
    }
  }

  /// Goes past a scalar of two to four bytes, by the table of well-formed sequences in the Unicode Standard (3-7): no overlong
  /// form, no surrogate, nothing above U+10FFFF. The error is at the scalar's first byte.
  private mutating func skipScalar(lead: UInt8) throws(JSONError) {
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: length = 4
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: throw error("a byte is not UTF-8")
    }
    guard position + length <= bytes.count, second.contains(bytes[position + 1]) else { throw error("a byte is not UTF-8") }
    for index in (position + 2)..<(position + length) where bytes[index] & 0xC0 != 0x80 {
      throw error("a byte is not UTF-8")
    }
    position += length
  }
}

/// 0 to 15 for a hexadecimal digit in ASCII, in either case.
func hexadecimalValue(of byte: UInt8) -> UInt16? {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt16(byte - UInt8(ascii: "0"))
  case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt16(byte - UInt8(ascii: "a") + 10)
  case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt16(byte - UInt8(ascii: "A") + 10)
  default: nil
  }
}
