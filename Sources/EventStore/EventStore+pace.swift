public import EventRecords
import GRDB

extension EventStore {
  /// How long the newest events took to arrive.
  public func pace() async throws(StoreError) -> Pace {
    try await read { db in
      let statement = try db.cachedStatement(sql: "SELECT lag_ms FROM capture ORDER BY id DESC LIMIT \(Pace.captureCount)")
      var lags = DurationHistogram()
      let cursor = try Row.fetchCursor(statement)
      while let row = try cursor.next() {
        if let lag = try row.decode(Int64?.self, atIndex: 0) { lags.record(milliseconds: lag) }
      }
      return Pace(lag: lags.percentiles)
    }
  }
}
