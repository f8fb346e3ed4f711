import EventRecords
import HooktopTesting
import TerminalSurface
import Testing

@testable import Dashboard

@Suite struct ReplayStories {
  private func driver(
    count: Int = 3, size: Size = Size(columns: 120, rows: 40), environment: DashboardEnvironment = .fixture()
  ) -> DashboardDriver {
    DashboardDriver(size: size, environment: environment, captures: (0..<count).map { .fixture(name: "t\($0 + 1)") })
  }

  private func progress(_ order: Int, _ total: Int, _ delivered: Int, _ failures: [SendFailure] = [], isEnded: Bool = false) -> Message {
    .sendProgressed(
      SendProgress(
        order: order, total: total, deliveredCount: delivered, failedCount: failures.reduce(0) { $0 + $1.count }, failures: failures,
        newest: nil, isEnded: isEnded))
  }

  @Test func oneIsSentAgainAfterHostAndHeadersWereNamed() throws {
    var driver = driver()
    driver.press(.character("r"))
    try driver.expectScreen("Send #3 again to https://127.0.0.1:8443/event")
    driver.press(.enter)
    try driver.expectScreen(
      "Send #3 again to 127.0.0.1:8443 (this machine)?", "Along go", "User-Agent", "here stay")
    try driver.expectEffects()
    driver.press(.character("y"))
    try driver.expectEffects(.replay(ReplayOrder(order: 1, content: .captures([3]), target: "https://127.0.0.1:8443/event")))
    try driver.expectScreen("SENDING 0 of 1")
    driver.deliver(progress(1, 1, 1, isEnded: true))
    try driver.expectScreen("127.0.0.1:8443: 1 of 1 answered 2xx")
    try driver.expectNoScreen("SENDING")
  }

  @Test func theMarkedAreSentInOrderAndTheRestIsToldByReason() throws {
    var driver = driver()
    driver.press(.character("*"), .character("r"))
    driver.press(.control("u"))
    driver.type("https://router.example.com/event")
    driver.press(.enter)
    try driver.expectScreen("Send 3 captures again to router.example.com, one after the other?", "tokens).")
    driver.press(.character("y"))
    try driver.expectEffects(.replay(ReplayOrder(order: 1, content: .captures([1, 2, 3]), target: "https://router.example.com/event")))
    driver.deliver(progress(1, 3, 1))
    try driver.expectScreen("SENDING 1 of 3")
    driver.deliver(
      progress(1, 3, 1, [SendFailure(reason: "answered 500", count: 1), SendFailure(reason: "timed out", count: 1)], isEnded: true))
    try driver.expectScreen("router.example.com: 1 of 3 answered 2xx; 1 answered 500; 1 timed out")
    // The next time the same target is offered.
    driver.press(.character("r"))
    try driver.expectScreen("again to https://router.example.com/event")
  }

  @Test func nothingLeavesWithoutAYes() throws {
    var driver = driver(environment: .fixture(webhookDomain: "catalog.example.com"))
    driver.press(.character("r"))
    try driver.expectScreen("Send #3 again to https://catalog.example.com/event")
    driver.press(.escape)
    try driver.expectNoScreen("again to")
    driver.press(.character("r"), .enter, .character("n"))
    try driver.expectEffects()
    driver.press(.character("r"), .tab)
    try driver.expectScreen("again to https://127.0.0.1:8443/event")
  }

  @Test func aWrongTargetIsSaidBesideIt() throws {
    var driver = driver()
    driver.press(.character("r"))
    driver.press(.control("u"))
    driver.type("ftp://x")
    driver.press(.enter)
    try driver.expectScreen("only http:// and https:// can be sent to")
    driver.press(.control("u"))
    driver.type("https://ana:pw@x/event")
    driver.press(.enter)
    try driver.expectScreen("leave the user and the password out")
    try driver.expectEffects()
  }

  @Test func whatIsUnderWayCanBeCancelled() throws {
    var driver = driver()
    driver.press(.control("x"))
    try driver.expectScreen("nothing is being sent again")
    driver.press(.character("*"), .character("r"), .enter, .character("y"), .control("x"))
    try driver.expectEffects(
      .replay(ReplayOrder(order: 1, content: .captures([1, 2, 3]), target: "https://127.0.0.1:8443/event")), .cancelSend(order: 1))
    driver.deliver(progress(1, 3, 1, isEnded: true))
    try driver.expectScreen("1 of 3 answered 2xx; 2 cancelled")
  }

  @Test func quittingAsksWhileSomethingIsSentAgain() throws {
    var driver = driver()
    driver.press(.character("r"), .enter, .character("y"), .character("q"))
    try driver.expectScreen("A delivery is under way. Quit and stop sending?")
  }

  @Test func ordersOfTheFormAndReplaysShareTheirNumbers() throws {
    var driver = driver()
    driver.press(.character("c"), .function(5), .escape, .character("r"), .enter, .character("y"))
    let orders = driver.takeEffects().compactMap { effect in
      switch effect {
      case .send(let order): order.order
      case .replay(let order): order.order
      default: nil
      }
    }
    #expect(orders == [1, 2])
  }

  @Test func theQuestionIsDrawnAtEverySize() throws {
    var driver = DashboardDriver(captures: SampleCaptures.mixed())
    driver.press(.character("r"))
    try driver.expectPictures(named: "replay-prompt")
    driver.press(.enter)
    try driver.expectPictures(named: "replay-question")
  }

  @Test func theQuestionAboutManyIsDrawnAtEverySize() throws {
    var driver = DashboardDriver(environment: .fixture(webhookDomain: "catalog.example.com:8443"), captures: SampleCaptures.mixed())
    driver.press(.character("*"), .character("r"), .enter)
    try driver.expectPictures(named: "replay-question-many")
    driver.press(.character("y"))
    driver.deliver(progress(1, 40, 7))
    try driver.expectPictures(named: "replay-progress")
  }
}
