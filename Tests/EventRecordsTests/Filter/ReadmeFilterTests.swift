import EventRecords
import Foundation
import Testing

/// The README's table of filters is the reference: with `HOOKTOP_RECORD=1` it is written, else compared.
struct ReadmeFilterTests {
  private static let opening = "<!-- filter: made by FilterReference, held current by a test -->\n"
  private static let closing = "<!-- end of filter -->"

  @Test func theReadmeListsTheFormsThatThereAre() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../../README.md").standardized
    let readme = try String(contentsOf: file, encoding: .utf8)
    let start = try #require(readme.range(of: Self.opening), "the README has no mark before its filters").upperBound
    let end = try #require(readme.range(of: Self.closing, range: start..<readme.endIndex), "the README has no mark after its filters")
      .lowerBound
    let environment = ProcessInfo.processInfo.environment
    if environment["HOOKTOP_RECORD"] == "1" {
      try #require(environment["CI"] == nil, "HOOKTOP_RECORD is refused where CI is set")
      try readme.replacingCharacters(in: start..<end, with: FilterReference.markdown).write(to: file, atomically: true, encoding: .utf8)
    } else {
      #expect(readme[start..<end] == FilterReference.markdown, "HOOKTOP_RECORD=1 writes the forms into the README")
    }
  }
}
