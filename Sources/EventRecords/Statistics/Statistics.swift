public import CatalogEvents

/// What many captures look like together: how many came when, of which kinds, and how long they took.
public struct Statistics: Sendable, Hashable {
  /// How many captures it is of.
  public var count: Int
  /// Whether older ones that match were left out, because looking at all would take too long.
  public var isPartial: Bool
  /// In how many of the newest of them duplicates and drifts were looked for.
  public var comparedCount: Int
  public var histogram: RateHistogram
  /// How many captures have which value; by field, the most frequent value first.
  public var values: [StatisticsField: [ValueCount]]
  /// From the event to its arrival; what came before its event counts as 0. `nil` when there is no event.
  public var lag: Percentiles?
  /// From the end of the request to our answer; `nil` when it is known of none.
  public var answer: Percentiles?
  /// Which question it answers.
  public var generation: Int

  public init(
    count: Int, isPartial: Bool, comparedCount: Int, histogram: RateHistogram, values: [StatisticsField: [ValueCount]], lag: Percentiles?,
    answer: Percentiles?, generation: Int
  ) {
    self.count = count
    self.isPartial = isPartial
    self.comparedCount = comparedCount
    self.histogram = histogram
    self.values = values
    self.lag = lag
    self.answer = answer
    self.generation = generation
  }
}

/// What captures are counted by.
public enum StatisticsField: Sendable, Hashable, CaseIterable {
  case type, action, workspace, collection, status, sign
}

/// How many captures have a value.
public struct ValueCount: Sendable, Hashable {
  /// As a filter compares it: `create`, `200`, `late`; `nil` for captures that have none.
  public var value: String?
  public var count: Int

  public init(value: String?, count: Int) {
    self.value = value
    self.count = count
  }
}

/// A question for statistics.
public struct StatisticsRequest: Sendable, Hashable {
  /// The greatest number of bars that the histogram may have.
  public var barCount: Int
  /// The moment up to which the histogram goes at least, so that silence is seen too.
  public var until: Timestamp?
  /// Which captures are counted; `nil` for all.
  public var filter: Filter?
  /// The time from which the filter counts back.
  public var now: Timestamp
  public var limits: SignLimits
  public var generation: Int

  public init(
    barCount: Int, until: Timestamp? = nil, filter: Filter? = nil, now: Timestamp = Timestamp(milliseconds: 0),
    limits: SignLimits = SignLimits(), generation: Int = 0
  ) {
    self.barCount = barCount
    self.until = until
    self.filter = filter
    self.now = now
    self.limits = limits
    self.generation = generation
  }
}

/// How durations spread, in microseconds: half of them took `p50` or less, 95 in a hundred `p95` or less.
public struct Percentiles: Sendable, Hashable {
  public var p50: Int64
  public var p95: Int64
  public var p99: Int64
  public var max: Int64

  public init(p50: Int64, p95: Int64, p99: Int64, max: Int64) {
    self.p50 = p50
    self.p95 = p95
    self.p99 = p99
    self.max = max
  }
}
