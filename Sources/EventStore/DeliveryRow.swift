import CatalogEvents
import EventRecords
import GRDB

/// A delivery made ready for its rows, so that the writer's thread has only to bind it.
struct DeliveryRow: Sendable {
  private var delivery: Delivery

  init(_ delivery: Delivery) {
    self.delivery = delivery
  }

  /// What it takes to hold it while it waits, in bytes.
  var cost: Int {
    delivery.attempts.reduce(delivery.body.count + 1_024) { cost, attempt in
      if case .answered(let answer) = attempt.outcome { cost + answer.body.count + 512 } else { cost + 512 }
    }
  }

  /// Adds the delivery, or puts it in place of the one with its id, and returns its id.
  func save(in db: Database) throws -> Int64 {
    var saved: Int64 = 0
    // Several statements: all of them or none, whatever becomes of the others in the transaction.
    try db.inSavepoint {
      saved = try saveDelivery(in: db)
      try db.cachedStatement(sql: "DELETE FROM attempt WHERE delivery_id = ?").execute(arguments: [saved])
      for (index, attempt) in delivery.attempts.enumerated() {
        try save(attempt, number: index + 1, of: saved, in: db)
      }
      return .commit
    }
    return saved
  }

  private func saveDelivery(in db: Database) throws -> Int64 {
    let body = StoredBody(delivery.body)
    // The capture may have been removed while it was being sent, which is no reason to lose the delivery.
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO delivery (id, created_at, target, label, state, headers, body, capture_id)
        VALUES (?, ?, CAST(? AS TEXT), CAST(? AS TEXT), ?, CAST(? AS TEXT), \(body.placeholder), (SELECT id FROM capture WHERE id = ?))
        ON CONFLICT (id) DO UPDATE SET created_at = excluded.created_at, target = excluded.target, label = excluded.label,
          state = excluded.state, headers = excluded.headers, body = excluded.body, capture_id = excluded.capture_id
        """)
    try statement.execute(arguments: [
      delivery.id == 0 ? nil : delivery.id, delivery.createdAt.iso8601, exactText(delivery.target), exactText(delivery.label),
      delivery.state.rawValue, exactText(FieldText.encode(delivery.headers)), body.value, delivery.captureID,
    ])
    return delivery.id == 0 ? db.lastInsertedRowID : delivery.id
  }

  private func save(_ attempt: Attempt, number: Int, of delivery: Int64, in db: Database) throws {
    var values = [
      delivery.databaseValue, number.databaseValue, attempt.startedAt.iso8601.databaseValue, attempt.duration.microseconds.databaseValue,
    ]
    var body = StoredBody(nil)
    switch attempt.outcome {
    case .answered(let answer):
      body = StoredBody(answer.body)
      values += [
        answer.status.databaseValue, exactText(FieldText.encode(answer.headers)), answer.isTruncated.databaseValue, .null, body.value,
      ]
    case .failed(let reason):
      values += [.null, .null, .null, exactText(reason), body.value]
    }
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO attempt (delivery_id, number, started_at, duration_us, status, headers, truncated, reason, body)
        VALUES (?, ?, ?, ?, ?, CAST(? AS TEXT), ?, CAST(? AS TEXT), \(body.placeholder))
        """)
    try statement.execute(arguments: StatementArguments(values))
  }
}

extension Delivery {
  /// What the initialiser reads of the table `delivery`.
  static let columns =
    "id, created_at, CAST(target AS BLOB), CAST(label AS BLOB), state, CAST(headers AS BLOB), CAST(body AS BLOB), capture_id"

  init(_ row: Row, attempts: [Attempt], store: String) throws {
    let id = try row.decode(Int64.self, atIndex: 0)
    guard let createdAt = try Timestamp(iso8601: row.decode(String.self, atIndex: 1)),
      let state = try State(rawValue: row.decode(String.self, atIndex: 4)), let headers = try FieldText.headers(row.bytes(5) ?? [])
    else {
      throw StoreError.damaged(store, "delivery \(id) cannot be read")
    }
    self.init(
      id: id, createdAt: createdAt, target: try row.exactText(2) ?? "", label: try row.exactText(3) ?? "", headers: headers,
      body: try row.bytes(6) ?? [], state: state, attempts: attempts, captureID: try row.decode(Int64?.self, atIndex: 7))
  }
}

extension Attempt {
  /// What the initialiser reads of the table `attempt`.
  static let columns =
    "delivery_id, started_at, duration_us, status, CAST(headers AS BLOB), CAST(body AS BLOB), truncated, CAST(reason AS BLOB)"

  init(_ row: Row, store: String) throws {
    let delivery = try row.decode(Int64.self, atIndex: 0)
    guard let startedAt = try Timestamp(iso8601: row.decode(String.self, atIndex: 1)) else {
      throw StoreError.damaged(store, "an attempt of delivery \(delivery) cannot be read")
    }
    let outcome: Outcome
    if let status = try row.decode(Int?.self, atIndex: 3) {
      guard let headers = try FieldText.headers(row.bytes(4) ?? []) else {
        throw StoreError.damaged(store, "an answer to delivery \(delivery) cannot be read")
      }
      outcome = .answered(
        Answer(status: status, headers: headers, body: try row.bytes(5) ?? [], isTruncated: try row.decode(Bool.self, atIndex: 6)))
    } else {
      outcome = .failed(reason: try row.exactText(7) ?? "")
    }
    self.init(startedAt: startedAt, duration: .microseconds(try row.decode(Int64.self, atIndex: 2)), outcome: outcome)
  }
}

extension Duration {
  /// Whole microseconds, held at the ends of `Int64`.
  var microseconds: Int64 {
    let (seconds, attoseconds) = components
    let (whole, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000)
    let (sum, carry) = whole.addingReportingOverflow(attoseconds / 1_000_000_000_000)
    return overflow || carry ? (seconds < 0 ? .min : .max) : sum
  }
}
