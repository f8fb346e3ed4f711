import CatalogEvents
import EventRecords
import HooktopTesting
import TerminalSurface
import Testing

@testable import Dashboard

/// What a key costs in a body of megabytes, by the lines that are made and not by time.
struct FoldWorkTests {
  /// About five megabytes, in which every tenth field has a list of its own.
  private static let body = Array(
    ("{\"rows\": [" + (0..<60_000).map { #"{"id": \#($0), "name": "row number \#($0)", "tags": [1, 2, 3]}"# }.joined(separator: ", ")
      + "]}").utf8)

  private func lines() throws -> JSONLines {
    var lines = JSONLines(try JSONDocument(Self.body))
    lines.extend(by: 5_000)
    return lines
  }

  @Test func nothingIsMadeBeyondWhatIsAskedFor() throws {
    let lines = try lines()
    #expect(lines.madeCount <= 5_002 && !lines.isComplete)
  }

  @Test func aFoldMakesAPieceAnewAndNoMore() throws {
    var lines = try lines()
    for index in [2, 3, 1, 1, 2] {
      let before = lines.madeCount
      lines.setFolded(!lines.lines[index].isFolded, line: index)
      lines.extend(by: 1_000)
      #expect(lines.madeCount - before <= 1_002)
    }
  }

  @Test func foldingAllLooksIntoNothing() throws {
    var lines = try lines()
    let before = lines.madeCount
    lines.setFolds(.all)
    lines.extend(by: 1_000)
    #expect(lines.isComplete && lines.lines.count == 3 && lines.madeCount - before == 3)
  }

  @Test func aValueFarBehindIsUnfoldedWithoutTheOthers() throws {
    var lines = try lines()
    lines.setFolds(.all)
    lines.extend(by: 1_000)
    let offset = try #require(TextSearch("row number 49999").ranges(in: Self.body, limit: 1).first?.lowerBound)
    let before = lines.madeCount
    lines.unfold(around: offset)
    lines.extend(through: offset)
    #expect(lines.madeCount - before < 52_000)
    let line = lines.lines[lines.lineIndex(containing: offset)]
    #expect(line.valueRange.contains(offset) && line.form == .string)
    #expect(lines.path(at: lines.lineIndex(containing: offset))?.description == "rows[49999].name")
    // The others are still folded.
    #expect(lines.lines[2].isFolded)
  }

  @Test func linesMadeAnewAreThoseMadeAtOnce() throws {
    let document = try JSONDocument(
      Array(#"{"a": {"b": [1, {"c": [[], {}]}], "d": 2}, "e": [[1], [2, [3]]], "f": "x"}"#.utf8))
    var random = SeededGenerator(seed: 7)
    var lines = JSONLines(document)
    lines.extend(by: 1_000)
    for _ in 0..<200 {
      let folded = lines.lines.indices.filter { lines.lines[$0].isOpening || lines.lines[$0].isFolded }
      let line = try #require(folded.randomElement(using: &random))
      lines.setFolded(Bool.random(using: &random), line: line)
      lines.extend(by: 1_000)
      var whole = JSONLines(document)
      whole.setFolds(lines.folds)
      whole.extend(by: 1_000)
      #expect(lines.lines == whole.lines)
      #expect(lines.isComplete && whole.isComplete)
    }
  }

  @Test func everyLineKnowsTheWayToItsValue() throws {
    let document = try JSONDocument(Array(#"{"a": {"b": [1, {"c": [[], {}]}]}, "e": [[1], [2, [3]]], "a": "x"}"#.utf8))
    var lines = JSONLines(document)
    lines.extend(by: 1_000)
    for index in lines.lines.indices {
      let value = try #require(lines.value(at: index))
      #expect(lines.path(at: index) == value.path)
    }
  }

  @Test func keysInABodyOfMegabytesDrawOnlyWhatIsInView() throws {
    var capture = Capture.fixture(id: 1)
    capture.body = Self.body
    var driver = DashboardDriver(captures: [capture])
    driver.press(.enter)
    for _ in 0..<30 { driver.press(.pageDown) }
    driver.type("zzhhZZ")
    driver.press(.right, .right, .left)
    let made = try #require(driver.state.detail.shown?.event.document?.lines.madeCount)
    #expect(made < 50_000)
    try driver.expectScreen(#""rows": ["#)
  }
}
