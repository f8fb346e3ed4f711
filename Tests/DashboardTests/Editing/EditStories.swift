import EventRecords
import HooktopTesting
import TerminalSurface
import Testing

@testable import Dashboard

@Suite struct EditStories {
  private let original = Capture.fixture(id: 7, name: "orders")
  private let target = "https://127.0.0.1:8443/event"

  private func driver(size: Size = Size(columns: 120, rows: 40)) -> DashboardDriver {
    DashboardDriver(size: size, captures: [.fixture(id: 6), original])
  }

  private func edited(_ text: String) -> Message {
    .bodyEdited(EditResult(captureID: 7, capture: original, outcome: .edited(Array(text.utf8))))
  }

  private var changed: String {
    String(decoding: original.body ?? [], as: UTF8.self).replacing("\"location\": null", with: "\"location\": \"gs://b/p\"")
  }

  @Test func whatTheEditorLeftIsShownAskedAndSent() throws {
    var driver = driver()
    driver.press(.character("e"))
    try driver.expectEffects(.editBody(EditOrder(captureID: 7)))
    driver.deliver(edited(changed))
    try driver.expectScreen("Edited, not sent yet ─ 1 change", "#7 acme/sales.orders", "as edited, \(changed.utf8.count) bytes", "gs://b/p")
    driver.press(.enter)
    try driver.expectScreen("Send #7 again to \(target)")
    driver.press(.enter)
    try driver.expectScreen("Send #7 as edited, \(changed.utf8.count) bytes, to 127.0.0.1:8443 (this machine)?")
    try driver.expectEffects()
    driver.press(.character("y"))
    try driver.expectEffects(
      .replay(ReplayOrder(order: 1, content: .edited(captureID: 7, body: Array(changed.utf8)), target: target)))
    try driver.expectNoScreen("Edited, not sent yet")
  }

  @Test func nothingChangedIsSaid() throws {
    var driver = driver()
    driver.press(.character("e"))
    driver.deliver(edited(String(decoding: original.body ?? [], as: UTF8.self)))
    try driver.expectScreen("nothing was changed: #7 is as it came")
    try driver.expectNoScreen("Edited")
  }

  @Test func aBodyThatIsNoEventCanBeSentAndIsSaidToBeNone() throws {
    var driver = driver()
    driver.press(.character("e"))
    driver.deliver(edited("{\"event\": {}}"))
    try driver.expectScreen("! no valid event: event.action is missing")
    driver.press(.enter, .enter, .character("y"))
    #expect(
      driver.takeEffects().last
        == .replay(ReplayOrder(order: 1, content: .edited(captureID: 7, body: Array("{\"event\": {}}".utf8)), target: target)))
  }

  @Test func whatWasEditedStaysUntilItIsSentOrLeft() throws {
    var driver = driver()
    driver.press(.character("e"))
    driver.deliver(edited(changed))
    driver.press(.enter, .escape)
    try driver.expectScreen("Edited, not sent yet")
    driver.press(.enter, .enter, .character("n"))
    try driver.expectScreen("Edited, not sent yet")
    _ = driver.takeEffects()
    driver.press(.character("e"))
    try driver.expectEffects(.editBody(EditOrder(captureID: 7, body: Array(changed.utf8))))
    driver.press(.escape)
    try driver.expectScreen("#7 was edited and not sent")
    try driver.expectEffects()
  }

  @Test func anEditorThatFailsIsSaid() throws {
    var driver = driver()
    driver.press(.character("e"))
    driver.deliver(
      .bodyEdited(EditResult(captureID: 7, capture: nil, outcome: .failed(reason: "the editor nvi was not found: set VISUAL or EDITOR"))))
    try driver.expectScreen("✗ the editor nvi was not found: set VISUAL or EDITOR")
  }

  @Test func oneIsEditedAtATime() throws {
    var driver = driver()
    driver.press(.character("*"), .character("e"))
    try driver.expectEffects()
    try driver.expectScreen("one capture is edited at a time: unmark all with u")
  }

  @Test func anEditIsDrawnAtEverySize() throws {
    var driver = driver()
    driver.press(.character("e"))
    driver.deliver(edited(changed))
    try driver.expectPictures(named: "edit-difference")
    driver.press(.enter, .enter)
    try driver.expectPictures(named: "edit-question")
  }
}
