import CatalogEvents
public import EventRecords
import GRDB

extension EventStore {
  /// What else the store has to do with a capture; nothing when it has no such capture.
  public func relations(of id: Int64) async throws(StoreError) -> CaptureRelations {
    // Before the snapshot: what is written down meanwhile is in both, and nothing in neither.
    let answerTime = writer?.answerTime(of: id)
    return try await read { [location] db in
      CaptureRelations(
        previous: try Self.previousCapture(of: id, in: db, store: location.name),
        attempts: try Self.attempts(ofTaskOf: id, in: db, store: location.name),
        deliveries: try Self.deliveries(ofCapture: id, limit: Self.deliveryCount, in: db, store: location.name),
        answerTime: try answerTime ?? AnswerTime.duration(of: id, in: db))
    }
  }

  /// The newest capture before this one that says which fields the same resource has: a create or an update with a schema.
  ///
  /// The resource is the same when workspace, collection, type and name are. `nil` when there is none, or none among the last twenty
  /// creates and updates, and for a capture that says nothing of fields itself.
  public func previousCapture(of id: Int64) async throws(StoreError) -> Capture? {
    try await read { [location] db in try Self.previousCapture(of: id, in: db, store: location.name) }
  }

  private static let previousCount = 20
  /// The newest of them are told.
  private static let attemptCount = 500
  private static let deliveryCount = 100

  private static func previousCapture(of id: Int64, in db: Database, store: String) throws -> Capture? {
    let own = try Row.fetchCursor(db.cachedStatement(sql: "SELECT CAST(body AS BLOB) FROM capture WHERE id = ?"), arguments: [id])
    guard let body = try own.next()?.bytes(0), SchemaFields(body: body) != nil else { return nil }
    let statement = try db.cachedStatement(
      sql: """
        SELECT \(Capture.columns) FROM capture INDEXED BY capture_resource
        WHERE verdict = 'accepted' AND id < ?1 AND action IN ('create', 'update')
          AND workspace = (SELECT workspace FROM capture WHERE id = ?1)
          AND collection IS (SELECT collection FROM capture WHERE id = ?1)
          AND resource_type = (SELECT resource_type FROM capture WHERE id = ?1)
          AND resource_name = (SELECT resource_name FROM capture WHERE id = ?1)
        ORDER BY id DESC LIMIT \(previousCount)
        """)
    let cursor = try Row.fetchCursor(statement, arguments: [id])
    while let row = try cursor.next() {
      let capture = try Capture(row, store: store)
      if let body = capture.body, SchemaFields(body: body) != nil { return capture }
    }
    return nil
  }

  private static func attempts(ofTaskOf id: Int64, in db: Database, store: String) throws -> [CaptureSummary] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT \(CaptureSummary.columns) FROM capture
        WHERE id IN (
          SELECT capture_id FROM task
          WHERE name = (SELECT name FROM task WHERE capture_id = ?1) AND queue IS (SELECT queue FROM task WHERE capture_id = ?1)
          ORDER BY capture_id DESC LIMIT \(attemptCount))
        ORDER BY id
        """)
    let cursor = try Row.fetchCursor(statement, arguments: [id])
    var attempts: [CaptureSummary] = []
    while let row = try cursor.next() {
      attempts.append(try CaptureSummary(row, store: store))
    }
    return attempts
  }
}
