public import EventRecords
import GRDB

extension EventStore {
  /// How long the newest events took to arrive, and how long their senders waited for us.
  public func pace() async throws(StoreError) -> Pace {
    try await read { db in
      let statement = try db.cachedStatement(
        sql: """
          SELECT lag_ms, (SELECT duration_us FROM answer WHERE capture_id = capture.id) FROM capture
          ORDER BY id DESC LIMIT \(Pace.captureCount)
          """)
      var lags = DurationHistogram()
      var answers = DurationHistogram()
      let cursor = try Row.fetchCursor(statement)
      while let row = try cursor.next() {
        if let lag = try row.decode(Int64?.self, atIndex: 0) { lags.record(milliseconds: lag) }
        if let answer = try row.decode(Int64?.self, atIndex: 1) { answers.record(microseconds: answer) }
      }
      return Pace(lag: lags.percentiles, answer: answers.percentiles)
    }
  }
}
