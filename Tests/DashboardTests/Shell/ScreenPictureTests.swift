import CatalogEvents
import Dashboard
import EventRecords
import HooktopTesting
import TerminalSurface
import Testing

/// Every view at every pictured size, compared with `Pictures/`: glyphs and looks.
struct ScreenPictureTests {
  @Test func theFirstStart() throws {
    var driver = DashboardDriver()
    try driver.expectPictures(named: "first-start")
  }

  @Test func oneEvent() throws {
    var driver = DashboardDriver(captures: [.fixture()])
    try driver.expectPictures(named: "one-event")
  }

  @Test func manyEventsFollowed() throws {
    var driver = DashboardDriver(captures: SampleCaptures.mixed(first: 431, count: 80))
    for second in 0..<60 {
      driver.receive(
        (0..<(second % 7 == 0 ? 9 : second % 4)).map {
          .fixture(name: "orders_2026", sentAt: Timestamp(milliseconds: 1_795_442_600_112 + Int64(second * 1000 + $0)))
        })
      driver.wait(seconds: 1)
    }
    try driver.expectPictures(named: "many-events")
  }

  @Test func scrolledAndPaused() throws {
    var driver = DashboardDriver(captures: SampleCaptures.mixed(count: 40))
    driver.type("kkkkkp")
    driver.receive(SampleCaptures.mixed(first: 600, count: 12))
    driver.deliver(.noticePosted(Notice(.warning, "the certificate runs out in 3 days")))
    try driver.expectPictures(named: "scrolled-and-paused")
  }

  @Test func aRejectedBodyThatIsNotJSON() throws {
    var driver = DashboardDriver(captures: SampleCaptures.mixed(count: 15))
    driver.press(.enter)
    try driver.expectPictures(named: "not-json")
  }

  @Test func failures() throws {
    var driver = DashboardDriver(captures: SampleCaptures.mixed(count: 15))
    var listeners = ListenerStatus.fixtures
    listeners[0].health = .failing(reason: "connection refused")
    listeners[1].health = .starting
    driver.deliver(.listenersChanged(listeners))
    driver.deliver(.storeFailed(reason: "the disk is full"))
    driver.deliver(.noticePosted(Notice(.failure, "orders_7 was not delivered: connection refused")))
    try driver.expectPictures(named: "failures")
  }

  @Test func wideAndHostileText() throws {
    var driver = DashboardDriver(captures: SampleCaptures.hostile)
    driver.type("kkk")
    try driver.expectPictures(named: "hostile-text")
  }

  @Test func headersOverTheWholeScreen() throws {
    var driver = DashboardDriver(captures: SampleCaptures.hostile)
    driver.press(.enter)
    driver.type("]")
    try driver.expectPictures(named: "headers")
  }

  @Test func rawBesideTheTable() throws {
    var driver = DashboardDriver(captures: SampleCaptures.mixed())
    driver.type("[[")
    driver.press(.tab)
    try driver.expectPictures(named: "raw")
  }

  @Test func theHelp() throws {
    var driver = DashboardDriver(captures: SampleCaptures.mixed())
    driver.deliver(.noticePosted(Notice(.information, "saved 2 captures")))
    driver.type("?")
    try driver.expectPictures(named: "help")
  }

  @Test func noColours() throws {
    var driver = DashboardDriver(environment: .fixture(usesColor: false), captures: SampleCaptures.mixed())
    driver.press(.up)
    try driver.expectPictures(named: "no-colours")
  }

  @Test func theQuestionBeforeQuitting() throws {
    var driver = DashboardDriver(captures: SampleCaptures.mixed())
    driver.type("c")
    driver.press(.function(5), .escape)
    driver.type("q")
    try driver.expectPictures(named: "quit-question")
  }

  @Test func nextToNoRoom() throws {
    var driver = DashboardDriver(captures: SampleCaptures.mixed())
    try driver.expectPictures(
      named: "next-to-no-room", sizes: [Size(columns: 39, rows: 10), Size(columns: 80, rows: 9), Size(columns: 12, rows: 2)])
  }
}
