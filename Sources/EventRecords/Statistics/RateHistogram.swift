public import CatalogEvents

/// How many captures arrived in each of a row of equal spans of time.
public struct RateHistogram: Sendable, Hashable {
  /// The beginning of the first span.
  public var start: Timestamp
  /// How long each span is, in milliseconds.
  public var width: Int64
  /// Oldest first.
  public var counts: [Int]

  public init(start: Timestamp, width: Int64, counts: [Int]) {
    self.start = start
    self.width = width
    self.counts = counts
  }

  /// Sorts arrivals into at most `barCount` spans (but two where one will not do) of a length that people know: 1 s, 5 s, ..., 1 h, ..., 7 days, and then doublings of that.
  ///
  /// Spans begin at multiples of their length, so that bars stay as they are while more arrives.
  public init(arrivals: [Timestamp], until: Timestamp?, barCount: Int) {
    guard let first = arrivals.min(), let newest = arrivals.max() else {
      self.init(start: Timestamp(milliseconds: 0), width: 1000, counts: [])
      return
    }
    let last = until.map { Swift.max(newest, $0) } ?? newest
    let limit = Int64(Swift.max(2, barCount))
    var width = Self.widths[0]
    var rest = Self.widths.dropFirst()
    while Self.barCount(from: first, to: last, width: width) > limit {
      width = rest.popFirst() ?? width.multipliedReportingOverflow(by: 2).partialValue
      // Arrivals at both ends of all time: no span is that long, and a few halves of it must do.
      if width <= 0 || width > Int64.max / 2 {
        width = Int64.max / 2
        break
      }
    }
    let start = Self.index(of: first, width: width)
    var counts = Array(repeating: 0, count: Int(Self.index(of: last, width: width) - start) + 1)
    for arrival in arrivals { counts[Int(Self.index(of: arrival, width: width) - start)] += 1 }
    let (beginning, overflow) = start.multipliedReportingOverflow(by: width)
    self.init(start: Timestamp(milliseconds: overflow ? .min : beginning), width: width, counts: counts)
  }

  /// The beginning of a span, or the end of the last one.
  public func beginning(of index: Int) -> Timestamp {
    let (offset, overflow) = width.multipliedReportingOverflow(by: Int64(index))
    let (sum, carry) = start.milliseconds.addingReportingOverflow(offset)
    return Timestamp(milliseconds: overflow || carry ? .max : sum)
  }

  /// The span that a moment lies in, held at the ends; `nil` when there are no spans.
  public func index(of moment: Timestamp) -> Int? {
    guard !counts.isEmpty else { return nil }
    let distance = moment.milliseconds(since: start)
    return distance < 0 ? 0 : Int(Swift.min(distance / width, Int64(counts.count - 1)))
  }

  private static let second: Int64 = 1_000
  private static let minute = 60 * second
  private static let hour = 60 * minute
  private static let day = 24 * hour
  private static let widths = [
    second, 2 * second, 5 * second, 10 * second, 30 * second, minute, 2 * minute, 5 * minute, 10 * minute, 30 * minute, hour, 2 * hour,
    6 * hour, 12 * hour, day, 7 * day,
  ]

  /// Which multiple of the width a moment lies in.
  private static func index(of moment: Timestamp, width: Int64) -> Int64 {
    let (quotient, remainder) = moment.milliseconds.quotientAndRemainder(dividingBy: width)
    return remainder < 0 ? quotient - 1 : quotient
  }

  private static func barCount(from first: Timestamp, to last: Timestamp, width: Int64) -> Int64 {
    let (difference, overflow) = index(of: last, width: width).subtractingReportingOverflow(index(of: first, width: width))
    return overflow || difference == .max ? .max : difference + 1
  }
}
