import EventRecords
import HooktopTesting
import TerminalSurface
import Testing

@testable import Dashboard

@Suite struct ExportStories {
  private func driver(count: Int) -> DashboardDriver {
    DashboardDriver(size: Size(columns: 120, rows: 40), captures: (0..<count).map { .fixture(name: "t\($0 + 1)") })
  }

  private func order(_ effects: [Effect]) -> ExportOrder? {
    guard effects.count == 1, case .export(let order) = effects[0] else { return nil }
    return order
  }

  @Test func thisOneGoesIntoAFileOfItsNumber() throws {
    var driver = driver(count: 3)
    driver.press(.character("x"))
    try driver.expectScreen("what is marked (nothing is)", "all that the table shows, 3", "this one, #3")
    driver.press(.character("t"))
    try driver.expectScreen("Export #3 as", "JSON lines, one for each event", "HAR, an HTTP archive")
    driver.press(.character("h"))
    try driver.expectScreen("Export #3 as har to hooktop-3.har")
    driver.press(.enter)
    #expect(
      order(driver.takeEffects()) == ExportOrder(selection: .captures([3]), format: .har, path: "hooktop-3.har", mask: SecretMask()))
    try driver.expectScreen("writing #3 to hooktop-3.har")
  }

  @Test func whatIsMarkedGoesInTheOrderOfArrival() throws {
    var driver = driver(count: 3)
    driver.press(.character(" "), .character("g"), .character(" "), .character("x"), .character("m"), .character("l"))
    try driver.expectScreen("Export 2 captures as jsonl to hooktop-20261123T140320.jsonl")
    driver.press(.control("u"))
    driver.type("/tmp/a.jsonl")
    driver.press(.enter)
    #expect(
      order(driver.takeEffects()) == ExportOrder(selection: .captures([1, 3]), format: .jsonl, path: "/tmp/a.jsonl", mask: SecretMask()))
  }

  @Test func allThatIsShownIsAskedOfTheStoreFromTheOldestOn() {
    var driver = driver(count: 3)
    driver.press(.character("p"))
    driver.receive(.fixture())
    driver.press(.character("x"), .character("s"), .character("c"), .enter)
    let order = order(driver.takeEffects())
    guard case .shown(let request, let count) = order?.selection else {
      Issue.record("all that is shown was not asked for")
      return
    }
    #expect(request.position == .oldest && request.newestID == 3 && count == 3)
  }

  @Test func withoutANameNothingIsWritten() throws {
    var driver = driver(count: 1)
    driver.press(.character("x"), .character("t"), .character("l"), .control("u"), .enter)
    #expect(driver.takeEffects().isEmpty)
    try driver.expectScreen("type the name of a file, as in hooktop-1.jsonl")
    driver.press(.escape)
    try driver.expectNoScreen("type the name")
  }

  @Test func theExplicitActIsPartOfTheOrder() {
    var driver = driver(count: 1)
    driver.press(.character("S"))
    driver.type(":export jsonl out.jsonl")
    driver.press(.enter)
    #expect(order(driver.takeEffects())?.mask == .nothing)
  }

  @Test func theActAsksForWhatIsNotSaid() throws {
    var driver = driver(count: 2)
    driver.type(":export curl")
    driver.press(.enter)
    try driver.expectScreen("Export 2 captures as curl to hooktop-20261123T140320.sh")
  }

  @Test func menusAreDrawnAtEverySize() throws {
    var driver = DashboardDriver(captures: SampleCaptures.mixed())
    driver.press(.character("x"))
    try driver.expectPictures(named: "export-menu")
    driver.press(.character("s"))
    try driver.expectPictures(named: "export-formats")
    driver.press(.character("l"))
    try driver.expectPictures(named: "export-prompt")
  }
}
