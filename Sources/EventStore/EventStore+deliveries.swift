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
      if let filter = request.filter, !filter.isEmpty { return try Self.page(request, filter, in: db, store: location.name) }
      let reader = KeyPageReader(
        db: db, table: .deliveries, columns: Delivery.columns, element: { try Self.delivery($0, in: db, store: location.name) },
        total: try Tally(of: .delivery, in: db).count, ceiling: .max)
      let page = try reader.page(at: request.position, limit: request.limit)
      return DeliveryPage(rows: page.rows, countBefore: page.countBefore, countAfter: page.countAfter, generation: request.generation)
    }
  }

  /// The newest deliveries that were made from a capture, oldest first, each with its attempts.
  public func deliveries(ofCapture id: Int64, limit: Int = 100) async throws(StoreError) -> [Delivery] {
    try await read { [location] db in try Self.deliveries(ofCapture: id, limit: limit, in: db, store: location.name) }
  }

  static func deliveries(ofCapture id: Int64, limit: Int, in db: Database, store: String) throws -> [Delivery] {
    let statement = try db.cachedStatement(
      sql: "SELECT \(Delivery.columns) FROM delivery WHERE capture_id = ? ORDER BY id DESC LIMIT ?")
    let cursor = try Row.fetchCursor(statement, arguments: [id, max(0, limit)])
    var deliveries: [Delivery] = []
    while let row = try cursor.next() {
      deliveries.append(try Self.delivery(row, in: db, store: store))
    }
    return deliveries.reversed()
  }

  /// Looks at every delivery: a store keeps ten thousand of them at most.
  private static func page(_ request: DeliveryPageRequest, _ filter: Filter, in db: Database, store: String) throws -> DeliveryPage {
    let all = try Row.fetchCursor(db.cachedStatement(sql: "SELECT \(Delivery.columns) FROM delivery ORDER BY id"))
    var ids: [Int64] = []
    while let row = try all.next() {
      let delivery = try delivery(row, in: db, store: store)
      if filter.matches(delivery, now: request.now) { ids.append(delivery.id) }
    }
    let one = try db.cachedStatement(sql: "SELECT \(Delivery.columns) FROM delivery WHERE id = ?")
    return try DeliveryPage(request, of: ids) { id in
      // The cursor must outlive its row.
      let cursor = try Row.fetchCursor(one, arguments: [id])
      return try cursor.next().map { try delivery($0, in: db, store: store) }
    }
  }

  private static func delivery(_ row: Row, in db: Database, store: String) throws -> Delivery {
    try Delivery(row, attempts: attempts(of: row.decode(Int64.self, atIndex: 0), in: db, store: store), store: store)
  }

  static func attempts(of delivery: Int64, in db: Database, store: String) throws -> [Attempt] {
    let statement = try db.cachedStatement(sql: "SELECT \(Attempt.columns) FROM attempt WHERE delivery_id = ? ORDER BY number")
    let cursor = try Row.fetchCursor(statement, arguments: [delivery])
    var attempts: [Attempt] = []
    while let row = try cursor.next() {
      attempts.append(try Attempt(row, store: store))
    }
    return attempts
  }
}
