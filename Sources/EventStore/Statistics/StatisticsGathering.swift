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
    let statement = try db.cachedStatement(
      sql: "SELECT \(CaptureSummary.columns) FROM capture ORDER BY id DESC LIMIT \(Self.captureLimit + 1)")
    let rows = try Row.fetchCursor(statement)
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
    }
    return tally.statistics(
      for: request, isPartial: isPartial, comparedCount: min(tally.count, Self.comparedLimit), lag: lags.percentiles, answer: nil)
  }
}
