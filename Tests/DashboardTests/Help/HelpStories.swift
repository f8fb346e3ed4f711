import HooktopTesting
import TerminalSurface
import Testing

@testable import Dashboard

struct HelpStories {
  @Test func theHelpForThePaneComesFirst() throws {
    var driver = DashboardDriver(size: Size(columns: 100, rows: 60), captures: FollowStories.orders(3))
    driver.type("?")
    try driver.expectScreen(" Keys: Events", "G End         Go to the newest row and follow")
    #expect(driver.row(of: " Keys: Events") == 3)
    driver.press(.escape)
    driver.press(.tab)
    driver.type("?")
    #expect(driver.row(of: " Keys: Detail") == 3)
  }

  @Test func everyKeyOfThePaneIsInIt() throws {
    for context in [KeyContext.table, .compose] {
      var driver = DashboardDriver(size: Size(columns: 120, rows: 120), captures: FollowStories.orders(3))
      if context == .compose { driver.type("c") }
      driver.press(.function(1))
      for binding in KeyTable.bindings(in: context) { try driver.expectScreen(binding.label, binding.help) }
    }
  }

  @Test func signsFlagsAndMarksAreExplained() throws {
    var driver = DashboardDriver(size: Size(columns: 120, rows: 300))
    driver.type("?")
    try driver.expectScreen("rename", "any other action", "Something is odd", "● ", "✗ ", "export OPTERYX_WEBHOOK_DOMAIN=localhost:8443")
  }

  @Test func itScrollsAndCloses() throws {
    var driver = DashboardDriver(captures: FollowStories.orders(3))
    driver.type("?G")
    try driver.expectScreen("store: ~/.local/share/hooktop/events.db")
    driver.type("q")
    try driver.expectScreen("3 of 3  FOLLOW", "acme/sales.orders_3")
    try driver.expectEffects()
  }

  @Test func theFormComesBackWhenItsHelpCloses() throws {
    var driver = DashboardDriver()
    driver.type("c")
    let before = driver.screen
    driver.press(.function(1))
    try driver.expectScreen(" Keys: Compose")
    driver.press(.escape)
    #expect(driver.screen == before)
  }

  @Test func messagesCanBeReadAgain() throws {
    var driver = DashboardDriver()
    driver.deliver(.noticePosted(Notice(.failure, "the first one")))
    driver.deliver(.noticePosted(Notice(.information, "the second one")))
    driver.wait(seconds: 10)
    driver.type("?G")
    try driver.expectScreen("14:03:20  ✗ the first one", "14:03:20  the second one")
  }

  @Test func enterRunsTheLineUnderTheCursor() throws {
    var driver = DashboardDriver(captures: FollowStories.orders(5))
    driver.type("?/hold the table")
    driver.press(.enter, .enter)
    try driver.expectScreen("PAUSED 0 held")
    driver.type("?/goto ID")
    driver.press(.enter, .enter)
    try driver.expectScreen(" : goto")
  }

  @Test func aKeyOfAnotherPlaceSaysWhereItWorks() throws {
    var driver = DashboardDriver(captures: FollowStories.orders(5))
    driver.type("?/send what the form")
    driver.press(.enter, .enter)
    try driver.expectScreen("! that key works in another place: Compose", " Help ")
    try driver.expectEffects()
  }

  @Test func theSearchGoesOnAndRound() throws {
    var driver = DashboardDriver(size: Size(columns: 100, rows: 60), captures: FollowStories.orders(5))
    driver.type("?/OLDEST row")
    driver.press(.enter)
    let first = try #require(driver.surface.cursor)
    driver.type("n")
    #expect(driver.surface.cursor == first)
    driver.type("/press")
    driver.press(.escape)
    #expect(driver.surface.cursor == first)
    driver.type("/row")
    driver.press(.enter)
    driver.type("nN")
    #expect(driver.surface.cursor == first)
  }

  @Test func whatIsNowhereIsSaid() throws {
    var driver = DashboardDriver(captures: FollowStories.orders(5))
    driver.type("?/zebra")
    try driver.expectScreen("nothing here says “zebra”")
    driver.press(.enter, .escape)
    try driver.expectScreen("5 of 5  FOLLOW")
  }
}
