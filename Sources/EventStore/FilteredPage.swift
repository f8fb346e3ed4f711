import CatalogEvents
import EventRecords
import GRDB

/// Reads a page of the captures that match a filter, or of a list that is sorted, by key.
///
/// All but the rows themselves is looked up in the index `capture_facts`, which stands in the order of arrival and holds what columns
/// tell of a capture, so that the bodies are read only where a filter asks for them.
struct FilteredPageReader {
  private let db: Database
  private let store: String
  private let filter: FilterSQL
  private let sort: SortSQL
  private let ceiling: Int64
  private let foldsAttempts: Bool
  /// A count that would take long ends here, on either side of the page.
  private let countLimit: Int

  /// As much as is counted exactly: in the index a million takes a fifth of a second; a body is a hundred times dearer.
  static let narrowCountLimit = 1_000_000
  static let foldedCountLimit = 100_000
  static let wideCountLimit = 10_000

  init(_ request: PageRequest, db: Database, store: String, countLimit: Int? = nil) {
    self.db = db
    self.store = store
    filter = FilterSQL(request.filter, now: request.now)
    sort = SortSQL(sort: request.sort)
    ceiling = request.newestID ?? .max
    foldsAttempts = request.foldsAttempts
    self.countLimit =
      countLimit ?? (filter.isNarrow ? (foldsAttempts ? Self.foldedCountLimit : Self.narrowCountLimit) : Self.wideCountLimit)
  }

  struct Page {
    var rows: [CaptureSummary]
    var before: Int
    var after: Int
    var isCountExact: Bool
  }

  func page(at position: PageRequest.Position, limit: Int) throws -> Page {
    let places = try places(at: position, limit: max(0, limit))
    let before: Int
    let after: Int
    if let first = places.first, let last = places.last {
      before = try count(.before, first)
      after = try count(.after, last)
    } else {
      (before, after) = try countsAround(emptyPageAt: position)
    }
    return Page(
      rows: try places.compactMap { try summary($0.id) }, before: min(before, countLimit), after: min(after, countLimit),
      isCountExact: before <= countLimit && after <= countLimit)
  }

  private func places(at position: PageRequest.Position, limit: Int) throws -> [SortSQL.Place] {
    switch position {
    case .newest: return try select(nil, backwards: true, limit)
    case .oldest: return try select(nil, backwards: false, limit)
    case .before(let id): return try place(of: id).map { try select((.before, $0), backwards: true, limit) } ?? []
    case .after(let id): return try place(of: id).map { try select((.after, $0), backwards: false, limit) } ?? []
    case .around(let id): return try place(of: id).map { try select(around: $0, limit) } ?? []
    }
  }

  /// The row with about half a page to either side, or more on one side where the other is too short.
  private func select(around place: SortSQL.Place, _ limit: Int) throws -> [SortSQL.Place] {
    guard let anchor = try select((.upTo, place), backwards: true, 1).first else { return try select(nil, backwards: false, limit) }
    let following = try select((.from, anchor), backwards: false, limit)
    let preceding = try select((.before, anchor), backwards: true, limit)
    let precedingCount = min(preceding.count, max(limit / 2, limit - following.count))
    return preceding.suffix(precedingCount) + following.prefix(limit - precedingCount)
  }

  /// Where a row stands in the list, whether it matches or not. One that is gone stands where the nearest older one does, or else the
  /// oldest of all; `nil` in an empty store.
  private func place(of id: Int64) throws -> SortSQL.Place? {
    guard sort.sort.column != .arrival else { return SortSQL.Place(key: id.databaseValue, id: id) }
    for side in ["id <= ? ORDER BY id DESC", "id > ? ORDER BY id"] {
      let sql = "SELECT id, \(sort.keyColumn) FROM capture WHERE \(side) LIMIT 1"
      if let row = try Row.fetchOne(db, sql: sql, arguments: [id]) { return SortSQL.Place(key: SortSQL.place(row).key, id: id) }
    }
    return nil
  }

  private func select(_ bound: (SortSQL.Side, SortSQL.Place)?, backwards: Bool, _ limit: Int) throws -> [SortSQL.Place] {
    let (sql, arguments) = question("id, \(sort.keyColumn)", bound)
    let order = sort.order(backwards: backwards)
    let rows = try Row.fetchCursor(
      db, sql: "\(sql) ORDER BY \(order) LIMIT ?", arguments: StatementArguments(arguments + [limit.databaseValue]))
    var places: [SortSQL.Place] = []
    while let row = try rows.next() { places.append(SortSQL.place(row)) }
    return backwards ? places.reversed() : places
  }

  /// How many rows match on a side of a place; more than `countLimit` are not counted.
  private func count(_ side: SortSQL.Side?, _ place: SortSQL.Place) throws -> Int {
    let (sql, arguments) = question("1", side.map { ($0, place) })
    return try Int.fetchOne(
      db, sql: "SELECT count(*) FROM (\(sql) LIMIT ?)", arguments: StatementArguments(arguments + [(countLimit + 1).databaseValue])) ?? 0
  }

  /// The matching rows on a side of a place, or all of them.
  private func question(_ columns: String, _ bound: (SortSQL.Side, SortSQL.Place)?) -> (sql: String, arguments: [DatabaseValue]) {
    let (range, values) =
      bound.map { sort.condition($0, $1, ceiling: ceiling) } ?? ("id <= ?", [ceiling.databaseValue])
    let sql = "SELECT \(columns) FROM capture INDEXED BY capture_facts WHERE \(range) AND \(filter.condition)"
    guard foldsAttempts else { return (sql, values + filter.arguments) }
    return ("\(sql) AND \(Self.isNewestAttempt)", values + filter.arguments + [ceiling.databaseValue])
  }

  /// Whether no later attempt of the same task is in the list. What came by no task is always its newest attempt.
  private static let isNewestAttempt = """
    NOT EXISTS (
      SELECT 1 FROM task AS mine JOIN task AS later ON later.name = mine.name AND later.queue IS mine.queue
      WHERE mine.capture_id = capture.id AND later.capture_id > capture.id AND later.capture_id <= ?)
    """

  /// How many rows match on either side of a page that has none.
  private func countsAround(emptyPageAt position: PageRequest.Position) throws -> (before: Int, after: Int) {
    let nowhere = SortSQL.Place(key: .null, id: 0)
    switch position {
    case .newest: return (try count(nil, nowhere), 0)
    case .oldest: return (0, try count(nil, nowhere))
    case .before(let id), .around(let id):
      return try place(of: id).map { (try count(.before, $0), try count(.from, $0)) } ?? (0, 0)
    case .after(let id):
      return try place(of: id).map { (try count(.upTo, $0), try count(.after, $0)) } ?? (0, 0)
    }
  }

  private func summary(_ id: Int64) throws -> CaptureSummary? {
    let statement = try db.cachedStatement(sql: "SELECT \(CaptureSummary.columns) FROM capture WHERE id = ?")
    let rows = try Row.fetchCursor(statement, arguments: [id])
    return try rows.next().map { row in try CaptureSummary(row, store: store) }
  }
}
