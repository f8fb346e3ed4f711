public import EventRecords
import GRDB

extension EventStore {
  /// Values that a field has in what was received, to complete one that is being typed; those of the newest captures first.
  ///
  /// Names are looked for among the newest hundred thousand captures, all else among the newest three hundred: it must be quick.
  public func values(_ request: FilterValueRequest) async throws(StoreError) -> FilterValues {
    try await read { [location] db in
      switch request.field {
      case .action, .type, .workspace, .collection, .name:
        return FilterValues(values: try Self.names(request, in: db), generation: request.generation)
      default:
        let rows = try Row.fetchCursor(db, sql: "SELECT \(Capture.columns) FROM capture ORDER BY id DESC LIMIT 300")
        var captures: [Capture] = []
        while let row = try rows.next() { captures.append(try Capture(row, store: location.name)) }
        return FilterValues(request, in: captures)
      }
    }
  }

  private static func names(_ request: FilterValueRequest, in db: Database) throws -> [String] {
    let column = request.field.column ?? "NULL"
    let prefix = Array(request.prefix.utf8)
    var condition = "\(column) <> ''"
    var arguments: [DatabaseValue] = []
    if let last = prefix.last {
      condition = "\(column) >= CAST(? AS TEXT) AND \(column) < CAST(? AS TEXT)"
      arguments = [exactText(prefix), exactText(prefix.dropLast() + [last + 1])]
    }
    let newest = "SELECT id, \(column) FROM capture INDEXED BY capture_facts WHERE id <= \(Int64.max) ORDER BY id DESC LIMIT 100000"
    let rows = try Row.fetchCursor(
      db,
      sql: "SELECT CAST(\(column) AS BLOB), max(id) AS newest FROM (\(newest)) WHERE \(condition) GROUP BY 1 ORDER BY newest DESC LIMIT ?",
      arguments: StatementArguments(arguments + [request.limit.databaseValue]))
    var names: [String] = []
    while let row = try rows.next() {
      if let name = try row.exactText(0), name.utf8.count <= FilterValues.longest { names.append(name) }
    }
    return names
  }
}
