import Dashboard
import HooktopTesting
import TerminalSurface
import Testing

struct FirstStartStories {
  /// A dashboard that has received nothing and whose certificates lie in a path of that length.
  private func driver(columns: Int, rows: Int, pathLength: Int) -> DashboardDriver {
    var environment = DashboardEnvironment.fixture()
    environment.caBundlePath = "/" + String(repeating: "p", count: pathLength - 1)
    return DashboardDriver(size: Size(columns: columns, rows: rows), environment: environment)
  }

  /// The rows without anything between them: a line that goes on in the next row is one again.
  private func text(of driver: DashboardDriver) -> String {
    driver.screen.joined()
  }

  @Test(arguments: [20, 70, 200])
  func theLinesForTheCatalogAreThereWhateverTheirLength(pathLength: Int) throws {
    let driver = driver(columns: 80, rows: 24, pathLength: pathLength)
    try driver.expectScreen("export OPTERYX_WEBHOOK_DOMAIN=localhost:8443", "c composes a test event", "http://127.0.0.1:8080/event")
    #expect(text(of: driver).contains("export REQUESTS_CA_BUNDLE=/" + String(repeating: "p", count: pathLength - 1)))
  }

  @Test func curlGoesBeforeAnythingElse() throws {
    try driver(columns: 80, rows: 24, pathLength: 20).expectScreen("Or try it with curl:")
    let low = driver(columns: 80, rows: 16, pathLength: 20)
    try low.expectNoScreen("curl")
    try low.expectScreen("Point a catalog here", "https://127.0.0.1:8443/event", "c composes a test event and sends it here.")
  }

  @Test func theLinesAreWholeOnTheSmallestScreen() throws {
    let driver = driver(columns: 40, rows: 10, pathLength: 54)
    #expect(text(of: driver).contains("export OPTERYX_WEBHOOK_DOMAIN=localhost:8443"))
    #expect(text(of: driver).contains("export REQUESTS_CA_BUNDLE=/" + String(repeating: "p", count: 53)))
  }

  @Test func whereThereIsNoRoomForThemItSaysWhereTheyAre() throws {
    try driver(columns: 40, rows: 10, pathLength: 300).expectScreen("https://127.0.0.1:8443/event", "? how to point a catalog here")
  }

  @Test(arguments: stride(from: 40, through: 200, by: 13).map(\.self))
  func aWholeScreenIsUsedAtEveryWidth(columns: Int) throws {
    let driver = driver(columns: columns, rows: 40, pathLength: 60)
    #expect(text(of: driver).contains(String(repeating: "p", count: 59)))
    try driver.expectScreen("Nothing has been received yet.", "composes a test event")
  }
}
