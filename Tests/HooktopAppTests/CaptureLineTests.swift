import CatalogEvents
import EventRecords
import Foundation
import HooktopTesting
import Testing

@testable import HooktopApp

@Suite struct CaptureLineTests {
  private let utc = TimeZone(secondsFromGMT: 0) ?? .current

  private func line(_ capture: Capture) -> String {
    String(decoding: CaptureLine(timeZone: utc).line(capture), as: UTF8.self)
  }

  @Test func aLineHasTheColumnsOfTheTable() {
    var capture = Capture.fixture(id: 511, collection: "ops", name: "alerts", findings: ["data.location is null"])
    capture.body = Array(repeating: 0x20, count: 688)
    #expect(
      line(capture)
        == "  #511  2026-11-23 14:03:20.240  +  dataset     acme/ops.alerts                       0.1s    688  200  ! data.location is null\n"
    )
  }

  @Test func aRejectedRequestSaysWhy() {
    let text = line(.rejectedFixture(id: 512))
    #expect(text.contains("(no event)"))
    #expect(text.hasSuffix("400  ! the body is not JSON: line 1, column 1: a value was expected\n"))
  }

  @Test func controlCharactersAreShownAsPictures() {
    let text = line(.fixture(workspace: "a\u{1B}[2J\u{7F}", collection: "b\r\n", name: "c\u{202E}\u{9B}"))
    #expect(text.contains("a␛[2J␡/b␍␊.c\u{FFFD}\u{FFFD}"))
    #expect(text.dropLast().unicodeScalars.allSatisfy { !SafeText.isUnsafe($0) })
  }

  @Test func timesAreThoseOfTheZone() {
    let zone = TimeZone(secondsFromGMT: -3 * 3600 - 1800) ?? .current
    #expect(CaptureLine(timeZone: zone).time(Timestamp(milliseconds: 0)) == "1969-12-31 20:30:00.000")
  }

  @Test(arguments: [Int64.min, .max]) func noTimestampIsTooFar(_ milliseconds: Int64) {
    #expect(!CaptureLine(timeZone: utc).time(Timestamp(milliseconds: milliseconds)).isEmpty)
  }

  @Test func anEventAboutAWholeWorkspaceIsTheWorkspace() {
    #expect(line(.fixture(action: .lock, collection: nil, type: .workspace, name: "acme")).contains("  .  workspace   acme  "))
  }

  @Test(arguments: [(Int64(128), "0.1s"), (41_000, "41s"), (-1_250, "-1.2s"), (-20, "0.0s"), (200_000, "3m"), (.min, "-106751991167d")])
  func lagsAreShort(_ lag: Int64, _ text: String) {
    #expect(CaptureLine.lag(lag) == text)
  }

  @Test(arguments: [(0, "0"), (688, "688"), (1024, "1.0K"), (12_300, "12K"), (3_250_000, "3.0M"), (8 << 30, "8G")])
  func sizesAreShort(_ count: Int, _ text: String) {
    #expect(CaptureLine.size(count) == text)
  }

  @Test func aShownCaptureIsSafeAndWhole() {
    var capture = Capture.fixture(id: 7, name: "o\u{1B}c", findings: ["data.location is null"])
    capture.headers = [HeaderField("X", "\u{1B}[2J")]
    capture.body = Array("{\n\t\"a\": \"\u{1B}\"}".utf8)
    let text = ShowCommand.text(capture, timeZone: utc)
    #expect(text.contains("create dataset acme/sales.o␛c\n"))
    #expect(text.contains("happened 2026-11-23 14:03:20.112, 128 ms before it came\n"))
    #expect(text.contains("\nPOST /event\nX: ␛[2J\n\n{\n\t\"a\": \"␛\"}\n"))
    #expect(!text.contains("\u{1B}"))
  }
}
