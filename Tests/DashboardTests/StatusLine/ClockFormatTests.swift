import CatalogEvents
import Foundation
import Testing

@testable import Dashboard

struct ClockFormatTests {
  let sample = Timestamp(milliseconds: 1_795_442_600_112)

  @Test func timesAreShownInTheZoneAndDatesInUTC() throws {
    let clock = ClockFormat(timeZone: try #require(TimeZone(secondsFromGMT: 3600)))
    #expect(clock.time(sample) == "15:03:20")
    #expect(clock.timeWithMilliseconds(sample) == "15:03:20.112")
    #expect(clock.zoneName(at: sample) == "UTC+1")
    #expect(ClockFormat.utc(sample) == "2026-11-23 14:03:20.112 UTC")
  }

  @Test func zonesOfHalfHoursAreNamed() throws {
    #expect(ClockFormat(timeZone: try #require(TimeZone(secondsFromGMT: -12_600))).zoneName(at: sample) == "UTC-3:30")
    #expect(ClockFormat(timeZone: try #require(TimeZone(secondsFromGMT: 0))).zoneName(at: sample) == "UTC")
  }

  @Test(
    arguments: [
      (0, "1970-01-01 00:00:00.000 UTC"), (-1, "1969-12-31 23:59:59.999 UTC"), (951_782_400_000, "2000-02-29 00:00:00.000 UTC"),
      (-62_167_219_200_001, "-000001-12-31 23:59:59.999 UTC"),
    ] as [(Int64, String)])
  func datesAreRightAtTheEdges(milliseconds: Int64, text: String) {
    #expect(ClockFormat.utc(Timestamp(milliseconds: milliseconds)) == text)
  }

  @Test func anyIntegerCanBeWritten() throws {
    let clock = ClockFormat(timeZone: try #require(TimeZone(identifier: "America/St_Johns")))
    for value in [Int64.min, Int64.min + 1, -1, 0, 1, Int64.max - 1, Int64.max] {
      let moment = Timestamp(milliseconds: value)
      #expect(clock.timeWithMilliseconds(moment).count == 12)
      #expect(ClockFormat.utc(moment).hasSuffix(" UTC"))
      #expect(ClockFormat.lag(value).count <= 6)
      #expect(!clock.zoneName(at: moment).isEmpty)
    }
  }

  @Test(
    arguments: [
      (128, "0.1s"), (9_999, "9.9s"), (41_900, "41s"), (200_000, "3m"), (7_300_000, "2h"), (5 * 86_400_000, "5d"), (-1_200, "-1.2s"),
      (-40, "0.0s"),
    ] as [(Int64, String)])
  func lagsAreShort(milliseconds: Int64, text: String) {
    #expect(ClockFormat.lag(milliseconds) == text)
  }

  @Test(
    arguments: [
      (0, "0"), (688, "688"), (1023, "1023"), (1_229, "1.2K"), (12_500, "12K"), (1_040_000, "0.9M"), (3_250_586, "3.1M"), (Int.max, ">9T"),
    ] as [(Int, String)])
  func sizesFitFourColumns(bytes: Int, text: String) {
    #expect(ClockFormat.size(bytes) == text)
    #expect(text.count <= 4)
  }

  @Test(
    arguments: [
      (.milliseconds(12), "12 ms"), (.microseconds(430), "0.4 ms"), (.milliseconds(1_250), "1.2 s"), (.seconds(72), "72 s"),
    ] as [(Duration, String)])
  func durationsSayTheirUnit(duration: Duration, text: String) {
    #expect(ClockFormat.duration(duration) == text)
  }
}
