import CatalogEvents
import EventRecords
import Testing

@Suite struct BodyDifferenceTests {
  private func compare(_ old: String, _ new: String) -> BodyDifference {
    BodyDifference(from: Array(old.utf8), to: Array(new.utf8))
  }

  @Test func theSameBytesAreNoDifference() throws {
    guard case .none = compare("{x", "{x") else { throw Wrong("a difference was found") }
  }

  @Test func anotherSpellingOfTheSameIsAnEmptyDifference() throws {
    guard case .structure(let difference) = compare("{}", "{ }") else { throw Wrong("it was not read as JSON") }
    #expect(difference.isEmpty)
  }

  @Test func whatIsNotJSONIsComparedByLines() throws {
    guard case .text(let difference) = compare("{\na\nb\nc\n", "{\nb\nx\r\nc\n") else { throw Wrong("it was not read as text") }
    #expect(
      difference.lines == [.alike("{"), .removed("a"), .alike("b"), .added("x\r"), .alike("c"), .alike("")])
  }

  @Test func theSameLettersOfOtherScalarsAreAnotherLine() throws {
    guard case .text(let difference) = compare("caf\u{E9}", "cafe\u{301}") else { throw Wrong("it was not read as text") }
    #expect(difference.lines.count == 2)
  }

  @Test func longTextsThatHaveNothingInCommonTakeNoLongTime() throws {
    let old = (0..<60_000).map { "a\($0)\n" }.joined()
    let new = (0..<60_000).map { "b\($0)\n" }.joined()
    guard case .text(let difference) = compare("same\n" + old, "same\n" + new) else { throw Wrong("it was not read as text") }
    #expect(difference.lines.count == 120_002 && difference.lines.first == .alike("same") && difference.lines.last == .alike(""))
  }

  @Test(arguments: 0..<100)
  func theLinesOfEitherTextAreAllThere(seed: Int) {
    var random = seed &* 7_919 + 1
    func text() -> String {
      (0..<(seed % 9)).map { _ in
        random = random &* 1_103_515_245 &+ 12_345
        return String((random >> 16) & 3)
      }.joined(separator: "\n")
    }
    let (old, new) = (text(), text())
    let lines = TextDifference(from: Array(old.utf8), to: Array(new.utf8)).lines
    let olds = lines.filter { if case .added = $0 { false } else { true } }.map(\.text)
    let news = lines.filter { if case .removed = $0 { false } else { true } }.map(\.text)
    #expect(olds.joined(separator: "\n") == old && news.joined(separator: "\n") == new)
  }
}

extension TextDifference.Line {
  fileprivate var text: String {
    switch self {
    case .alike(let text), .removed(let text), .added(let text): text
    }
  }
}

/// What was found instead of what a test needs.
private struct Wrong: Error {
  var text: String

  init(_ text: String) {
    self.text = text
  }
}
