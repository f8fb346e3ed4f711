import CatalogEvents
import EventRecords
import GRDB

/// A capture made ready for its row, so that the writer's thread has only to bind it.
struct CaptureRow: Sendable {
  private var arguments: StatementArguments
  private var hasTextBody: Bool
  private var task: TaskRow?
  var isRejected: Bool
  /// What it takes to hold it while it waits, in bytes.
  var cost: Int

  init(_ capture: Capture) {
    let headers = FieldText.encode(capture.headers)
    let body = StoredBody(capture.body)
    let event = capture.event
    task = CloudTaskHeaders(capture.headers)?.attempt.map(TaskRow.init)
    isRejected = capture.verdict == .rejected
    hasTextBody = body.isText
    cost = headers.count + (capture.body?.count ?? 0) + 512
    let values: [DatabaseValue] = [
      capture.receivedAt.iso8601.databaseValue,
      capture.verdict.rawValue.databaseValue,
      capture.status.databaseValue,
      exactText(capture.remote),
      capture.isTLS.databaseValue,
      exactText(capture.path),
      exactText(event?.action.rawValue),
      exactText(event?.workspace),
      exactText(event?.collection),
      exactText(event?.resourceType.rawValue),
      exactText(event?.resourceName),
      event?.timestamp.milliseconds.databaseValue ?? .null,
      capture.lag?.databaseValue ?? .null,
      (capture.body?.count ?? 0).databaseValue,
      exactText(FieldText.encode(capture.findings)),
      exactText(capture.reason),
      exactText(headers),
      body.value,
    ]
    arguments = StatementArguments(values)
  }

  /// Adds the row and returns its id.
  func insert(in db: Database) throws -> Int64 {
    try db.cachedStatement(sql: hasTextBody ? Self.insertText : Self.insertBlob).execute(arguments: arguments)
    let id = db.lastInsertedRowID
    try task?.insert(for: id, in: db)
    return id
  }

  private static let insertText = insertion(body: "CAST(? AS TEXT)")
  private static let insertBlob = insertion(body: "?")

  private static func insertion(body: String) -> String {
    """
    INSERT INTO capture (received_at, verdict, status, remote, tls, path, action, workspace, collection, resource_type,
      resource_name, timestamp, lag_ms, bytes, findings, reason, headers, body)
    VALUES (?, ?, ?, CAST(? AS TEXT), ?, CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT),
      CAST(? AS TEXT), ?, ?, ?, CAST(? AS TEXT), CAST(? AS TEXT), CAST(? AS TEXT), \(body))
    """
  }
}

extension CaptureSummary {
  /// What the initialiser reads: the columns before headers and body, so that long bodies stay on the disk.
  static let columns = """
    id, received_at, verdict, status, CAST(action AS BLOB), CAST(workspace AS BLOB), CAST(collection AS BLOB), \
    CAST(resource_type AS BLOB), CAST(resource_name AS BLOB), timestamp, CAST(reason AS BLOB), bytes, json_array_length(findings), \
    \(TaskRow.columns)
    """
  static let columnCount = 16

  init(_ row: Row, store: String) throws {
    let id = try row.decode(Int64.self, atIndex: 0)
    guard let receivedAt = try Timestamp(iso8601: row.decode(String.self, atIndex: 1)),
      let verdict = try Verdict(rawValue: row.decode(String.self, atIndex: 2))
    else {
      throw StoreError.damaged(store, "the time or the verdict of capture \(id) cannot be read")
    }
    var event: CatalogEvent?
    if let action = try row.exactText(4), let workspace = try row.exactText(5), let resourceType = try row.exactText(7),
      let resourceName = try row.exactText(8), let timestamp = try row.decode(Int64?.self, atIndex: 9)
    {
      event = CatalogEvent(
        action: Action(rawValue: action), workspace: workspace, collection: try row.exactText(6),
        resourceType: ResourceType(rawValue: resourceType), resourceName: resourceName, timestamp: Timestamp(milliseconds: timestamp))
    }
    self.init(
      id: id, receivedAt: receivedAt, verdict: verdict, status: try row.decode(Int.self, atIndex: 3), event: event,
      reason: try row.exactText(10), byteCount: try row.decode(Int.self, atIndex: 11),
      findingCount: try row.decode(Int.self, atIndex: 12), task: try TaskRow.attempt(in: row, at: 13))
  }
}

extension Capture {
  /// What the initialiser reads: the summary's columns and the rest.
  static let columns =
    CaptureSummary.columns
    + ", CAST(remote AS BLOB), tls, CAST(path AS BLOB), CAST(findings AS BLOB), CAST(headers AS BLOB), CAST(body AS BLOB)"

  init(_ row: Row, store: String) throws {
    let summary = try CaptureSummary(row, store: store)
    let rest = CaptureSummary.columnCount
    guard let findings = try FieldText.findings(row.bytes(rest + 3) ?? []), let headers = try FieldText.headers(row.bytes(rest + 4) ?? [])
    else {
      throw StoreError.damaged(store, "the headers or the findings of capture \(summary.id) cannot be read")
    }
    self.init(
      id: summary.id, receivedAt: summary.receivedAt, verdict: summary.verdict, status: summary.status,
      remote: try row.exactText(rest) ?? "", isTLS: try row.decode(Bool.self, atIndex: rest + 1), path: try row.exactText(rest + 2) ?? "",
      headers: headers,
      body: try row.bytes(rest + 5), event: summary.event, reason: summary.reason, findings: findings)
  }
}
