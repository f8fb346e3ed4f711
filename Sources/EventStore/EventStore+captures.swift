public import CatalogEvents
public import EventRecords
import GRDB

extension EventStore {
  /// Keeps a capture and returns its id once it is committed and survives a power cut.
  ///
  /// Its own `id` is not looked at. Throws at once when more waits for the disk than `StoreLimits` allows.
  public func append(_ capture: Capture) async throws(StoreError) -> Int64 {
    guard let writer else { throw .openForReading(location.name) }
    guard (capture.body?.count ?? 0) <= Self.bodyByteLimit else { throw .tooLarge(location.name) }
    return try await writer.write(.capture(CaptureRow(capture)))
  }

  /// The rows of the table that are asked for, with the counts of the same moment.
  public func page(_ request: PageRequest) async throws(StoreError) -> CapturePage {
    try await read { [location, drifts] db in
      let counts = try StoreCounts(in: db, at: location)
      let reader = KeyPageReader(
        db: db, table: .captures, columns: CaptureSummary.columns, element: { try CaptureSummary($0, store: location.name) },
        total: counts.received, ceiling: request.newestID ?? .max)
      let heldCount = try reader.heldCount()
      let signs = SignReader(db: db, drifts: drifts)
      guard request.filter?.isEmpty ?? true, request.sort == .arrival, !request.foldsAttempts else {
        let page = try FilteredPageReader(request, db: db, store: location.name).page(at: request.position, limit: request.limit)
        return CapturePage(
          rows: try signs.completed(page.rows), countBefore: page.before, countAfter: page.after, isCountExact: page.isCountExact,
          heldCount: heldCount, counts: counts, generation: request.generation)
      }
      let page = try reader.page(at: request.position, limit: request.limit)
      return CapturePage(
        rows: try signs.completed(page.rows), countBefore: page.countBefore, countAfter: page.countAfter, heldCount: heldCount,
        counts: counts, generation: request.generation)
    }
  }

  /// One capture, whole; `nil` when there is none of that id.
  public func capture(id: Int64) async throws(StoreError) -> Capture? {
    try await read { [location] db in
      let statement = try db.cachedStatement(sql: "SELECT \(Capture.columns) FROM capture WHERE id = ?")
      let cursor = try Row.fetchCursor(statement, arguments: [id])
      return try cursor.next().map { row in try Capture(row, store: location.name) }
    }
  }

  public func counts() async throws(StoreError) -> StoreCounts {
    try await read { [location] db in try StoreCounts(in: db, at: location) }
  }

  /// The greatest id that a capture ever got; 0 before the first. It rises with every append, whichever process makes it, so a
  /// change of it says that there is something new, at the cost of one seek.
  public func newestID() async throws(StoreError) -> Int64 {
    try await read { db in
      try Int64.fetchOne(db.cachedStatement(sql: "SELECT seq FROM sqlite_sequence WHERE name = 'capture'")) ?? 0
    }
  }

  /// Hands every capture that matches (or the newest `limit` of them) to `body`, oldest first, without holding them. `now` is what the
  /// filter counts back from.
  ///
  /// They are those that were there when it was called. `body` runs outside any transaction: however slow it is, it keeps no
  /// other process from tidying up, and what is removed meanwhile is left out. Blocks the calling thread.
  public func forEachCapture(
    matching filter: Filter? = nil, now: Timestamp = Timestamp(milliseconds: 0), limit: Int? = nil, _ body: (Capture) throws -> Void
  ) throws {
    let condition = FilterSQL(filter, now: now)
    guard var range = try readBlocking({ db in try Self.range(ofNewest: limit, condition, in: db) }) else { return }
    while true {
      let captures = try readBlocking { [location] db in try Self.captures(in: range, condition, db, store: location.name) }
      guard let last = captures.last?.id else { return }
      for capture in captures {
        try body(capture)
      }
      guard last < range.upperBound else { return }
      range = (last + 1)...range.upperBound
    }
  }

  /// SQLite's limit for a row is 1,000,000,000 bytes; headers and names need some of it.
  static let bodyByteLimit = 900_000_000
  /// As many bodies as are read at a time, in bytes.
  private static let chunkByteCount = 1 << 20
  private static let chunkCount = 256

  private static func range(ofNewest limit: Int?, _ filter: FilterSQL, in db: Database) throws -> ClosedRange<Int64>? {
    // Without a limit it is not worth looking for what matches: it is looked for when it is read.
    let (condition, values) = limit == nil ? ("1", []) : (filter.condition, filter.arguments)
    let matching = "SELECT id FROM capture INDEXED BY capture_facts WHERE id <= \(Int64.max) AND \(condition) ORDER BY id DESC LIMIT ?"
    let sql = "SELECT min(id), max(id) FROM (\(matching))"
    let row = try Row.fetchOne(db, sql: sql, arguments: StatementArguments(values + [(limit.map { max(0, $0) } ?? -1).databaseValue]))
    guard let row, let oldest = try row.decode(Int64?.self, atIndex: 0), let newest = try row.decode(Int64?.self, atIndex: 1) else {
      return nil
    }
    return oldest...newest
  }

  private static func captures(in range: ClosedRange<Int64>, _ filter: FilterSQL, _ db: Database, store: String) throws -> [Capture] {
    let bounds = [range.lowerBound.databaseValue, range.upperBound.databaseValue]
    let cursor = try Row.fetchCursor(
      db, sql: "SELECT \(Capture.columns) FROM capture WHERE id BETWEEN ? AND ? AND \(filter.condition) ORDER BY id LIMIT ?",
      arguments: StatementArguments(bounds + filter.arguments + [chunkCount.databaseValue]))
    var captures: [Capture] = []
    var byteCount = 0
    while byteCount < chunkByteCount, let row = try cursor.next() {
      let capture = try Capture(row, store: store)
      byteCount += capture.body?.count ?? 0
      captures.append(capture)
    }
    return captures
  }

  func readBlocking<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    do {
      return try database.read(body)
    } catch {
      throw StoreError(error, at: location)
    }
  }
}

extension StoreCounts {
  init(in db: Database, at location: EventStore.Location) throws {
    let byteCount: Int
    switch location {
    case .file(let path): byteCount = try StoreFile(path: path).byteCount
    case .memory: byteCount = 0
    }
    self.init(
      accepted: try Tally(of: .accepted, in: db).count, rejected: try Tally(of: .rejected, in: db).count, byteCount: byteCount)
  }
}
