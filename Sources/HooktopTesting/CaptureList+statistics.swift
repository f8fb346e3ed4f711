import CatalogEvents
public import EventRecords

extension CaptureList {
  /// What the captures look like together, with percentiles that are exact.
  public func statistics(_ request: StatisticsRequest) -> Statistics {
    var tally = StatisticsTally()
    let matching = captures.indices.filter { request.filter?.matches(captures[$0], now: request.now) ?? true }
    for index in matching.reversed() {
      let row = row(index)
      tally.add(row, signs: row.signs(request.limits))
    }
    let lags = matching.compactMap { captures[$0].lag.map { max(0, $0) * 1000 } }
    return tally.statistics(for: request, comparedCount: matching.count, lag: Percentiles(exactly: lags), answer: nil)
  }

  /// How long the newest events took to arrive, and all answers three milliseconds.
  public var pace: Pace {
    let lags = captures.suffix(Pace.captureCount).compactMap { $0.lag.map { max(0, $0) * 1000 } }
    return Pace(lag: Percentiles(exactly: lags), answer: captures.isEmpty ? nil : Percentiles(p50: 900, p95: 2_000, p99: 3_000, max: 9_000))
  }

  public func timeline(of resource: CatalogResource) -> Timeline {
    let own = captures.indices.filter { captures[$0].event?.resource == resource }
    var timeline = Timeline(of: resource, from: own.map { captures[$0] }, isPartial: false)
    for index in timeline.entries.indices {
      guard let place = captures.firstIndex(where: { $0.id == timeline.entries[index].id }) else { continue }
      timeline.entries[index].summary = row(place)
    }
    return timeline
  }
}

extension Percentiles {
  /// Those of all the values, in microseconds; `nil` when there are none.
  public init?(exactly values: [Int64]) {
    guard !values.isEmpty else { return nil }
    let sorted = values.sorted()
    func value(_ percent: Int) -> Int64 { sorted[Swift.max(0, (sorted.count * percent + 99) / 100 - 1)] }
    self.init(p50: value(50), p95: value(95), p99: value(99), max: sorted[sorted.count - 1])
  }
}
