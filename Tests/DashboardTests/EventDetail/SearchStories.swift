import CatalogEvents
import EventRecords
import HooktopTesting
import TerminalSurface
import Testing

@testable import Dashboard

struct SearchStories {
  private func opened(_ body: String, size: Size = Size(columns: 80, rows: 24)) -> DashboardDriver {
    var driver = DashboardDriver(size: size, captures: [DetailStories.capture(body: body)])
    driver.press(.enter)
    return driver
  }

  @Test func matchesAreCountedAndGoneThroughAroundTheEnd() throws {
    var driver = opened(#"{"a": "needle", "b": ["x", "Needle"], "c": "needles and needles"}"#)
    driver.type("/needle")
    driver.press(.enter)
    try driver.expectScreen("1 of 4")
    driver.type("n")
    try driver.expectScreen("2 of 4", "b[1]")
    driver.type("nn")
    try driver.expectScreen("4 of 4")
    driver.type("n")
    try driver.expectScreen("1 of 4, from the beginning again")
    driver.type("N")
    try driver.expectScreen("4 of 4, from the end again")
    driver.type("N")
    try driver.expectScreen("3 of 4 ")
  }

  @Test func whatIsFoldedIsFoundAndUnfolded() throws {
    var driver = opened(#"{"a": {"b": {"c": "needle"}}, "d": {"e": 1}}"#)
    driver.type("Z")
    try driver.expectNoScreen("needle")
    driver.type("/needle")
    driver.press(.enter)
    try driver.expectScreen(#""c": "needle""#, #""d": ▸ {1 field}"#, "a.b.c")
  }

  @Test func itIsSoughtWhileItIsTypedAndForgottenWithEscape() throws {
    var driver = opened(#"{"a": "needle", "b": "need"}"#)
    driver.type("/ne")
    try driver.expectScreen("1 of 2")
    driver.type("edl")
    try driver.expectScreen("1 of 1 ─", "/ needl")
    driver.press(.escape)
    #expect(driver.state.detail.search == nil)
    driver.type("/nothing like it")
    driver.press(.enter)
    try driver.expectScreen("“nothing like it” is not in this tab")
    driver.press(.escape)
    try driver.expectNoScreen("is not in this tab")
    try driver.expectScreen("[Event]")
  }

  @Test func anEmptyLineSeeksTheSameAgain() throws {
    var driver = opened(#"{"a": "needle"}"#)
    driver.type("/needle")
    driver.press(.enter, .escape)
    driver.type("/")
    driver.press(.enter)
    try driver.expectScreen("1 of 1 ─")
  }

  @Test func eachTabIsSearched() throws {
    var driver = DashboardDriver(captures: [.fixture(data: #"{"schema": {"fields": [{"name": "localhost", "type": "int64"}]}}"#)])
    driver.press(.enter)
    driver.type("/localhost")
    driver.press(.enter)
    try driver.expectScreen("1 of 1 ─")
    driver.type("]")
    try driver.expectScreen("[Headers]", "1 found")
    driver.type("]")
    try driver.expectScreen("[Schema]", "1 found")
    driver.type("]n")
    try driver.expectScreen("[Raw]", "1 of 2")
    driver.type("bn")
    try driver.expectScreen("1 of 2")
    driver.type("]")
    try driver.expectScreen("[Delivery]", "is not in this tab")
  }

  @Test func aMatchThatWasNotLaidOutIsReached() throws {
    let body = "[" + (0..<50_000).map(String.init).joined(separator: ",") + ", \"needle\"]"
    var driver = opened(body)
    driver.type("/NEEDLE")
    driver.press(.enter)
    try driver.expectScreen("50002   \"needle\"", "1 of 1 ─", "[50000]")
  }

  @Test func aMatchBeyondAllLinesIsSaidToBeInRaw() throws {
    let body = "[" + String(repeating: "1,", count: 250_000) + "\"needle\"]"
    var driver = opened(body)
    driver.type("/needle")
    driver.press(.enter)
    try driver.expectScreen("1 of 1, not shown here, but in Raw")
    driver.type("]]]n")
    try driver.expectScreen("[Raw]", "needle", "1 of 1 ─")
  }

  @Test func aMatchDeepInALongStringComesIntoView() throws {
    let text = String(repeating: "0123456789", count: 3_000) + "needle" + String(repeating: "0123456789", count: 3_000)
    var driver = opened("{\"a\": \"\(text)\"}")
    driver.type("/needle")
    driver.press(.enter)
    try driver.expectScreen("needle")
    driver.type("gw")
    try driver.expectNoScreen("needle")
    driver.type("n")
    try driver.expectScreen("needle")
  }

  @Test func nothingIsSoughtBesideADetailThatIsNotThere() throws {
    var driver = DashboardDriver()
    driver.type("n/")
    driver.press(.escape)
    try driver.expectNoScreen("text to find")
  }

  @Test func theSearchGoesAlongToTheNextCapture() throws {
    var driver = DashboardDriver(captures: FollowStories.orders(3))
    driver.press(.tab)
    driver.type("/orders_")
    driver.press(.enter)
    try driver.expectScreen("1 of 1 ─")
    driver.press(.tab, .up)
    try driver.expectScreen("#2 acme", "1 found")
  }
}
