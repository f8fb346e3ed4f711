public import EventRecords
import GRDB

extension EventStore {
  /// Hands every delivery (or the newest `limit`) with its attempts to `body`, oldest first, some at a time.
  ///
  /// They are those that were there when it was called. `body` runs outside any transaction. Blocks the calling thread.
  public func forEachDelivery(limit: Int? = nil, _ body: (Delivery) throws -> Void) throws {
    guard var range = try readBlocking({ db in try Self.deliveryRange(ofNewest: limit, in: db) }) else { return }
    while true {
      let deliveries = try readBlocking { [location] db in try Self.deliveries(in: range, db, store: location.name) }
      guard let last = deliveries.last?.id else { return }
      for delivery in deliveries {
        try body(delivery)
      }
      guard last < range.upperBound else { return }
      range = (last + 1)...range.upperBound
    }
  }

  private static func deliveryRange(ofNewest limit: Int?, in db: Database) throws -> ClosedRange<Int64>? {
    let sql = "SELECT min(id), max(id) FROM (SELECT id FROM delivery ORDER BY id DESC LIMIT ?)"
    let row = try Row.fetchOne(db, sql: sql, arguments: [limit.map { max(0, $0) } ?? -1])
    guard let row, let oldest = try row.decode(Int64?.self, atIndex: 0), let newest = try row.decode(Int64?.self, atIndex: 1) else {
      return nil
    }
    return oldest...newest
  }

  private static func deliveries(in range: ClosedRange<Int64>, _ db: Database, store: String) throws -> [Delivery] {
    let statement = try db.cachedStatement(sql: "SELECT \(Delivery.columns) FROM delivery WHERE id BETWEEN ? AND ? ORDER BY id LIMIT 64")
    let cursor = try Row.fetchCursor(statement, arguments: [range.lowerBound, range.upperBound])
    var deliveries: [Delivery] = []
    while let row = try cursor.next() {
      let attempts = try Self.attempts(of: row.decode(Int64.self, atIndex: 0), in: db, store: store)
      deliveries.append(try Delivery(row, attempts: attempts, store: store))
    }
    return deliveries
  }
}
