import EventRecords
import Histogram

/// Gathers durations and tells their percentiles, to three digits, in little memory however many there are.
struct DurationHistogram {
  /// In microseconds.
  private var histogram: Histogram<UInt64>
  private var greatest: Int64 = 0

  /// Ten years: what is longer counts as this much, but for the maximum.
  private static let limit: Int64 = 315_360_000_000_000

  init() {
    histogram = Histogram(highestTrackableValue: 1 << 20)
    histogram.autoResize = true
  }

  mutating func record(microseconds: Int64) {
    greatest = max(greatest, microseconds)
    histogram.record(UInt64(min(max(0, microseconds), Self.limit)))
  }

  mutating func record(milliseconds: Int64) {
    let (product, overflow) = milliseconds.multipliedReportingOverflow(by: 1000)
    record(microseconds: overflow ? (milliseconds < 0 ? .min : .max) : product)
  }

  /// `nil` when nothing was recorded.
  var percentiles: Percentiles? {
    guard histogram.totalCount > 0 else { return nil }
    func value(_ percentile: Double) -> Int64 {
      // The highest of the values that count as equal may lie above all that came.
      min(Int64(clamping: histogram.valueAtPercentile(percentile)), max(0, greatest))
    }
    return Percentiles(p50: value(50), p95: value(95), p99: value(99), max: max(0, greatest))
  }
}
