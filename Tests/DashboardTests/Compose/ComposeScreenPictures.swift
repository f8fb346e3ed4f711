import CatalogEvents
import Dashboard
import EventRecords
import HooktopTesting
import TerminalSurface
import Testing

/// The compose form as it lies on the dashboard, compared with `Pictures/`.
struct ComposeScreenPictures {
  private func openForm(webhookDomain: String? = nil) -> DashboardDriver {
    var driver = DashboardDriver(environment: .fixture(webhookDomain: webhookDomain), captures: SampleCaptures.mixed())
    driver.type("c")
    return driver
  }

  private func answered(_ delivery: Delivery, isGood: Bool) -> Message {
    .sendProgressed(
      SendProgress(
        order: 1, total: 1, deliveredCount: isGood ? 1 : 0, failedCount: isGood ? 0 : 1, newest: delivery, isEnded: true))
  }

  @Test func createDataset() throws {
    var driver = openForm()
    try driver.expectPictures(named: "compose-dataset", sizes: Size.picturedViews)
  }

  @Test func createView() throws {
    var driver = openForm()
    driver.press(.right, .tab, .tab, .tab, .tab)
    try driver.expectPictures(named: "compose-view", sizes: Size.picturedViews)
  }

  @Test func anotherKind() throws {
    var driver = openForm()
    driver.press(.left)
    try driver.expectPictures(named: "compose-json", sizes: Size.picturedViews)
  }

  @Test func aMarkedError() throws {
    var driver = openForm()
    driver.press(.tab, .control("u"), .function(5))
    try driver.expectPictures(named: "compose-error", sizes: Size.picturedViews)
  }

  @Test func theQuestionBeforeSomethingLeaves() throws {
    var driver = openForm(webhookDomain: "router.example.com")
    driver.press(.function(5))
    try driver.expectPictures(named: "compose-question", sizes: Size.picturedViews)
  }

  @Test func delivered() throws {
    var driver = openForm()
    driver.press(.function(5))
    driver.deliver(answered(.fixture(id: 1), isGood: true))
    try driver.expectPictures(named: "compose-delivered", sizes: Size.picturedViews)
  }

  @Test func failed() throws {
    var driver = openForm()
    driver.press(.function(5))
    let reason = "connection refused by 127.0.0.1:8443: nothing listens there"
    driver.deliver(answered(.fixture(id: 1, state: .failed, outcome: .failed(reason: reason)), isGood: false))
    try driver.expectPictures(named: "compose-failed", sizes: Size.picturedViews)
  }

  @Test func manyUnderWay() throws {
    var driver = openForm()
    driver.press(.backTab, .backTab, .backTab, .end, .control("u"), .character("9"))
    driver.press(.function(5))
    driver.deliver(
      .sendProgressed(SendProgress(order: 1, total: 9, deliveredCount: 3, failedCount: 1, newest: .fixture(id: 4), isEnded: false)))
    try driver.expectPictures(named: "compose-many", sizes: Size.picturedViews)
  }
}
