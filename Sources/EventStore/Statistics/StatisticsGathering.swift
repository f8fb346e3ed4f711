import EventRecords
import GRDB

/// Looks at captures one after the other, newest first, and counts them.
struct StatisticsGathering {
  /// The most captures that are looked at.
  static let captureLimit = 50_000
  /// In how many of the newest duplicates and drifts are looked for: each takes a search of its own.
  static let comparedLimit = 2_000

  var db: Database
  var request: StatisticsRequest
  var signs: SignReader
  var store: String

  mutating func statistics() throws -> Statistics {
    var tally = StatisticsTally()
    var lags = DurationHistogram()
    var answers = DurationHistogram()
    let filter = FilterSQL(request.filter, now: request.now)
    // Only the index is read to find what matches, unless the filter asks for more than stands in it.
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT \(CaptureSummary.columns), (SELECT duration_us FROM answer WHERE capture_id = capture.id)
        FROM capture INDEXED BY capture_facts WHERE id <= \(Int64.max) AND \(filter.condition)
        ORDER BY id DESC LIMIT \(Self.captureLimit + 1)
        """, arguments: StatementArguments(filter.arguments))
    var isPartial = false
    while let row = try rows.next() {
      if tally.count == Self.captureLimit {
        isPartial = true
        break
      }
      var summary = try CaptureSummary(row, store: store)
      if tally.count < Self.comparedLimit { summary.comparedSigns = try signs.signs(of: summary) }
      tally.add(summary, signs: summary.signs(request.limits))
      if let lag = summary.lag { lags.record(milliseconds: lag) }
      if let answer = try row.decode(Int64?.self, atIndex: CaptureSummary.columnCount) { answers.record(microseconds: answer) }
    }
    return tally.statistics(
      for: request, isPartial: isPartial, comparedCount: min(tally.count, Self.comparedLimit), lag: lags.percentiles,
      answer: answers.percentiles)
  }
}
