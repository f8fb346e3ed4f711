import CatalogEvents
import EventRecords
import HooktopTesting
import TerminalSurface
import Testing

@testable import Dashboard

struct SQLStories {
  static func view(_ definition: String) -> Capture {
    .fixture(id: 1, type: .view, name: "v_daily", data: "{\"definition\": \"\(definition)\", \"properties\": {}}")
  }

  private func opened(_ definition: String) -> DashboardDriver {
    var driver = DashboardDriver(size: Size(columns: 90, rows: 34), captures: [Self.view(definition)])
    driver.press(.enter)
    return driver
  }

  @Test func newlinesAndTabsAreWhatTheyMean() throws {
    let driver = opened(#"SELECT day,\n\tsum(amount) -- \"gross\"\r\nFROM sales.orders\nGROUP BY day"#)
    try driver.expectScreen(
      #""definition": "SELECT day,\n\tsum(amount) -- \"gross\"\r\nFROM"#, "│       SELECT day,", "│           sum(amount) -- \"gross\"",
      "│       FROM sales.orders", "│       GROUP BY day")
  }

  @Test func aLongLineIsBrokenBeforeItsClauses() throws {
    let driver = opened(
      "SELECT a, (SELECT max(b) FROM t WHERE c = ' FROM ') AS m FROM sales.orders LEFT JOIN ops.hosts ON x = y WHERE z > 1 ORDER BY a")
    try driver.expectScreen(
      "│       SELECT a, (SELECT max(b) FROM t WHERE c = ' FROM ') AS m", "│       FROM sales.orders",
      "│       LEFT JOIN ops.hosts ON x = y",
      "│       WHERE z > 1", "│       ORDER BY a")
  }

  @Test func whatIsShortIsNotSaidTwice() throws {
    let driver = opened("SELECT 1")
    #expect(driver.screen.count { $0.contains("SELECT 1") } == 1)
  }

  @Test func onlyViewsHaveSQL() throws {
    let capture = Capture.fixture(id: 1, data: #"{"definition": "SELECT a\nFROM b"}"#)
    var driver = DashboardDriver(size: Size(columns: 90, rows: 34), captures: [capture])
    driver.press(.enter)
    try driver.expectNoScreen("│       FROM b")
  }

  @Test func theLinesBelongToTheValue() {
    var driver = opened(#"SELECT 1\nFROM a"#)
    driver.type("jjjjjjjjjjjj")
    #expect(driver.state.detail.cursorPath?.description == "data.definition")
    #expect(driver.state.detail.cursorValue.map { String(decoding: $0, as: UTF8.self) } == #""SELECT 1\nFROM a""#)
  }

  @Test func sqlOfMegabytesIsScrolledThrough() throws {
    var driver = opened(String(repeating: #"SELECT 1 UNION ALL\n"#, count: 100_000) + "SELECT 2")
    driver.press(.pageDown)
    driver.type("G")
    try driver.expectScreen("│       SELECT 2", #""properties": {}"#)
  }

  @Test(arguments: ["'open", "\"open", "--", "/*", "/*/", "-", "/", "a'b''c'", "0x", "é字", "$$ x $$", ")))((("])
  func anyTextIsTaken(_ text: String) {
    var end = 0
    for token in SQLTokens(Array(text.utf8)) {
      #expect(token.range.lowerBound == end)
      end = token.range.upperBound
    }
    #expect(end == text.utf8.count)
    #expect(SQLClauses.broken(Array((text + String(repeating: " FROM x", count: 20)).utf8)).count == text.utf8.count + 140)
  }
}
