import CatalogEvents
import Dashboard
import EventRecords
import Foundation
import HooktopTesting
import TerminalSurface
import Testing

struct ShellStories {
  @Test func theFirstQuestionIsForTheNewestRows() {
    var driver = DashboardDriver(captures: FollowStories.orders(5))
    driver.answersAtOnce = false
    var state = DashboardState(environment: .fixture(), size: Size(columns: 80, rows: 24))
    #expect(state.update(.ticked(DashboardDriver.start)) == [.loadPage(PageRequest(position: .newest, limit: 40, generation: 1))])
    #expect(state.update(.ticked(DashboardDriver.start)) == [])
  }

  @Test func qQuitsOnTheFirstViewAndGoesBackElsewhere() throws {
    var driver = DashboardDriver(captures: FollowStories.orders(5))
    driver.press(.enter)
    driver.type("q")
    driver.type("2")
    driver.type("q")
    driver.press(.tab)
    driver.type("q")
    try driver.expectEffects()
    driver.type("q")
    try driver.expectEffects(.quit)
  }

  @Test func escapeNeverQuits() throws {
    var driver = DashboardDriver(captures: FollowStories.orders(5))
    driver.press(.enter, .escape, .escape, .escape)
    try driver.expectEffects()
  }

  @Test func itAsksBeforeItQuitsWhileSomethingIsBeingSent() throws {
    var driver = DashboardDriver()
    driver.type("c")
    driver.press(.function(5), .escape)
    _ = driver.takeEffects()
    driver.type("q")
    try driver.expectEffects()
    try driver.expectScreen("A delivery is under way. Quit and stop sending?")
    driver.type("n")
    try driver.expectNoScreen("under way")
    driver.type("Qy")
    try driver.expectEffects(.quit)
  }

  @Test func controlCTwiceQuitsInAnyCase() throws {
    var driver = DashboardDriver()
    driver.type("c")
    driver.press(.function(5))
    _ = driver.takeEffects()
    driver.press(.control("c"))
    try driver.expectEffects()
    driver.press(.control("c"))
    try driver.expectEffects(.quit)
  }

  @Test func theQuestionGoesWhenTheSendingEnds() throws {
    var driver = DashboardDriver()
    driver.type("c")
    driver.press(.function(5), .control("c"))
    driver.deliver(.sendProgressed(SendProgress(order: 1, total: 1, deliveredCount: 1, failedCount: 0, newest: nil, isEnded: true)))
    try driver.expectNoScreen("under way")
    _ = driver.takeEffects()
    driver.press(.control("c"))
    try driver.expectEffects(.quit)
  }

  @Test func lettersGoIntoTheFormWhileItIsOpen() throws {
    var driver = DashboardDriver()
    driver.type("c")
    driver.press(.tab)
    driver.type("qQ2?p")
    try driver.expectEffects()
    try driver.expectScreen("New event", "qQ2?p")
    driver.press(.control("l"), .control("z"))
    try driver.expectEffects(.redraw, .suspend)
  }

  @Test func aNoticeGoesAfterSixSeconds() throws {
    var driver = DashboardDriver(captures: FollowStories.orders(5))
    driver.deliver(.noticePosted(Notice(.information, "saved 2 captures")))
    driver.wait(seconds: 5)
    try driver.expectScreen("saved 2 captures")
    driver.wait(seconds: 1)
    try driver.expectNoScreen("saved 2 captures")
  }

  @Test func aFailingStoreIsSaidUntilItIsMended() throws {
    var driver = DashboardDriver(captures: FollowStories.orders(5))
    driver.deliver(.storeFailed(reason: "the disk is full"))
    driver.wait(seconds: 60)
    driver.deliver(.storeFailed(reason: "the disk is still full"))
    try driver.expectScreen("✗ The store takes nothing since 14:03:20, and senders get 503: the disk is s")
    driver.deliver(.storeFailed(reason: nil))
    try driver.expectNoScreen("The store takes nothing")
  }

  @Test func aFailingListenerIsTurnedAtOnce() throws {
    var driver = DashboardDriver()
    var listeners = ListenerStatus.fixtures
    listeners[1].health = .failing(reason: "connection refused")
    driver.deliver(.listenersChanged(listeners))
    try driver.expectScreen("✗ http", "FAILING", "✗ http://127.0.0.1:8080/event is failing: connection refused")
  }

  @Test func theRateIsThatOfTheLastSeconds() throws {
    var driver = DashboardDriver(captures: FollowStories.orders(500))
    driver.wait(seconds: 2)
    try driver.expectScreen(" 0.0/s ")
    for _ in 0..<10 {
      driver.receive(FollowStories.orders(7))
      driver.wait(seconds: 1)
    }
    try driver.expectScreen(" 7.0/s ")
    driver.wait(seconds: 10)
    try driver.expectScreen(" 0.0/s ")
  }

  @Test func theTableAloneIsShownWhenItIsNarrow() throws {
    var driver = DashboardDriver(size: Size(columns: 59, rows: 24), captures: FollowStories.orders(5))
    try driver.expectNoScreen("[Event]")
    driver.press(.tab, .up)
    try driver.expectScreen("4 of 5")
    driver.press(.enter)
    try driver.expectScreen("[Event]", "\"orders_4\"")
  }

  @Test func theDetailGrowsAndShrinks() throws {
    var driver = DashboardDriver(captures: FollowStories.orders(50))
    let row = try #require(driver.row(of: "[Event]"))
    driver.type("++")
    #expect(try #require(driver.row(of: "[Event]")) < row)
    driver.type("____")
    #expect(try #require(driver.row(of: "[Event]")) > row)
    try driver.expectScreen("▶   50")
  }

  @Test(arguments: [20, 30, 40, 60, 80, 120])
  func theHelpHintIsTheLastToGo(columns: Int) throws {
    let driver = DashboardDriver(size: Size(columns: max(40, columns), rows: 24), captures: FollowStories.orders(5))
    #expect(driver.screen.last?.hasPrefix(" ? help") == true)
  }

  @Test func timesAreThoseOfTheZoneThatIsNamed() throws {
    var environment = DashboardEnvironment.fixture()
    environment.timeZone = try #require(TimeZone(secondsFromGMT: 5 * 3600 + 1800))
    let driver = DashboardDriver(environment: environment, captures: FollowStories.orders(1))
    try driver.expectScreen("19:33:20 UTC+5:30", "▶    1  19:33:20")
  }
}
