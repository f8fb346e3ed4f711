import EventRecords
import GRDB

/// What waits to be written.
enum StoreChange: Sendable {
  case capture(CaptureRow)
  /// All of them or none, in their order.
  case captures([CaptureRow])
  case delivery(DeliveryRow)
  /// Of captures, by their ids.
  case deletion([Int64])
  case answerTimes([AnswerTime])

  /// What it takes to hold it while it waits, in bytes.
  var cost: Int {
    switch self {
    case .capture(let row): row.cost
    case .captures(let rows): rows.reduce(0) { $0 + $1.cost }
    case .delivery(let row): row.cost
    case .deletion(let ids): ids.count * 8
    case .answerTimes(let times): times.count * 32
    }
  }
}

/// Writes many changes in one transaction, so that one flush of the disk serves them all.
struct GroupCommit: Sendable {
  var database: any DatabaseWriter
  var location: EventStore.Location
  var limits: StoreLimits
  /// The file that was opened; `nil` in memory.
  private let file: FileIdentity?

  init(database: any DatabaseWriter, location: EventStore.Location, limits: StoreLimits) {
    self.database = database
    self.location = location
    self.limits = limits
    if case .file(let path) = location { file = FileIdentity(at: path) } else { file = nil }
  }

  /// The id of each change once all are committed, or why it was not stored; for a deletion the number of captures that it removed.
  ///
  /// A change that the schema does not take fails alone. When there is no room for all of them, each is tried by itself, so that
  /// a large one does not take the small ones with it. Any other failure is that of the whole group.
  func store(_ changes: [StoreChange]) -> [Result<Int64, StoreError>] {
    do {
      return try write(changes)
    } catch let error as DatabaseError where changes.count > 1 && error.isForWantOfRoom {
      return changes.flatMap { store([$0]) }
    } catch {
      return changes.map { _ in .failure(StoreError(error, at: location)) }
    }
  }

  /// Moves all of the write-ahead log into the database, so that it is one file, and closes it.
  func close() {
    // What is committed is safe in the log whether or not this succeeds; another process may be reading.
    if case .file = location {
      try? database.writeWithoutTransaction { db in
        // Quitting does not wait long for another process that is reading.
        try db.execute(sql: "PRAGMA busy_timeout = 200")
        _ = try db.checkpoint(.truncate)
      }
    }
    try? database.close()
  }

  private func write(_ changes: [StoreChange]) throws -> [Result<Int64, StoreError>] {
    // SQLite goes on writing into a file that was removed or moved, where nobody will ever look for it.
    if case .file(let path) = location, FileIdentity(at: path) != file { throw StoreError.replaced(path) }
    return try database.writeWithoutTransaction { db in
      var results: [Result<Int64, StoreError>] = []
      try db.inTransaction(.immediate) {
        results = try changes.map { change in
          do {
            return .success(try write(change, in: db))
          } catch let error as DatabaseError where error.isForTheRowAlone {
            return .failure(StoreError(error, at: location))
          }
        }
        try trim(after: changes, in: db)
        return .commit
      }
      return results
    }
  }

  private func write(_ change: StoreChange, in db: Database) throws -> Int64 {
    switch change {
    case .capture(let row): try row.insert(in: db)
    case .captures(let rows): try insert(rows, in: db)
    case .delivery(let row): try row.save(in: db)
    case .deletion(let ids): try delete(ids, in: db)
    case .answerTimes(let times): try insert(times, in: db)
    }
  }

  private func delete(_ ids: [Int64], in db: Database) throws -> Int64 {
    var count: Int64 = 0
    for id in ids {
      try db.cachedStatement(sql: "DELETE FROM capture WHERE id = ?").execute(arguments: [id])
      count += Int64(db.changesCount)
    }
    return count
  }

  /// Returns how many there were.
  private func insert(_ times: [AnswerTime], in db: Database) throws -> Int64 {
    for time in times { try time.insert(in: db) }
    return Int64(times.count)
  }

  /// Returns the id of the last.
  private func insert(_ rows: [CaptureRow], in db: Database) throws -> Int64 {
    var last: Int64 = 0
    try db.inSavepoint {
      for row in rows { last = try row.insert(in: db) }
      return .commit
    }
    return last
  }

  private func trim(after changes: [StoreChange], in db: Database) throws {
    var hasRejected = false
    var hasDelivery = false
    for change in changes {
      switch change {
      case .capture(let row): hasRejected = hasRejected || row.isRejected
      case .captures(let rows): hasRejected = hasRejected || rows.contains(where: \.isRejected)
      case .delivery: hasDelivery = true
      case .deletion, .answerTimes: break
      }
    }
    if hasRejected { try trimRejected(in: db) }
    if hasDelivery { try trimDeliveries(in: db) }
  }

  /// Removes the oldest rejected captures until both bounds are kept.
  private func trimRejected(in db: Database) throws {
    guard let last = try lastRejectedToRemove(in: db) else { return }
    try db.cachedStatement(sql: "DELETE FROM capture WHERE verdict = 'rejected' AND id <= ?").execute(arguments: [last])
  }

  private func lastRejectedToRemove(in db: Database) throws -> Int64? {
    var tally = try Tally(of: .rejected, in: db)
    guard tally.count > limits.rejectedCount || tally.bytes > limits.rejectedByteCount else { return nil }
    let oldest = try Row.fetchCursor(
      db.cachedStatement(sql: "SELECT id, bytes FROM capture INDEXED BY capture_verdict WHERE verdict = 'rejected' ORDER BY id"))
    var last: Int64?
    while tally.count > limits.rejectedCount || tally.bytes > limits.rejectedByteCount, let row = try oldest.next() {
      last = try row.decode(Int64.self, atIndex: 0)
      tally.count -= 1
      tally.bytes -= try row.decode(Int.self, atIndex: 1)
    }
    return last
  }

  /// Removes the oldest deliveries that have ended; those under way stay, whatever their number.
  private func trimDeliveries(in db: Database) throws {
    let surplus = try Tally(of: .delivery, in: db).count - limits.deliveryCount
    guard surplus > 0 else { return }
    try db.cachedStatement(
      sql: """
        DELETE FROM delivery WHERE id IN (
          SELECT id FROM delivery INDEXED BY delivery_state WHERE state IN ('delivered', 'failed') ORDER BY id LIMIT ?)
        """
    ).execute(arguments: [surplus])
  }
}

extension DatabaseError {
  /// Whether the row is to blame, so that the transaction can go on without it.
  fileprivate var isForTheRowAlone: Bool {
    switch resultCode {
    case .SQLITE_CONSTRAINT, .SQLITE_MISMATCH, .SQLITE_TOOBIG: true
    default: false
    }
  }

  /// Whether fewer or smaller rows might be taken.
  fileprivate var isForWantOfRoom: Bool {
    resultCode == .SQLITE_FULL || resultCode == .SQLITE_NOMEM
  }
}
