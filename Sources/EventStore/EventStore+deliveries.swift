public import EventRecords
import GRDB

extension EventStore {
  /// Keeps a delivery with its attempts: a new one when its id is 0, else in place of the one of that id. Returns the id.
  ///
  /// Durations are kept to the microsecond.
  public func save(_ delivery: Delivery) async throws(StoreError) -> Int64 {
    guard let writer else { throw .openForReading(location.name) }
    return try await writer.write(.delivery(DeliveryRow(delivery)))
  }

  /// The deliveries that are asked for, each with its attempts.
  public func deliveries(_ request: DeliveryPageRequest) async throws(StoreError) -> DeliveryPage {
    try await read { [location] db in
      let reader = KeyPageReader(
        db: db, table: .deliveries, columns: Delivery.columns,
        element: { row in
          try Delivery(
            row, attempts: Self.attempts(of: row.decode(Int64.self, atIndex: 0), in: db, store: location.name), store: location.name)
        },
        total: try Tally(of: .delivery, in: db).count, ceiling: .max)
      let page = try reader.page(at: request.position, limit: request.limit)
      return DeliveryPage(rows: page.rows, countBefore: page.countBefore, countAfter: page.countAfter, generation: request.generation)
    }
  }

  private static func attempts(of delivery: Int64, in db: Database, store: String) throws -> [Attempt] {
    let statement = try db.cachedStatement(sql: "SELECT \(Attempt.columns) FROM attempt WHERE delivery_id = ? ORDER BY number")
    let cursor = try Row.fetchCursor(statement, arguments: [delivery])
    var attempts: [Attempt] = []
    while let row = try cursor.next() {
      attempts.append(try Attempt(row, store: store))
    }
    return attempts
  }
}
