import CatalogEvents
import Testing

@Suite struct TimestampTests {
  @Test(arguments: [
    (0, "1970-01-01T00:00:00.000Z"),
    (1_795_442_600_240, "2026-11-23T14:03:20.240Z"),
    (-1, "1969-12-31T23:59:59.999Z"),
    (951_782_399_999, "2000-02-28T23:59:59.999Z"),
    (951_782_400_000, "2000-02-29T00:00:00.000Z"),
    (951_868_800_000, "2000-03-01T00:00:00.000Z"),
    (-2_203_891_200_001, "1900-02-28T23:59:59.999Z"),
    (-2_203_891_200_000, "1900-03-01T00:00:00.000Z"),
    (253_402_300_799_999, "9999-12-31T23:59:59.999Z"),
    (253_402_300_800_000, "+010000-01-01T00:00:00.000Z"),
    (-62_167_219_200_000, "0000-01-01T00:00:00.000Z"),
    (-62_167_219_200_001, "-000001-12-31T23:59:59.999Z"),
    (Int64.max, "+292278994-08-17T07:12:55.807Z"),
    (Int64.min, "-292275055-05-16T16:47:04.192Z"),
  ])
  func writesAMomentAndReadsItBack(milliseconds: Int64, text: String) {
    let timestamp = Timestamp(milliseconds: milliseconds)
    #expect(timestamp.iso8601 == text)
    #expect(Timestamp(iso8601: text) == timestamp)
  }

  @Test func readsBackWhatItWritesAllOverTheRange() {
    var generator = SeededGenerator(seed: 1)
    for shift in 0..<64 {
      for _ in 0..<50 {
        let timestamp = Timestamp(milliseconds: Int64(bitPattern: generator.next()) >> shift)
        #expect(Timestamp(iso8601: timestamp.iso8601) == timestamp)
      }
    }
  }

  @Test func readsAMomentWithoutMilliseconds() {
    #expect(Timestamp(iso8601: "2026-11-23T14:03:20Z") == Timestamp(milliseconds: 1_795_442_600_000))
  }

  @Test(arguments: [
    "", "Z", "2026", "2026-11-23", "2026-11-23T14:03:20.240", "2026-11-23T14:03:20.240z", "2026-11-23 14:03:20.240Z",
    "2026-11-23t14:03:20.240Z", "2026-11-23T14:03:20.24Z", "2026-11-23T14:03:20.2400Z", "2026-11-23T14:03:20.Z", "2026-11-23T14:03Z",
    "2026-11-23T14:03:20.240+00:00", "2026-11-23T24:00:00.000Z", "2026-11-23T14:60:20.240Z", "2026-11-23T14:03:60.240Z",
    "2026-13-23T14:03:20.240Z", "2026-00-23T14:03:20.240Z", "2026-11-31T14:03:20.240Z", "2026-11-00T14:03:20.240Z",
    "2025-02-29T00:00:00.000Z", "1900-02-29T00:00:00.000Z", "+002026-11-23T14:03:20.240Z", "-000000-01-01T00:00:00.000Z",
    "+10000-01-01T00:00:00.000Z", "+0010000-01-01T00:00:00.000Z", "+292278994-08-17T07:12:55.808Z", "-292275055-05-16T16:47:04.191Z",
    "+999999999-01-01T00:00:00.000Z", "-999999999-12-31T23:59:59.999Z", "+9999999999-01-01T00:00:00.000Z", " 2026-11-23T14:03:20.240Z",
    "2026-11-23T14:03:20.240Z ", "2026-1١-23T14:03:20.240Z", "2026-11-23T14:03:20.240Z\u{301}",
  ])
  func readsNothingElse(text: String) {
    #expect(Timestamp(iso8601: text) == nil)
  }

  @Test func holdsTheDifferenceOfTwoMomentsAtTheEndsOfItsRange() {
    let earliest = Timestamp(milliseconds: .min)
    let latest = Timestamp(milliseconds: .max)
    #expect(latest.milliseconds(since: earliest) == .max)
    #expect(earliest.milliseconds(since: latest) == .min)
    #expect(earliest.milliseconds(since: earliest) == 0)
    #expect(Timestamp(milliseconds: 5).milliseconds(since: Timestamp(milliseconds: 7)) == -2)
    #expect(earliest < latest)
  }
}
