import CatalogEvents
import EventRecords
import HooktopTesting
import TerminalSurface
import Testing

@testable import Dashboard

struct DeliveryTabStories {
  /// A task that was tried three times.
  static let attempts: [Capture] = (0..<3).map { index in
    let start: Int64 = 1_795_442_600_000
    var capture = Capture.fixture(id: 508 + Int64(index), sentAt: Timestamp(milliseconds: start), lag: Int64(index) * 20_000 + 400)
    capture.headers = [
      HeaderField("Host", "localhost:8443"), HeaderField("User-Agent", "Google-Cloud-Tasks"),
      HeaderField("X-CloudTasks-QueueName", "webhooks"), HeaderField("X-CloudTasks-TaskName", "4821093"),
      HeaderField("X-CloudTasks-TaskRetryCount", String(index)), HeaderField("X-CloudTasks-TaskExecutionCount", "0"),
      HeaderField("X-CloudTasks-TaskETA", "\(1_795_442_600 + index * 20).250000"),
    ]
    if index > 0 { capture.headers.append(HeaderField("X-CloudTasks-TaskPreviousResponse", "503")) }
    return capture
  }

  static let sent: [Delivery] = {
    var first = Delivery.fixture(id: 1, target: "https://127.0.0.1:9443/event")
    first.captureID = 510
    var second = Delivery.fixture(
      id: 2, state: .failed, outcome: .failed(reason: "connection refused by 127.0.0.1:9"), target: "http://127.0.0.1:9/event?key=s3cr3t")
    second.captureID = 510
    return [first, .fixture(id: 3), second]
  }()

  private func opened(_ captures: [Capture], deliveries: [Delivery] = []) -> DashboardDriver {
    var driver = DashboardDriver(size: Size(columns: 100, rows: 40), captures: captures)
    driver.deliveries = deliveries
    driver.press(.up, .down, .enter)
    driver.type("[")
    return driver
  }

  @Test func itIsToldHowItCameAndWhatWasAnswered() throws {
    let driver = opened([.fixture(id: 1)])
    try driver.expectScreen(
      "received   2026-11-23 14:03:20.240 UTC", "from       127.0.0.1:51522", "over       HTTPS (TLS)", "request    POST /event",
      "status     200, accepted, and stored before it was answered", "after      3 ms, from the whole request to the commit",
      "sender     opteryx-catalog-webhook/1.0", "Nothing was sent from this capture.")
  }

  @Test func aRejectionIsToldWithItsReason() throws {
    try opened([.rejectedFixture(id: 1)]).expectScreen(
      "over       HTTP, without TLS", "status     400, rejected", "because    the body is not JSON: line 1, column 1: a value was expected")
  }

  @Test func theHeadersOfCloudTasksAreExplained() throws {
    try opened(Self.attempts).expectScreen(
      "task       4821093", "queue      webhooks", "attempt    number 3: it was tried 2 times before",
      "before     the attempt before was answered 503", "answered   never before, answers of 500 to 599 not counted",
      "due        2026-11-23 14:03:60.250 UTC".replacing("14:03:60", with: "14:04:00") + "; it came 0.1 s later")
  }

  @Test func theAttemptsOfTheTaskAreListed() throws {
    try opened(Self.attempts).expectScreen(
      "Attempts of this task, 3 kept", "  #508  14:03:20.400  attempt 1  answered 200", "▶ #510  14:04:00.400  attempt 3  answered 200")
  }

  @Test func whatWasSentFromItIsListedAndKeptUpToDate() throws {
    var driver = opened(Self.attempts, deliveries: Self.sent)
    try driver.expectScreen(
      "Sent from this capture, 2", "14:03:20  answered 200 in 12 ms  https://127.0.0.1:9443/event",
      "14:03:20  failed: connection refused by 127.0.0.1:9  http://127.0.0.1:9/event?key=")
    try driver.expectNoScreen("s3cr3t")
    var third = Delivery.fixture(id: 4)
    third.captureID = 510
    driver.deliveries.append(third)
    driver.deliver(.storeChanged)
    try driver.expectScreen("Sent from this capture, 3")
  }

  @Test func whileTheStoreHasNotAnsweredItSaysSo() throws {
    var driver = DashboardDriver(size: Size(columns: 100, rows: 40), captures: [.fixture(id: 1)])
    driver.answersAtOnce = false
    driver.receive(.fixture(id: 2))
    driver.answer()
    driver.answer()
    driver.press(.enter)
    driver.type("[")
    try driver.expectScreen("Looking for what was made from it.")
    #expect(driver.questions.contains(.loadRelations(id: 2)))
    driver.answerAll()
    try driver.expectScreen("Nothing was sent from this capture.")
  }
}
