import CatalogEvents
import Dashboard
import EventRecords
import HooktopTesting
import TerminalSurface
import Testing

struct DetailStories {
  static func capture(body: String, id: Int64 = 1, verdict: Verdict = .accepted) -> Capture {
    var capture = Capture.fixture(id: id)
    capture.body = Array(body.utf8)
    capture.verdict = verdict
    return capture
  }

  @Test func orderDigitsAndEscapesAreShownAsTheyCame() throws {
    let body = #"{"z":1.0,"a":12345678901234567890123,"z":"Zo\u00eb","é":"\u001b[2J","e":{},"l":[]}"#
    var driver = DashboardDriver(size: Size(columns: 100, rows: 40), captures: [Self.capture(body: body)])
    driver.press(.enter)
    let values = [#""z": 1.0,"#, #""a": 12345678901234567890123,"#, #""z": "Zo\u00eb","#, #""é": "\u001b[2J","#, #""e": {},"#, #""l": []"#]
    let rows = values.map { driver.row(of: $0) ?? -1 }
    #expect(rows == rows.sorted() && Set(rows).count == values.count && !rows.contains(-1))
  }

  @Test func timestampsAreExplainedBesideTheirLine() throws {
    var driver = DashboardDriver(size: Size(columns: 100, rows: 30), captures: [.fixture()])
    driver.press(.enter)
    try driver.expectScreen(#""timestamp": 1795442600112       2026-11-23 14:03:20.112 UTC, 0.1 s before it came"#)
  }

  @Test func aClockThatIsAheadIsNamed() throws {
    var driver = DashboardDriver(size: Size(columns: 110, rows: 30), captures: [.fixture(lag: -1_200)])
    driver.press(.enter)
    try driver.expectScreen("1.2 s after it came: clocks differ")
  }

  @Test func findingsStandAtTheLineTheyAreAbout() throws {
    var driver = DashboardDriver(size: Size(columns: 100, rows: 30), captures: [.fixture(findings: ["data.location is null"])])
    driver.press(.enter)
    let row = try #require(driver.screen.first { $0.contains(#""location": null"#) })
    #expect(row.contains("! data.location is null"))
  }

  @Test func aFindingThatIsOnlyInTheStoreIsNotLost() throws {
    var driver = DashboardDriver(size: Size(columns: 100, rows: 30), captures: [.fixture(findings: ["something of another version"])])
    driver.press(.enter)
    try driver.expectScreen("! something of another version")
  }

  @Test func aBodyThatIsNotJSONIsPointedInto() throws {
    var capture = Capture.rejectedFixture(id: 1)
    capture.body = Array("{\"event\": \n  oops}".utf8)
    var driver = DashboardDriver(captures: [capture])
    driver.press(.enter)
    let row = try #require(driver.row(of: "2   oops}"))
    let mark = try #require(driver.screen[row + 1].firstIndex(of: "^"))
    let place = try #require(driver.screen[row].firstIndex(of: "o"))
    #expect(
      driver.screen[row + 1].distance(from: driver.screen[row + 1].startIndex, to: mark)
        == driver.screen[row].distance(from: driver.screen[row].startIndex, to: place))
    try driver.expectScreen("! rejected with 400, not JSON: line 2, column 3")
  }

  @Test func aBodyThatWasRefusedUnreadSaysSo() throws {
    var capture = Capture.rejectedFixture(id: 1)
    capture.status = 413
    capture.body = nil
    capture.reason = "the body is over 8388608 bytes"
    var driver = DashboardDriver(captures: [capture])
    driver.press(.enter)
    try driver.expectScreen("! refused with 413, without its body: the body is over 8388608 bytes")
    driver.type("]]]")
    try driver.expectScreen("(refused without its body)")
  }

  @Test func headersKeepTheirOrderAndCase() throws {
    var capture = Capture.fixture(id: 1)
    capture.headers = [HeaderField("hOsT", "a"), HeaderField("X-Z", "1"), HeaderField("X-A", "2"), HeaderField("X-Z", "3")]
    var driver = DashboardDriver(captures: [capture])
    driver.press(.enter)
    driver.type("]")
    let start = try #require(driver.row(of: "hOsT  a"))
    #expect(Array(driver.screen[start..<start + 4]) == ["hOsT  a", "X-Z   1", "X-A   2", "X-Z   3"])
  }

  @Test func rawShowsTheBodyAsItCame() throws {
    var driver = DashboardDriver(captures: [Self.capture(body: "{\"a\"  :\r\n1}")])
    driver.press(.enter)
    driver.type("[[")
    try driver.expectScreen("[Raw]", "POST /event", "User-Agent: opteryx-catalog-webhook/1.0", "{\"a\"  :␍", "1}")
  }

  @Test func tabAndBracketsReachTheDetail() throws {
    var driver = DashboardDriver(captures: FollowStories.orders(3))
    driver.press(.tab, .down, .down)
    try driver.expectScreen("event.action", "3 of 3  FOLLOW")
    driver.press(.escape, .up)
    try driver.expectScreen("2 of 3")
    driver.type("]")
    try driver.expectScreen("[Headers]")
  }

  @Test func theDetailFollowsTheSelection() throws {
    var driver = DashboardDriver(captures: FollowStories.orders(9))
    driver.press(.up)
    try driver.expectScreen("#8 acme/sales.orders_8", #""resource_name": "orders_8""#)
  }

  @Test func onlyTheNewestRequestForACaptureCounts() throws {
    var driver = DashboardDriver(captures: FollowStories.orders(9))
    driver.answersAtOnce = false
    driver.press(.up, .up, .up, .up)
    #expect(driver.questions == [.loadCapture(id: 8)])
    driver.answer()
    #expect(driver.questions == [.loadCapture(id: 5)])
    try driver.expectScreen("#9 acme/sales.orders_9")
    driver.answer()
    try driver.expectScreen("#5 acme/sales.orders_5")
  }

  @Test func aCaptureThatIsGoneIsSaidToBe() throws {
    var driver = DashboardDriver(captures: FollowStories.orders(3))
    driver.answersAtOnce = false
    driver.press(.up)
    driver.captures.remove(id: 2)
    driver.answer()
    try driver.expectScreen("#2 is no longer in the store.")
  }

  @Test func longStringsAreWrappedAndNothingIsLeftOut() throws {
    let text = String((0..<300).map { Character(UnicodeScalar(UInt8(97 + $0 % 26))) })
    var driver = DashboardDriver(size: Size(columns: 80, rows: 30), captures: [Self.capture(body: "{\"a\": \"\(text)\"}")])
    driver.press(.enter)
    let start = try #require(driver.row(of: "\"a\": \""))
    let joined = driver.screen[start..<start + 5].map { $0.drop { " 0123456789│".contains($0) } }.joined()
    #expect(joined.hasPrefix("\"a\": \"\(text)\""))
  }
}
