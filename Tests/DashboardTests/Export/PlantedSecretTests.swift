import CatalogEvents
import EventRecords
import HooktopTesting
import TerminalSurface
import Testing

@testable import Dashboard

/// A secret that came in a header, in a path or in an answer is on no screen and in no effect, until it is asked for.
@Suite struct PlantedSecretTests {
  private var capture: Capture {
    var capture = Capture.fixture()
    capture.path = "/event?access_token=PLANTED&x=1"
    capture.headers += ["Authorization", "Cookie", "X-Acme", "webhook-signature", "X-Api-Key"].map { HeaderField($0, "PLANTED") }
    capture.headers.append(HeaderField("Referer", "https://ana:PLANTED@example.com/?sig=PLANTED"))
    return capture
  }

  private var delivery: Delivery {
    let start = DashboardDriver.start
    let answer = Answer(status: 200, headers: [HeaderField("Set-Cookie", "PLANTED")], body: [], isTruncated: false)
    return Delivery(
      id: 1, createdAt: start, target: "https://d.test/event?token=PLANTED", label: "create dataset acme/sales.orders",
      headers: [HeaderField("Authorization", "PLANTED")], body: Array("{}".utf8), state: .failed,
      attempts: [
        Attempt(startedAt: start, duration: .zero, outcome: .failed(reason: "https://a:PLANTED@d.test refused")),
        Attempt(startedAt: start, duration: .zero, outcome: .answered(answer)),
      ], captureID: 1)
  }

  private func driver(_ size: Size) -> DashboardDriver {
    var environment = DashboardEnvironment.fixture()
    environment.mask = SecretMask(names: ["x-acme"])
    var driver = DashboardDriver(size: size, environment: environment, captures: [capture, capture])
    driver.deliveries = [delivery]
    return driver
  }

  /// Goes everywhere, and calls `look` at each place.
  private func tour(_ driver: inout DashboardDriver, _ look: (DashboardDriver) -> Void) {
    let steps: [[Key]] =
      Array(repeating: [.character("]")], count: DetailTab.allCases.count)
      + [[.enter]] + Array(repeating: [.character("]")], count: DetailTab.allCases.count)
      + [
        [.escape], [.character("y")], [.character("h")], [.end], [.escape], [.character("x")], [.character("s")], [.character("l")],
        [.escape], [.character(" "), .character("r")], [.enter], [.escape], [.character("2")], [.enter], [.end], [.escape],
        [.character("3")], [.character("j")], [.character("1")],
        [.character("t")], [.enter], [.escape], [.control("p")], [.escape],
        [.character("c")], [.escape], [.character("?")], [.escape], [.character(":")], [.escape],
      ]
    for keys in steps {
      for key in keys { driver.deliver(.input(.key(key))) }
      look(driver)
    }
    for letter: Character in ["b", "i", "c", "s", "r"] {
      driver.press(.character("y"), .character(letter))
      look(driver)
    }
    driver.press(.character("y"), .character("h"), .end, .enter, .escape, .escape)
    look(driver)
  }

  private func text(_ driver: DashboardDriver) -> String {
    driver.screen.joined()
  }

  @Test(arguments: [Size(columns: 80, rows: 24), Size(columns: 120, rows: 40), Size(columns: 200, rows: 60), Size(columns: 40, rows: 10)])
  func aPlantedSecretIsNowhere(size: Size) {
    var driver = driver(size)
    var sights = 0
    tour(&driver) { driver in
      sights += 1
      // Across the ends of rows too, where a wrapped value goes on.
      let cells = text(driver).filter { $0 != " " }
      #expect(!cells.contains("PLANTED") && !cells.contains("PLANTE"), "\(driver.screen.joined(separator: "\n"))")
    }
    #expect(sights > 20)
    for effect in driver.takeEffects() { #expect(!"\(effect)".contains("PLANTED")) }
  }

  @Test func theExplicitActShowsItAndSaysSo() throws {
    var driver = driver(Size(columns: 200, rows: 60))
    driver.press(.character("]"))
    try driver.expectScreen("Authorization", "••••")
    driver.press(.character("S"))
    try driver.expectScreen("SECRETS SHOWN", "PLANTED")
    driver.press(.character("2"), .enter)
    try driver.expectScreen("SECRETS SHOWN", "Authorization: PLANTED")
    driver.press(.character("S"))
    try driver.expectNoScreen("PLANTED")
  }
}
