import CatalogEvents
import Testing

/// Random documents, written in random spellings, are read back as they were meant and where they were written.
@Suite struct JSONRoundTripTests {
  @Test(arguments: 0..<200)
  func readsBackARandomDocument(seed: Int) throws {
    var writer = RandomJSON(seed: UInt64(seed))
    writer.space()
    let expected = writer.value(depth: 0)
    writer.space()
    let document = try JSONDocument(writer.bytes)
    check(document.root, expected)
    #expect(try PayloadValue(JSONDocument(PayloadValue(document.root).catalogBytes).root) == PayloadValue(document.root))
  }

  /// One byte of a document is replaced, taken out or doubled: whatever comes of it, an error points into the text.
  @Test func pointsIntoTheTextWhateverIsBroken() {
    var writer = RandomJSON(seed: 99)
    _ = writer.value(depth: 0)
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<3000 {
      var bytes = writer.bytes
      let position = Int.random(in: bytes.indices, using: &generator)
      switch Int.random(in: 0..<3, using: &generator) {
      case 0: bytes[position] = UInt8.random(in: 0...255, using: &generator)
      case 1: bytes.remove(at: position)
      default: bytes.insert(bytes[position], at: position)
      }
      do {
        #expect(try JSONDocument(bytes).root.byteRange.upperBound <= bytes.count)
      } catch {
        #expect((0...bytes.count).contains(error.offset))
        #expect(error.line >= 1 && error.column >= 1)
      }
    }
  }

  private func check(_ value: JSONValue, _ expected: Expectation) {
    #expect(value.byteRange == expected.range)
    switch expected.content {
    case .word(let kind): #expect(value.kind == kind)
    case .number(let digits): #expect(value.numberText == digits)
    case .string(let text): #expect(value.string == text)
    case .array(let elements):
      #expect(value.elements.count == elements.count)
      for (element, expected) in zip(value.elements, elements) {
        check(element, expected)
      }
    case .object(let members):
      #expect(value.members.count == members.count)
      for (member, expected) in zip(value.members, members) {
        #expect(member.name == expected.name)
        #expect(member.nameRange == expected.nameRange)
        check(member.value, expected.value)
      }
    }
  }
}

/// What a value was meant to be, and where it was written.
struct Expectation {
  enum Content {
    case word(JSONValue.Kind)
    case number(String)
    case string(String)
    case array([Expectation])
    case object([(name: String, nameRange: Range<Int>, value: Expectation)])
  }

  var range: Range<Int>
  var content: Content
}

/// Writes JSON at random: values, whitespace, and which way a character is spelled.
struct RandomJSON {
  private(set) var bytes: [UInt8] = []
  private var generator: SeededGenerator

  init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
  }

  mutating func space() {
    for _ in 0..<Int.random(in: 0...2, using: &generator) {
      write([" ", "\n", "\r", "\t"].randomElement(using: &generator) ?? " ")
    }
  }

  mutating func value(depth: Int) -> Expectation {
    let start = bytes.count
    let content: Expectation.Content
    switch Int.random(in: 0..<(depth < 6 ? 8 : 4), using: &generator) {
    case 0:
      let words: [(String, JSONValue.Kind)] = [("null", .null), ("true", .boolean), ("false", .boolean)]
      let (word, kind) = words.randomElement(using: &generator) ?? words[0]
      write(word)
      content = .word(kind)
    case 1:
      content = .number(number())
    case 2, 3:
      content = .string(string())
    case 4, 5:
      content = .array(array(depth: depth))
    default:
      content = .object(object(depth: depth))
    }
    return Expectation(range: start..<bytes.count, content: content)
  }

  private mutating func write(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }

  private mutating func array(depth: Int) -> [Expectation] {
    var elements: [Expectation] = []
    write("[")
    space()
    for position in 0..<Int.random(in: 0...5, using: &generator) {
      if position > 0 {
        write(",")
        space()
      }
      elements.append(value(depth: depth + 1))
      space()
    }
    write("]")
    return elements
  }

  private mutating func object(depth: Int) -> [(name: String, nameRange: Range<Int>, value: Expectation)] {
    var members: [(name: String, nameRange: Range<Int>, value: Expectation)] = []
    write("{")
    space()
    for position in 0..<Int.random(in: 0...5, using: &generator) {
      if position > 0 {
        write(",")
        space()
      }
      let start = bytes.count
      let name = string()
      let nameRange = start..<bytes.count
      space()
      write(":")
      space()
      members.append((name, nameRange, value(depth: depth + 1)))
      space()
    }
    write("}")
    return members
  }

  private mutating func number() -> String {
    var digits = Bool.random(using: &generator) ? "-" : ""
    digits += String(UInt64.random(in: 0...UInt64.max, using: &generator) >> UInt64.random(in: 0...63, using: &generator))
    if Bool.random(using: &generator) {
      digits += ".0" + String(Int.random(in: 0...999, using: &generator))
    }
    if Bool.random(using: &generator) {
      digits += ["e", "E", "e+", "E-"].randomElement(using: &generator) ?? "e"
      digits += String(Int.random(in: 0...999, using: &generator))
    }
    write(digits)
    return digits
  }

  private mutating func string() -> String {
    var text = ""
    write("\"")
    for _ in 0..<Int.random(in: 0...8, using: &generator) {
      let limit: UInt32 = [0x20, 0x7F, 0x7FF, 0xFFFF, 0x10FFFF].randomElement(using: &generator) ?? 0x7F
      guard let scalar = Unicode.Scalar(UInt32.random(in: 0...limit, using: &generator)) else { continue }
      text.unicodeScalars.append(scalar)
      if scalar.value < 0x20 || scalar == "\"" || scalar == "\\" || Bool.random(using: &generator) {
        for unit in String(scalar).utf16 {
          let digits = String(unit, radix: 16, uppercase: Bool.random(using: &generator))
          write("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
        }
      } else {
        write(String(scalar))
      }
    }
    write("\"")
    return text
  }
}
