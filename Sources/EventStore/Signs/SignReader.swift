import EventRecords
import GRDB

/// Finds the signs that come of comparing captures: asked for the rows of a page, and answered by indexes, so that receiving pays for no
/// more than one entry in an index.
struct SignReader {
  var db: Database
  var drifts: DriftCache

  /// The rows with their signs.
  func completed(_ rows: [CaptureSummary]) throws -> [CaptureSummary] {
    try rows.map { row in
      var row = row
      row.comparedSigns = try signs(of: row)
      return row
    }
  }

  /// Those of one row.
  func signs(of row: CaptureSummary) throws -> Set<Sign> {
    guard let event = row.event else { return [] }
    var signs: Set<Sign> = []
    if try isDuplicate(row.id) { signs.insert(.duplicate) }
    if event.declaresSchema, try hasDrifted(row.id) { signs.insert(.drift) }
    return signs
  }

  private func isDuplicate(_ id: Int64) throws -> Bool {
    let statement = try db.cachedStatement(sql: "SELECT \(SignSQL.isDuplicate) FROM capture WHERE id = ?")
    return try Bool.fetchOne(statement, arguments: [id]) ?? false
  }

  /// Looks at the fields of the capture itself first: most events have none, and then nothing else is read.
  private func hasDrifted(_ id: Int64) throws -> Bool {
    if let known = drifts[id] { return known }
    var fields: SchemaFields?
    var answer = false
    let statement = try db.cachedStatement(sql: SignSQL.declarations)
    let cursor = try Row.fetchCursor(statement, arguments: [id])
    while let row = try cursor.next() {
      guard let declared = try row.bytes(0).flatMap({ SchemaFields(body: $0) }) else {
        if fields == nil { break }
        continue
      }
      if let fields {
        answer = !fields.changes(since: declared).isEmpty
        break
      }
      fields = declared
    }
    drifts[id] = answer
    return answer
  }
}
