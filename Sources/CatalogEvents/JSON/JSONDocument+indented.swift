extension JSONDocument {
  /// The same text with each member and each element on a line of its own, two spaces deeper than what holds it.
  ///
  /// Names, strings and numbers are spelled as they came; only the blanks between them differ.
  public func indented() -> [UInt8] {
    var text = IndentedText()
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: "\""):
        let end = endOfString(from: index)
        text.append(bytes[(index - 1)..<end])
        index = end
      case UInt8(ascii: "{"), UInt8(ascii: "["): text.open(byte)
      case UInt8(ascii: "}"), UInt8(ascii: "]"): text.close(byte)
      case UInt8(ascii: ","): text.separate()
      case UInt8(ascii: ":"): text.append([byte, UInt8(ascii: " ")])
      case 0x20, 0x09, 0x0A, 0x0D: break
      default: text.append([byte])
      }
    }
    return text.bytes
  }

  /// The index after the quote that ends the string of which the first byte is at `start`.
  private func endOfString(from start: Int) -> Int {
    var index = start
    while index < bytes.endIndex, bytes[index] != UInt8(ascii: "\"") {
      index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    return min(index + 1, bytes.endIndex)
  }
}

/// A text that is being indented.
private struct IndentedText {
  private(set) var bytes: [UInt8] = []
  private var depth = 0
  /// Whether what was opened last has nothing in it yet.
  private var isJustOpened = false

  mutating func append(_ part: some Sequence<UInt8>) {
    if isJustOpened { breakLine() }
    isJustOpened = false
    bytes.append(contentsOf: part)
  }

  mutating func open(_ bracket: UInt8) {
    append([bracket])
    depth += 1
    isJustOpened = true
  }

  /// What is empty stays on its line.
  mutating func close(_ bracket: UInt8) {
    depth -= 1
    if !isJustOpened { breakLine() }
    isJustOpened = false
    bytes.append(bracket)
  }

  mutating func separate() {
    bytes.append(UInt8(ascii: ","))
    breakLine()
  }

  private mutating func breakLine() {
    bytes.append(0x0A)
    bytes.append(contentsOf: repeatElement(0x20, count: 2 * depth))
  }
}
