import CatalogEvents
import Testing

@Suite struct JSONNestingTests {
  @Test(arguments: [1, 2, 511, 512])
  func nestsUpToItsLimit(depth: Int) throws {
    for text in Self.nested(depth) {
      #expect(try JSONDocument(text).root.count <= 1)
    }
  }

  @Test(arguments: [513, 514, 100_000])
  func saysThatATextNestsTooDeep(depth: Int) {
    for text in Self.nested(depth) {
      let error = #expect(throws: JSONError.self) { try JSONDocument(text) }
      #expect(error?.isTooDeep == true)
      #expect(error?.reason == "the text nests deeper than 512")
    }
  }

  @Test func pointsAtTheBracketThatIsTooMuch() {
    let text = String(repeating: "[\n", count: 600)
    #expect(throws: JSONError(offset: 1024, line: 513, column: 1, reason: "the text nests deeper than 512", isTooDeep: true)) {
      try JSONDocument(text)
    }
  }

  @Test func countsOnlyWhatIsOpen() throws {
    let text =
      "[" + Array(repeating: String(repeating: "[", count: 511) + String(repeating: "]", count: 511), count: 20).joined(separator: ",")
      + "]"
    #expect(try JSONDocument(text).root.count == 20)
  }

  @Test func takesAnotherLimit() throws {
    #expect(try JSONDocument(Array("1".utf8), depthLimit: 0).root.integer == 1)
    let error = #expect(throws: JSONError.self) { try JSONDocument(Array("[]".utf8), depthLimit: 0) }
    #expect(error?.isTooDeep == true)
    #expect(throws: JSONError.self) { try JSONDocument(Array("[[]]".utf8), depthLimit: 1) }
  }

  @Test func readsAndReleasesAMillionLevelsWithoutRecursion() throws {
    let depth = 1_000_000
    let text = [UInt8](repeating: UInt8(ascii: "["), count: depth) + [UInt8](repeating: UInt8(ascii: "]"), count: depth)
    var document: JSONDocument? = try JSONDocument(text, depthLimit: depth)
    var value = document?.root
    for _ in 0..<1000 {
      value = value?.elements.first
    }
    #expect(value?.byteRange == 1000..<2 * depth - 1000)
    #expect(value?.path.components.count == 1000)
    document = nil
    value = nil
  }

  @Test func doesNotCrashOnHugeInputThatIsNotJSON() {
    for byte in Array("[{\"1-t\\ ,:}]x".utf8) + [0x00, 0x80, 0xC2, 0xFF] {
      #expect(throws: (any Error).self) { try JSONDocument([UInt8](repeating: byte, count: 200_000) + [UInt8(ascii: "x")]) }
    }
  }

  @Test func readsABigArrayByItsElements() throws {
    let count = 100_000
    let text = "[" + (0..<count).map { #"{"id": \#($0)}"# }.joined(separator: ",") + "]"
    let root = try JSONDocument(text).root
    #expect(root.count == count)
    #expect(root.elements.last?["id"]?.integer == Int64(count - 1))
    #expect(root.elements[count / 2]["id"]?.path == JSONPath([.index(count / 2), .name("id")]))
  }

  /// Arrays, objects, and both in turns, each so deep.
  private static func nested(_ depth: Int) -> [String] {
    let turns = (0..<depth).map { $0 % 2 == 0 ? "[" : "{\"a\":" }
    // The innermost object has no value of its own.
    let innermost = depth % 2 == 0 ? "0" : ""
    return [
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth),
      String(repeating: "{\"a\":", count: depth) + "1" + String(repeating: "}", count: depth),
      turns.joined() + innermost + turns.reversed().map { $0 == "[" ? "]" : "}" }.joined(),
    ]
  }
}
