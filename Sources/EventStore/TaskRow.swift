import EventRecords
import GRDB

/// The row of the table `task` that belongs to a capture which came from Cloud Tasks.
struct TaskRow: Sendable {
  private var queue: DatabaseValue
  private var name: DatabaseValue
  private var retryCount: Int?

  init(_ attempt: TaskAttempt) {
    queue = exactText(attempt.queue)
    name = exactText(attempt.name)
    retryCount = attempt.retryCount
  }

  func insert(for capture: Int64, in db: Database) throws {
    let statement = try db.cachedStatement(
      sql: "INSERT INTO task (capture_id, queue, name, retry_count) VALUES (?, CAST(? AS TEXT), CAST(? AS TEXT), ?)")
    try statement.execute(arguments: [capture, queue, name, retryCount])
  }

  /// What `attempt(in:at:)` reads, in a question to the table `capture`.
  static let columns = """
    (SELECT CAST(queue AS BLOB) FROM task WHERE capture_id = capture.id), \
    (SELECT CAST(name AS BLOB) FROM task WHERE capture_id = capture.id), \
    (SELECT retry_count FROM task WHERE capture_id = capture.id)
    """

  /// `nil` when there is no row for the capture.
  static func attempt(in row: Row, at index: Int) throws -> TaskAttempt? {
    guard let name = try row.exactText(index + 1) else { return nil }
    return TaskAttempt(queue: try row.exactText(index), name: name, retryCount: try row.decode(Int?.self, atIndex: index + 2))
  }
}
