import CatalogEvents

/// Counts captures one by one.
public struct StatisticsTally: Sendable {
  /// The most different values of a field that are counted: a sender who makes up names must not fill the memory. Those seen later are left out.
  public static let valueLimit = 1_000

  private var arrivals: [Timestamp] = []
  private var counts: [StatisticsField: [String?: Int]] = [:]

  public init() {}

  public var count: Int { arrivals.count }

  /// Counts a capture, given what a row of the table has of it; `signs` are all of its signs.
  public mutating func add(_ row: CaptureSummary, signs: some Sequence<Sign>) {
    arrivals.append(row.receivedAt)
    count(.type, row.event?.resourceType.rawValue)
    count(.action, row.event?.action.rawValue)
    count(.workspace, row.event?.workspace)
    count(.collection, row.event?.collection)
    count(.status, String(row.status))
    for sign in signs { count(.sign, sign.rawValue) }
  }

  /// What was counted, with what only its caller knows.
  public func statistics(
    for request: StatisticsRequest, isPartial: Bool = false, comparedCount: Int, lag: Percentiles?, answer: Percentiles?
  ) -> Statistics {
    Statistics(
      count: arrivals.count, isPartial: isPartial, comparedCount: comparedCount,
      histogram: RateHistogram(arrivals: arrivals, until: request.until, barCount: request.barCount),
      values: counts.mapValues { counts in
        counts.map { ValueCount(value: $0.key, count: $0.value) }
          .sorted { ($1.count, $0.value ?? "") < ($0.count, $1.value ?? "") }
      },
      lag: lag, answer: answer, generation: request.generation)
  }

  private mutating func count(_ field: StatisticsField, _ value: String?) {
    guard counts[field]?[value] != nil || (counts[field]?.count ?? 0) < Self.valueLimit else { return }
    counts[field, default: [:]][value, default: 0] += 1
  }
}
