import CatalogEvents
import EventRecords
import Foundation
import HooktopTesting
import Testing

@testable import EventStore

@Suite struct StatisticsTests {
  @Test(arguments: 0..<4 as Range<UInt64>, ["", "action:create -name:orders", "lag>2s or verdict:rejected"])
  func theStoreCountsWhatCountingEveryCaptureGives(seed: UInt64, filter: String) async throws {
    var random = SeededRandom(seed: seed)
    let store = try EventStore.open(.memory)
    defer { store.close() }
    var list = CaptureList()
    for _ in 0..<150 {
      var capture = Capture.anySigned(using: &random)
      capture.receivedAt.milliseconds += Int64.random(in: -3_000...90_000, using: &random)
      capture.id = try await store.append(capture)
      list.append(capture)
    }
    let request = StatisticsRequest(
      barCount: 20, until: Timestamp(milliseconds: 1_795_442_700_000), filter: try Filter(filter, timeZone: .gmt), generation: 7)
    var found = try await store.statistics(request)
    var expected = list.statistics(request)
    // Percentiles are to three digits here, and exact there.
    let (lag, exact) = (try #require(found.lag), try #require(expected.lag))
    for (value, other) in [(lag.p50, exact.p50), (lag.p95, exact.p95), (lag.p99, exact.p99)] {
      #expect(abs(value - other) <= max(1, other / 500), "\(lag) \(exact)")
    }
    #expect(lag.max == exact.max)
    found.lag = nil
    expected.lag = nil
    // How long the disk took is different each time.
    found.answer = nil
    #expect(found == expected)
  }

  @Test func anEmptyStoreHasNothingToCount() async throws {
    let store = try EventStore.open(.memory)
    defer { store.close() }
    let statistics = try await store.statistics(StatisticsRequest(barCount: 20))
    #expect(statistics.count == 0 && statistics.lag == nil && statistics.histogram.counts.isEmpty)
  }

  @Test func anyDurationCanBeRecorded() {
    var histogram = DurationHistogram()
    #expect(histogram.percentiles == nil)
    for value in [Int64.min, -5, 0, 1, .max] { histogram.record(milliseconds: value) }
    #expect(histogram.percentiles?.p50 == 0)
    #expect(histogram.percentiles?.max == .max)
  }

  @Test func theTimelineOfAResourceIsFoundByItsIndex() async throws {
    var random = SeededRandom(seed: 3)
    let store = try EventStore.open(.memory)
    defer { store.close() }
    var list = CaptureList()
    for _ in 0..<80 {
      var capture = Capture.anySigned(using: &random)
      capture.id = try await store.append(capture)
      list.append(capture)
    }
    for collection in [nil, "sales"] {
      let resource = CatalogResource(workspace: "acme", collection: collection, type: .dataset, name: "orders")
      let timeline = try await store.timeline(of: resource)
      #expect(timeline == list.timeline(of: resource))
      #expect(timeline.entries.count > 5)
    }
  }
}
