import EventRecords
import GRDB

/// How long the sender of a capture waited for its commit: known only after it, and so written with a later one.
struct AnswerTime: Sendable, Hashable {
  var capture: Int64
  var duration: Duration

  /// Writes it down, unless the capture is gone already.
  func insert(in db: Database) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT OR IGNORE INTO answer (capture_id, duration_us)
        SELECT ?1, ?2 WHERE EXISTS (SELECT 1 FROM capture WHERE id = ?1)
        """)
    try statement.execute(arguments: [capture, max(0, duration.microseconds)])
  }

  /// What was written down for a capture.
  static func duration(of capture: Int64, in db: Database) throws -> Duration? {
    let statement = try db.cachedStatement(sql: "SELECT duration_us FROM answer WHERE capture_id = ?")
    return try Int64.fetchOne(statement, arguments: [capture]).map { .microseconds($0) }
  }
}

extension StoreSchema {
  /// A table of its own: to change a capture's row would be to write its body again.
  static let answerTimes = """
    CREATE TABLE answer (
      capture_id INTEGER PRIMARY KEY REFERENCES capture (id) ON DELETE CASCADE,
      duration_us INTEGER NOT NULL CHECK (typeof(duration_us) = 'integer' AND duration_us >= 0)
    );
    """
}
