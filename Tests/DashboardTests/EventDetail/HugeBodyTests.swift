import CatalogEvents
import Dashboard
import EventRecords
import HooktopTesting
import TerminalSurface
import Testing

struct HugeBodyTests {
  @Test func aBodyOfManyLinesIsReachedToItsEnd() throws {
    let body = "[" + (0..<30_000).map(String.init).joined(separator: ",") + "]"
    var driver = DashboardDriver(captures: [DetailStories.capture(body: body)])
    driver.press(.enter)
    try driver.expectScreen("of 25001+")
    driver.type("G")
    try driver.expectScreen("30001   29999", "30002 ]", "of 30002 ")
  }

  @Test func pagesReachTheEndToo() throws {
    let body = "[" + (0..<6_000).map(String.init).joined(separator: ",") + "]"
    var driver = DashboardDriver(captures: [DetailStories.capture(body: body)])
    driver.press(.enter)
    for _ in 0..<400 { driver.press(.pageDown) }
    try driver.expectScreen("6002 ]")
  }

  @Test func whatGoesOverTheLimitIsSaidToBeCut() throws {
    let body = "[" + String(repeating: "1,", count: 300_000) + "1]"
    var driver = DashboardDriver(captures: [DetailStories.capture(body: body)])
    driver.press(.enter)
    driver.type("G")
    try driver.expectScreen("more bytes are not shown here: the Raw tab has them all")
  }

  @Test func aStringOfMegabytesIsScrolledThrough() throws {
    let body = "{\"a\": \"" + String(repeating: "0123456789", count: 200_000) + "\"}"
    var driver = DashboardDriver(captures: [DetailStories.capture(body: body)])
    driver.press(.enter)
    driver.press(.pageDown, .pageDown, .pageUp)
    driver.type("G")
    try driver.expectScreen("3 }")
    driver.type("]]]G")
    try driver.expectScreen("\"}")
  }

  @Test func nestingToTheLimitIsShown() throws {
    let body = String(repeating: "[", count: 512) + String(repeating: "]", count: 512)
    var driver = DashboardDriver(captures: [DetailStories.capture(body: body)])
    driver.press(.enter)
    driver.type("G")
    try driver.expectScreen("1023 ]")
  }
}
