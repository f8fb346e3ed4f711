import Dashboard
import EventRecords
import HooktopTesting
import TerminalSurface
import Testing

struct PauseStories {
  @Test func aPausedTableHoldsWhatArrives() throws {
    var driver = DashboardDriver(captures: FollowStories.orders(20))
    driver.type("p")
    let before = driver.screen[2..<12]
    driver.receive(FollowStories.orders(12))
    try driver.expectScreen("PAUSED 12 held", "32 received · 20 shown · 12 held")
    #expect(driver.screen[2..<12] == before)
    driver.type("p")
    try driver.expectScreen("▶   32", "32 received · 32 shown · 0 rejected")
    try driver.expectNoScreen("PAUSED")
  }

  @Test func anEmptyTableCanBePaused() throws {
    var driver = DashboardDriver()
    driver.type("p")
    driver.receive(FollowStories.orders(3))
    try driver.expectScreen("PAUSED 3 held", "3 received · 0 shown · 3 held")
    driver.type("p")
    try driver.expectScreen("▶    3", "3 received · 3 shown")
  }

  @Test func oneCanScrollThroughAPausedTable() throws {
    var driver = DashboardDriver(captures: FollowStories.orders(500))
    driver.type("p")
    driver.receive(FollowStories.orders(40))
    driver.type("g")
    try driver.expectScreen("▶    1", "1 of 500", "PAUSED 40 held")
    driver.type("G")
    try driver.expectScreen("▶  500", "500 of 500")
  }

  @Test func aPauseFarFromTheNewestBeginsWithTheNewestOfThatMoment() throws {
    var driver = DashboardDriver(captures: FollowStories.orders(500))
    driver.type("gp")
    driver.receive(FollowStories.orders(4))
    try driver.expectScreen("▶    1", "1 of 500", "PAUSED 4 held", "FOLLOW off, 499 below")
  }
}
