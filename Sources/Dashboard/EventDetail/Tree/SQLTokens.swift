/// The pieces of a line of SQL, as far as they look different: words, numbers, what is quoted, comments, and single other bytes.
///
/// It needs no grammar, and takes any bytes: what is not closed goes on to the end.
struct SQLTokens: Sequence, IteratorProtocol {
  enum Kind: Sendable, Hashable {
    case word, number, quoted, comment, other
  }

  struct Token: Sendable, Hashable {
    var kind: Kind
    var range: Range<Int>
  }

  private let text: ArraySlice<UInt8>
  private var position: Int

  init(_ text: ArraySlice<UInt8>) {
    self.text = text
    position = text.startIndex
  }

  init(_ text: [UInt8]) {
    self.init(text[...])
  }

  mutating func next() -> Token? {
    guard position < text.endIndex else { return nil }
    let start = position
    let byte = text[start]
    position += 1
    switch byte {
    case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "`"):
      skip { $0 != byte }
      position = Swift.min(text.endIndex, position + 1)
      return Token(kind: .quoted, range: start..<position)
    case UInt8(ascii: "-") where position < text.endIndex && text[position] == byte:
      skip { $0 != UInt8(ascii: "\n") }
      return Token(kind: .comment, range: start..<position)
    case UInt8(ascii: "/") where position < text.endIndex && text[position] == UInt8(ascii: "*"):
      skipComment()
      return Token(kind: .comment, range: start..<position)
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      skip { Self.isWord($0) || $0 == UInt8(ascii: ".") }
      return Token(kind: .number, range: start..<position)
    case _ where Self.isWord(byte):
      skip(while: Self.isWord)
      return Token(kind: .word, range: start..<position)
    default:
      return Token(kind: .other, range: start..<position)
    }
  }

  private mutating func skip(while condition: (UInt8) -> Bool) {
    while position < text.endIndex, condition(text[position]) { position += 1 }
  }

  private mutating func skipComment() {
    // Past the star, which must not be taken for the closing one, and what follows it.
    position = Swift.min(text.endIndex, position + 2)
    while position < text.endIndex {
      position += 1
      if text[position - 1] == UInt8(ascii: "/"), text[position - 2] == UInt8(ascii: "*") { return }
    }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "_"), 0x80...:
      true
    default: false
    }
  }
}
