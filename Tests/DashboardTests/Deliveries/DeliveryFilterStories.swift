import Dashboard
import EventRecords
import HooktopTesting
import TerminalSurface
import Testing

/// The list of deliveries, narrowed by the filter language.
struct DeliveryFilterStories {
  private func open() -> DashboardDriver {
    var driver = DashboardDriver(size: Size(columns: 100, rows: 30), captures: [.fixture()])
    driver.deliveries = (1...12).map { (id: Int64) in
      id % 3 == 0
        ? .fixture(
          id: id, state: .failed, outcome: .failed(reason: "connection refused by 127.0.0.1:9"), target: "http://127.0.0.1:9/event")
        : .fixture(id: id)
    }
    driver.type("2")
    return driver
  }

  @Test func itFiltersWhileTyping() throws {
    var driver = open()
    try driver.expectScreen("12 of 12")
    driver.type("/reason:*refused*")
    try driver.expectScreen("4 of 4", "filter: reason:*refused*")
    driver.press(.enter)
    try driver.expectScreen("4 of 4")
    driver.press(.escape)
    try driver.expectScreen("12 of 12")
    try driver.expectNoScreen("filter: ")
  }

  @Test func escapeBringsBackWhatWas() throws {
    var driver = open()
    driver.type("/status:200")
    try driver.expectScreen("8 of 8")
    driver.press(.escape)
    try driver.expectScreen("12 of 12")
  }

  @Test func aMistakeIsToldAndTheLastGoodFilterStays() throws {
    var driver = open()
    driver.type("/status:200 (")
    try driver.expectScreen("this ( is not closed", "8 of 8")
  }

  @Test func nothingMatchingSaysSo() throws {
    var driver = open()
    driver.type("/status:503")
    driver.press(.enter)
    try driver.expectScreen("No delivery matches the filter.", "status:503")
  }

  @Test func pictures() throws {
    var driver = open()
    driver.type("/reason:*refused*")
    driver.press(.enter)
    try driver.expectPictures(named: "deliveries-filtered", sizes: [Size(columns: 80, rows: 24), Size(columns: 120, rows: 40)])
  }
}
