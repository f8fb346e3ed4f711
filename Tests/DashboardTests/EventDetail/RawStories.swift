import CatalogEvents
import EventRecords
import HooktopTesting
import TerminalSurface
import Testing

@testable import Dashboard

struct RawStories {
  private func opened(_ body: [UInt8]?, columns: Int = 80) -> DashboardDriver {
    var capture = Capture.fixture(id: 1)
    capture.body = body
    capture.headers = [HeaderField("Host", "a")]
    var driver = DashboardDriver(size: Size(columns: columns, rows: 24), captures: [capture])
    driver.press(.enter)
    driver.type("[[")
    return driver
  }

  @Test func bytesAreShownWithTheirOffsetsAndCharacters() throws {
    var driver = opened(Array("{\"a\": \"0123456789\"}\n".utf8) + [0xFF, 0x00])
    driver.type("b")
    try driver.expectScreen(
      "POST /event", "Host: a", "0000  7b 22 61 22 3a 20 22 30  31 32 33 34 35 36 37 38  {\"a\": \"012345678",
      "0010  39 22 7d 0a ff 00                                 9\"}···")
    driver.type("b")
    try driver.expectScreen("{\"a\": \"0123456789\"}")
  }

  @Test(arguments: [(80, 16), (60, 8), (40, 8), (30, 4)])
  func asManyBytesAsFitAreInARow(columns: Int, count: Int) throws {
    var driver = opened((0..<64).map { UInt8($0) }, columns: max(40, columns))
    driver.type("b")
    let text = HexText(before: [], body: (0..<64).map { UInt8($0) }, theme: Theme(usesColor: false))
    #expect(text.rows(of: 0, columns: columns).count == 16 / count)
    for row in text.rows(of: 1, columns: columns) { #expect(row.columns <= columns) }
    try driver.expectScreen("0000  00 01 02 03")
  }

  @Test func aBodyOfAnySizeIsReachedToItsEnd() throws {
    var driver = opened(Array(repeating: 0x41, count: 5_000_001))
    driver.type("bG")
    try driver.expectScreen("4c4b40  41 ", "A")
    driver.press(.pageUp)
    try driver.expectNoScreen("4c4b40")
  }

  @Test func aBodyThatWasRefusedUnreadHasNoBytes() throws {
    var driver = opened(nil)
    driver.type("b")
    try driver.expectScreen("(refused without its body)")
  }

  @Test func secretsOfTheHeadAreHidden() throws {
    var capture = Capture.fixture(id: 1)
    capture.headers.append(HeaderField("Authorization", "Bearer s3cr3t"))
    capture.path = "/event?token=s3cr3t"
    var driver = DashboardDriver(captures: [capture])
    driver.press(.enter)
    for _ in DetailTab.allCases {
      driver.type("]")
      try driver.expectNoScreen("s3cr3t")
    }
    driver.type("]")
    try driver.expectScreen("Authorization    \(SecretMask.sign)")
  }

  @Test func aSearchInBytesIsSetOffOnBothSides() throws {
    var driver = opened(Array("xxxxxxxxxxxxxxneedle".utf8))
    driver.type("b/needle")
    driver.press(.enter)
    try driver.expectScreen("1 of 1 ─")
  }
}
