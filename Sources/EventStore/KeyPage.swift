import EventRecords
import GRDB

/// A table whose rows are paged through by id, and counted over an index that is narrow enough to be fast.
struct PagedTable {
  var name: String
  /// An index on one column, whose every value is in `values`; SQLite appends the id to it.
  var index: String
  var column: String
  /// SQL literals.
  var values: String

  static let captures = PagedTable(name: "capture", index: "capture_verdict", column: "verdict", values: "'accepted', 'rejected'")
  static let deliveries = PagedTable(
    name: "delivery", index: "delivery_state", column: "state", values: "'waiting', 'sending', 'delivered', 'failed'")
}

/// Some rows of a table, oldest first, with how many lie to either side of them.
struct KeyPage<Element: Identifiable> where Element.ID == Int64 {
  var rows: [Element]
  var countBefore: Int
  var countAfter: Int
}

/// Reads a page by key: every page costs the same, wherever in the table it lies.
struct KeyPageReader<Element: Identifiable> where Element.ID == Int64 {
  var db: Database
  var table: PagedTable
  /// The columns that `element` reads.
  var columns: String
  var element: (Row) throws -> Element
  /// How many rows the table has in all.
  var total: Int
  /// Rows newer than this are as if they were not there.
  var ceiling: Int64

  func page(at position: PageRequest.Position, limit: Int) throws -> KeyPage<Element> {
    let rows = try rows(at: position, limit: max(0, limit))
    let matching = total - (try heldCount())
    guard let first = rows.first?.id, let last = rows.last?.id else {
      let before = try countBefore(emptyPageAt: position, matching: matching)
      return KeyPage(rows: rows, countBefore: before, countAfter: matching - before)
    }
    let others = matching - rows.count
    let oldest = try id("SELECT min(id) FROM \(table.name)") ?? first
    let newest = try id("SELECT max(id) FROM \(table.name) WHERE id <= ?", ceiling) ?? last
    // Ids have few gaps, so their distance says which side has fewer rows to count.
    if first - oldest <= newest - last {
      let before = first == oldest ? 0 : try count("id < ?", first)
      return KeyPage(rows: rows, countBefore: before, countAfter: others - before)
    }
    let after = last == newest ? 0 : try count("id > ?", last) - (total - matching)
    return KeyPage(rows: rows, countBefore: others - after, countAfter: after)
  }

  /// How many rows are newer than the ceiling.
  func heldCount() throws -> Int {
    ceiling == .max ? 0 : try count("id > ?", ceiling)
  }

  private func rows(at position: PageRequest.Position, limit: Int) throws -> [Element] {
    switch position {
    case .newest: try older("id <= ?", ceiling, limit)
    case .oldest: try newer("id >= ?", .min, limit)
    case .before(let id): id > ceiling ? try older("id <= ?", ceiling, limit) : try older("id < ?", id, limit)
    case .after(let id): try newer("id > ?", id, limit)
    case .around(let id): try rows(around: id, limit: limit)
    }
  }

  /// The row with about half a page to either side, or more on one side where the other is too short.
  private func rows(around id: Int64, limit: Int) throws -> [Element] {
    let anchor = try self.id("SELECT max(id) FROM \(table.name) WHERE id <= ?", min(id, ceiling)) ?? .min
    let newer = try newer("id >= ?", anchor, limit)
    let older = try older("id < ?", anchor, limit)
    let olderCount = min(older.count, max(limit / 2, limit - newer.count))
    return older.suffix(olderCount) + newer.prefix(limit - olderCount)
  }

  private func newer(_ condition: String, _ id: Int64, _ limit: Int) throws -> [Element] {
    try fetch("\(condition) AND id <= ? ORDER BY id LIMIT ?", [id, ceiling, limit])
  }

  private func older(_ condition: String, _ id: Int64, _ limit: Int) throws -> [Element] {
    try fetch("\(condition) ORDER BY id DESC LIMIT ?", [id, limit]).reversed()
  }

  private func fetch(_ clause: String, _ arguments: StatementArguments) throws -> [Element] {
    let statement = try db.cachedStatement(sql: "SELECT \(columns) FROM \(table.name) WHERE \(clause)")
    let cursor = try Row.fetchCursor(statement, arguments: arguments)
    var elements: [Element] = []
    while let row = try cursor.next() {
      elements.append(try element(row))
    }
    return elements
  }

  /// Where a page without rows stands: which rows would be older than its first.
  private func countBefore(emptyPageAt position: PageRequest.Position, matching: Int) throws -> Int {
    switch position {
    case .newest: matching
    case .oldest: 0
    case .before(let id), .around(let id): id > ceiling ? matching : try count("id < ?", id)
    case .after(let id): id >= ceiling ? matching : try count("id <= ?", id)
    }
  }

  /// Counts over the index, because the table's own pages are full of bodies.
  private func count(_ condition: String, _ id: Int64) throws -> Int {
    let sql =
      "SELECT count(*) FROM \(table.name) INDEXED BY \(table.index) WHERE \(table.column) IN (\(table.values)) AND \(condition)"
    return try Int.fetchOne(db.cachedStatement(sql: sql), arguments: [id]) ?? 0
  }

  private func id(_ sql: String, _ arguments: Int64...) throws -> Int64? {
    try Int64.fetchOne(db.cachedStatement(sql: sql), arguments: StatementArguments(arguments))
  }
}
