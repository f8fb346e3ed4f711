import EventRecords
import HooktopTesting
import TerminalSurface
import Testing

@testable import Dashboard

@Suite struct CopyStories {
  private func driver(_ captures: Capture..., columns: Int = 120, rows: Int = 40) -> DashboardDriver {
    DashboardDriver(size: Size(columns: columns, rows: rows), captures: captures)
  }

  private func copied(_ content: CopyOrder.Content, of id: Int64 = 1, mask: SecretMask = SecretMask()) -> Effect {
    .copy(CopyOrder(capture: id, content: content, mask: mask))
  }

  @Test(arguments: [
    ("b" as Character, CopyOrder.Content.body), ("i", .indentedBody), ("c", .curl), ("s", .send), ("r", .replay),
  ])
  func eachEntryOfTheMenuHasItsLetter(_ letter: Character, _ content: CopyOrder.Content) throws {
    var driver = driver(.fixture())
    driver.press(.character("y"))
    try driver.expectScreen("Copy from #1", "body, its exact bytes", "curl command that sends it again")
    driver.press(.character(letter))
    #expect(driver.takeEffects() == [copied(content)])
    try driver.expectNoScreen("Copy from #1")
  }

  @Test func whatThereIsNotSaysWhy() throws {
    var refused = Capture.rejectedFixture()
    refused.body = nil
    refused.headers = []
    var driver = driver(refused)
    driver.press(.character("y"))
    try driver.expectScreen(
      "body, its exact bytes (its body was refused unread)", "(there is no event in it)", "a header … (it has none)")
    driver.press(.character("b"))
    #expect(driver.takeEffects().isEmpty)
    try driver.expectScreen("its body was refused unread")
  }

  @Test func aHeaderIsChosenByItsNumber() throws {
    var driver = driver(.fixture())
    driver.press(.character("y"), .character("h"))
    try driver.expectScreen("Copy a header of #1", "1  Host: localhost:8443")
    driver.press(.character("2"))
    #expect(driver.takeEffects() == [copied(.header(1))])
  }

  @Test func whatIsUnderTheCursorIsCopiedAsItIsSpelled() throws {
    var driver = driver(.fixture())
    driver.press(.tab, .character("g"), .character("j"), .character("j"), .character("y"))
    try driver.expectScreen("value under the cursor", "path under the cursor: event.action")
    driver.press(.character("v"))
    #expect(driver.takeEffects() == [copied(.bytes(Array(#""create""#.utf8), name: "the value"))])
    driver.press(.character("y"), .character("p"))
    #expect(driver.takeEffects() == [copied(.bytes(Array("event.action".utf8), name: "the path"))])
  }

  @Test func aSecretHeaderIsCopiedOnlyAfterTheExplicitAct() throws {
    var capture = Capture.fixture()
    capture.headers = [HeaderField("Authorization", "PLANTED")]
    var driver = driver(capture)
    driver.press(.character("y"), .character("h"))
    try driver.expectScreen("1  Authorization: •••• (secret: S shows secrets)")
    driver.press(.character("1"))
    #expect(driver.takeEffects().isEmpty)
    driver.press(.escape, .character("S"))
    try driver.expectScreen("SECRETS SHOWN")
    driver.press(.character("y"), .character("h"))
    try driver.expectScreen("1  Authorization: PLANTED")
    driver.press(.character("1"))
    #expect(driver.takeEffects() == [copied(.header(0), mask: .nothing)])
    driver.press(.character("S"))
    try driver.expectNoScreen("SECRETS SHOWN")
  }

  @Test func withNothingSelectedThereIsNothingToCopy() throws {
    var driver = driver()
    driver.press(.character("y"))
    try driver.expectScreen("there is nothing to copy: nothing is selected")
  }

  @Test func whatBecameOfACopyIsSaid() throws {
    var driver = driver(.fixture())
    driver.deliver(.noticePosted(Notice(.information, "the body of #1, 214 bytes, was sent to the clipboard")))
    try driver.expectScreen("the body of #1, 214 bytes, was sent to the clipboard")
  }

  @Test func actsHaveNames() {
    var driver = driver(.fixture())
    driver.type(":copy curl")
    driver.press(.enter)
    #expect(driver.takeEffects() == [copied(.curl)])
    driver.type(":copy")
    driver.press(.enter)
    #expect(driver.shows("Copy from #1"))
    driver.press(.escape)
    driver.type(":secrets on")
    driver.press(.enter)
    #expect(driver.state.mask == .nothing)
    driver.type(":secrets")
    driver.press(.enter)
    #expect(driver.state.mask == SecretMask())
  }

  @Test func menusAreDrawnAtEverySize() throws {
    var capture = Capture.fixture()
    capture.headers.append(HeaderField("Authorization", "Bearer PLANTED"))
    capture.headers.append(HeaderField("X-Wide", "漢字 🦕 is wide"))
    var driver = DashboardDriver(captures: [capture])
    driver.press(.character("y"))
    try driver.expectPictures(named: "copy-menu")
    driver.press(.character("h"))
    try driver.expectPictures(named: "copy-header-menu")
  }
}
