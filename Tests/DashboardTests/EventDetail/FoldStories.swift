import CatalogEvents
import EventRecords
import HooktopTesting
import TerminalSurface
import Testing

@testable import Dashboard

struct FoldStories {
  private static let body = #"{"a": {"b": [1, {"c": null}], "d": 2}, "e": [], "f": [3, 4]}"#

  private func opened(_ body: String = body, size: Size = Size(columns: 80, rows: 30)) -> DashboardDriver {
    var driver = DashboardDriver(size: size, captures: [DetailStories.capture(body: body)])
    driver.press(.enter)
    return driver
  }

  @Test func whatIsFoldedSaysHowMuchItHides() throws {
    var driver = opened()
    driver.type("jz")
    try driver.expectScreen(#"2   "a": ▸ {2 fields},"#, #"3   "e": [],"#, "8 }")
    driver.type("z")
    try driver.expectScreen(#"3     "b": ["#, "16 }")
    driver.type("jz")
    try driver.expectScreen(#"3     "b": ▸ [2 items],"#)
  }

  @Test func aSingleChildIsCountedAsOne() throws {
    var driver = opened(#"{"a": {"b": 1}, "c": [1]}"#)
    driver.type("Z")
    try driver.expectScreen("▸ {1 field}", "▸ [1 item]")
  }

  @Test func allIsFoldedAndUnfoldedWithTheCursorOnWhatItWasOn() throws {
    var driver = opened()
    driver.type("jjjjj")
    try driver.expectScreen("a.b[1].c")
    driver.type("Z")
    try driver.expectScreen(#"2   "a": ▸ {2 fields},"#, #"4   "f": ▸ [2 items]"#, "5 }")
    #expect(driver.state.detail.cursorPath?.description == "a")
    driver.type("Z")
    try driver.expectScreen(#"6         "c": null"#)
    #expect(driver.state.detail.cursorPath?.description == "a")
  }

  @Test func theArrowsGoIntoValuesAndOutOfThem() throws {
    var driver = opened()
    var paths: [String] = []
    for key in [Key.right, .right, .right, .down, .right, .left, .left, .left, .left, .right, .left, .left, .left] {
      driver.press(key)
      paths.append(driver.state.detail.cursorPath?.description ?? "")
    }
    #expect(
      paths == ["a", "a.b", "a.b[0]", "a.b[1]", "a.b[1].c", "a.b[1]", "a.b[1]", "a.b", "a.b", "a.b", "a.b", "a", "a"])
    try driver.expectScreen(#""a": ▸ {2 fields},"#)
  }

  @Test func valuesAreSteppedOverWhole() {
    var driver = opened()
    driver.type("j")
    var paths: [String] = []
    for key in "JJJKKK" {
      driver.type(String(key))
      paths.append(driver.state.detail.cursorPath?.description ?? "")
    }
    #expect(paths == ["e", "f", "f", "e", "a", "$"])
  }

  @Test func theValueUnderTheCursorIsGivenAsItCame() {
    var driver = opened(#"{"a":  {"n" : 1.0,"s":"Zo\u00eb"}}"#)
    func value() -> String { String(decoding: driver.state.detail.cursorValue ?? [], as: UTF8.self) }
    driver.type("j")
    #expect(value() == #"{"n" : 1.0,"s":"Zo\u00eb"}"#)
    driver.type("j")
    #expect(value() == "1.0")
    driver.type("j")
    #expect(value() == #""Zo\u00eb""#)
    driver.type("j")
    #expect(driver.state.detail.cursorPath?.description == "a")
    driver.type("G")
    #expect(driver.state.detail.cursorPath?.description == "$")
  }

  @Test func findingsInAFoldAreStillTold() throws {
    var driver = DashboardDriver(size: Size(columns: 100, rows: 30), captures: [.fixture(findings: ["data.location is null"])])
    driver.press(.enter)
    driver.type("Z")
    try driver.expectScreen(#""data": ▸ {2 fields}"#, "! data.location is null")
  }

  @Test func thePathOfOddNamesIsWrittenInBrackets() throws {
    var driver = opened(#"{"odd name": {"字": [true]}}"#)
    driver.type("jjj")
    try driver.expectScreen(#"["odd name"]["字"][0]"#)
  }

  @Test func enterFoldsOnceTheDetailIsWhole() throws {
    var driver = DashboardDriver(size: Size(columns: 80, rows: 30), captures: [DetailStories.capture(body: Self.body)])
    driver.press(.tab, .down, .enter)
    try driver.expectScreen(#"2   "a": {"#)
    driver.press(.enter)
    try driver.expectScreen(#"2   "a": ▸ {2 fields},"#)
  }

  @Test func longStringsTakeOneRowWhenTheyAreUnwrapped() throws {
    let text = String(repeating: "0123456789", count: 1_000)
    var driver = opened("{\"a\": \"\(text)\", \"b\": 1}")
    try driver.expectNoScreen(#""b": 1"#)
    driver.type("jw")
    try driver.expectScreen(#"2   "a": "0123"#, " bytes", #"3   "b": 1"#)
    let row = try #require(driver.screen.first { $0.contains(" bytes") })
    let shown = row.drop { $0 != "\"" }.prefix { $0 != "…" }.dropLast()
    let missing = try #require(row.split(separator: "+").last.flatMap { Int($0.prefix { $0.isNumber }) })
    #expect(shown.count + missing == text.count + 8)  // name, colon, space, quotes and comma beside it
    driver.type("w")
    try driver.expectNoScreen(" bytes", #""b": 1"#)
  }

  @Test func aLongStringIsReadRowByRow() throws {
    let text = (0..<400).map { "<\($0)>" }.joined()
    var driver = opened("{\"a\": \"\(text)\", \"b\": 1}", size: Size(columns: 60, rows: 14))
    var seen: Set<Int> = []
    for _ in 0..<60 {
      driver.press(.down)
      let screen = driver.screen.joined()
      seen.formUnion((0..<400).filter { screen.contains("<\($0)>") })
    }
    #expect(seen.count > 330)  // those that are not broken between two rows
    try driver.expectScreen(#""b": 1"#)
    #expect(driver.state.detail.cursorPath?.description == "$")
    for _ in 0..<60 { driver.press(.up) }
    try driver.expectScreen(#""a": "<0>"#, "1 {")
  }
}
