import Foundation
import Testing

@testable import Dashboard

/// The README's key table is the key table: with `HOOKTOP_RECORD=1` it is written, else compared.
struct ReadmeKeysTests {
  private static let opening = "<!-- keys: made by KeyTable, held current by a test -->\n"
  private static let closing = "<!-- end of keys -->"

  @Test func theReadmeListsTheKeysThatThereAre() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../../README.md").standardized
    let readme = try String(contentsOf: file, encoding: .utf8)
    let start = try #require(readme.range(of: Self.opening), "the README has no mark before its keys").upperBound
    let end = try #require(readme.range(of: Self.closing, range: start..<readme.endIndex), "the README has no mark after its keys")
      .lowerBound
    let environment = ProcessInfo.processInfo.environment
    if environment["HOOKTOP_RECORD"] == "1" {
      try #require(environment["CI"] == nil, "HOOKTOP_RECORD is refused where CI is set")
      try readme.replacingCharacters(in: start..<end, with: KeyTable.markdown).write(to: file, atomically: true, encoding: .utf8)
    } else {
      #expect(readme[start..<end] == KeyTable.markdown, "HOOKTOP_RECORD=1 writes the keys into the README")
    }
  }
}
