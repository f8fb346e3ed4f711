import CatalogEvents
import EventRecords
import Testing

@Suite struct RateHistogramTests {
  private func histogram(_ arrivals: [Int64], until: Int64? = nil, bars: Int) -> RateHistogram {
    RateHistogram(arrivals: arrivals.map { Timestamp(milliseconds: $0) }, until: until.map { Timestamp(milliseconds: $0) }, barCount: bars)
  }

  @Test func barsAreOfALengthThatPeopleKnow() {
    let seconds = histogram([500, 1_400, 1_600, 4_000], bars: 10)
    #expect(seconds == RateHistogram(start: Timestamp(milliseconds: 0), width: 1_000, counts: [1, 2, 0, 0, 1]))
    #expect(histogram([500, 1_400, 1_600, 4_000], bars: 3).width == 2_000)
    #expect(histogram([0, 3_600_000], bars: 20).width == 300_000)
    #expect(histogram([0, 86_400_000 * 30], bars: 10).width == 7 * 86_400_000)
  }

  @Test func silenceUpToAMomentIsSeen() {
    #expect(histogram([100], until: 3_100, bars: 10).counts == [1, 0, 0, 0])
    #expect(histogram([9_100], until: 3_100, bars: 10).counts == [1])
  }

  @Test func nothingHasNoBars() {
    #expect(histogram([], until: 5_000, bars: 10).counts.isEmpty)
    #expect(histogram([], bars: 10).index(of: Timestamp(milliseconds: 0)) == nil)
  }

  @Test(arguments: [[Int64.min, .max], [.min, .min], [.max], [-1, 0], [.min, 0, .max]], [1, 2, 80])
  func anyMomentsCanBeCounted(arrivals: [Int64], bars: Int) {
    let histogram = histogram(arrivals, bars: bars)
    #expect(histogram.counts.reduce(0, +) == arrivals.count)
    #expect(histogram.counts.count <= max(bars, 6))
    for index in histogram.counts.indices { _ = histogram.beginning(of: index + 1) }
  }

  @Test func aMomentIsFoundInItsBarOrAtTheEnds() {
    let histogram = histogram([10_000, 14_999], bars: 5)
    #expect(histogram.index(of: Timestamp(milliseconds: 12_500)) == 2)
    #expect(histogram.index(of: Timestamp(milliseconds: 0)) == 0)
    #expect(histogram.index(of: Timestamp(milliseconds: .max)) == 4)
    #expect(histogram.beginning(of: 2) == Timestamp(milliseconds: 12_000))
  }
}
