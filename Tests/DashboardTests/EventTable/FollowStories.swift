import Dashboard
import EventRecords
import HooktopTesting
import TerminalSurface
import Testing

struct FollowStories {
  static func orders(_ count: Int) -> [Capture] {
    (0..<count).map { .fixture(name: "orders_\($0 + 1)") }
  }

  @Test func theNewestIsSelectedAtTheStart() throws {
    let driver = DashboardDriver(captures: Self.orders(30))
    try driver.expectScreen("▶   30", "30 of 30  FOLLOW", "#30 acme/sales.orders_30")
  }

  @Test func followingGoesOnWithTheNewest() throws {
    var driver = DashboardDriver(captures: Self.orders(30))
    driver.receive(.fixture(name: "returns"))
    try driver.expectScreen("▶   31", "31 of 31  FOLLOW", "#31 acme/sales.returns")
  }

  @Test func followingYieldsTheMomentOneScrolls() throws {
    var driver = DashboardDriver(captures: Self.orders(30))
    driver.type("kkk")
    try driver.expectScreen("▶   27", "FOLLOW off, 3 below")
    driver.receive(Self.orders(5))
    try driver.expectScreen("▶   27", "27 of 35", "FOLLOW off, 8 below", "#27 acme/sales.orders_27")
  }

  @Test func aNewEventNeverMovesTheRowUnderTheCursor() throws {
    var driver = DashboardDriver(captures: Self.orders(30))
    driver.type("kkk")
    let before = driver.screen[3..<13]
    for _ in 0..<50 {
      driver.receive(Self.orders(7))
      #expect(driver.screen[3..<13] == before)
    }
  }

  @Test func aTableThatIsNotFullStaysAtItsTop() throws {
    var driver = DashboardDriver(captures: Self.orders(2))
    driver.press(.up)
    let row = try #require(driver.row(of: "▶    1"))
    driver.receive(Self.orders(3))
    #expect(driver.row(of: "▶    1") == row)
  }

  @Test func theNewestIsFollowedAgainWithG() throws {
    var driver = DashboardDriver(captures: Self.orders(200))
    driver.press(.pageUp, .pageUp)
    driver.receive(Self.orders(10))
    driver.type("G")
    try driver.expectScreen("▶  210", "210 of 210  FOLLOW ")
    driver.receive(Self.orders(1))
    try driver.expectScreen("▶  211")
  }

  @Test func theFollowKeyTurnsFollowingOffWhereItIs() throws {
    var driver = DashboardDriver(captures: Self.orders(20))
    driver.type("F")
    driver.receive(Self.orders(2))
    try driver.expectScreen("▶   20", "FOLLOW off, 2 below")
    driver.type("F")
    try driver.expectScreen("▶   22", "22 of 22  FOLLOW")
  }

  @Test func movingDownAtTheNewestKeepsFollowing() throws {
    var driver = DashboardDriver(captures: Self.orders(20))
    driver.type("j")
    driver.receive(Self.orders(1))
    try driver.expectScreen("▶   21", "21 of 21  FOLLOW")
  }

  @Test func theOldestIsReachedWithOneKey() throws {
    var driver = DashboardDriver(captures: Self.orders(1_000))
    driver.type("g")
    try driver.expectScreen("▶    1", "1 of 1000", "FOLLOW off, 999 below")
  }

  @Test func whenTheSelectedRowIsGoneTheNearestOlderOneIsSelected() throws {
    var driver = DashboardDriver(captures: Self.orders(20))
    driver.type("kkk")
    driver.captures.remove(id: 17)
    driver.deliver(.storeChanged)
    try driver.expectScreen("▶   16")
  }

  @Test func theSelectedRowStaysSelectedThroughAnySize() throws {
    var driver = DashboardDriver(captures: Self.orders(300))
    driver.press(.pageUp, .pageUp, .up)
    let selected = try #require(driver.screen.first { $0.hasPrefix("▶") }?.prefix(6))
    for (columns, rows) in [(200, 60), (40, 10), (120, 12), (61, 11), (80, 24)] {
      driver.resize(columns: columns, rows: rows)
      try driver.expectScreen(String(selected))
    }
  }
}
