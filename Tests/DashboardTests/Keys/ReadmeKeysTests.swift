import Foundation
import Testing

@testable import Dashboard

/// The README's tables of keys and acts are those of the program: with `HOOKTOP_RECORD=1` they are written, else compared.
@Suite(.serialized) struct ReadmeKeysTests {
  @Test func theReadmeListsTheKeysThatThereAre() throws {
    try expect(KeyTable.markdown, between: "<!-- keys: made by KeyTable, held current by a test -->\n", and: "<!-- end of keys -->")
  }

  @Test func theReadmeListsTheActsThatHaveNames() throws {
    try expect(NamedActs.markdown, between: "<!-- acts: made by NamedActs, held current by a test -->\n", and: "<!-- end of acts -->")
  }

  private func expect(_ table: String, between opening: String, and closing: String) throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../../README.md").standardized
    let readme = try String(contentsOf: file, encoding: .utf8)
    let start = try #require(readme.range(of: opening), "the README has no mark before its table").upperBound
    let end = try #require(readme.range(of: closing, range: start..<readme.endIndex), "the README has no mark after its table").lowerBound
    let environment = ProcessInfo.processInfo.environment
    if environment["HOOKTOP_RECORD"] == "1" {
      try #require(environment["CI"] == nil, "HOOKTOP_RECORD is refused where CI is set")
      // Through the link, where the README is one.
      try readme.replacingCharacters(in: start..<end, with: table).write(
        to: file.resolvingSymlinksInPath(), atomically: true, encoding: .utf8)
    } else {
      #expect(readme[start..<end] == table, "HOOKTOP_RECORD=1 writes the table into the README")
    }
  }
}
