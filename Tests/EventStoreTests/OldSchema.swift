import CatalogEvents
import EventRecords
import GRDB
import Testing

/// A database as an older hooktop made and filled it, by SQL that is written down here, so that later migrations meet the real thing.
struct OldSchema: Sendable, CustomTestStringConvertible {
  var testDescription: String
  /// The migrations that had been applied.
  var migrations: [String]
  var sql: String

  static let all = [version1]

  func build(at path: String) throws {
    let database = try DatabaseQueue(path: path)
    try database.writeWithoutTransaction { db in
      try db.execute(sql: sql)
      try db.execute(sql: "CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)")
      for migration in migrations {
        try db.execute(sql: "INSERT INTO grdb_migrations VALUES (?)", arguments: [migration])
      }
      try db.execute(sql: Self.rows)
    }
    try database.close()
  }

  /// The capture in row 1.
  let accepted = Capture(
    id: 1, receivedAt: Timestamp(milliseconds: 1_795_442_600_240), verdict: .accepted, status: 200, remote: "127.0.0.1:51522",
    isTLS: true, headers: [HeaderField("Host", "localhost:8443"), HeaderField(name: "X-Odd", bytes: [0xFF])], body: Array("{}".utf8),
    event: CatalogEvent(
      action: .create, workspace: "acme", collection: "sales", resourceType: .dataset, resourceName: "orders",
      timestamp: Timestamp(milliseconds: 1_795_442_600_112)), findings: ["data is absent"])

  /// The capture in row 7.
  let rejected = Capture(
    id: 7, receivedAt: Timestamp(milliseconds: 1_795_442_601_006), verdict: .rejected, status: 413, remote: "[::1]:51524", isTLS: false,
    headers: [], body: nil, event: nil, reason: "the body is too large")

  let delivery = Delivery(
    id: 3, createdAt: Timestamp(milliseconds: 1_795_442_600_112), target: "https://127.0.0.1:8443/event",
    label: "create dataset acme/sales.orders", headers: [HeaderField("Host", "localhost:8443")], body: Array("{}".utf8), state: .delivered,
    attempts: [
      Attempt(
        startedAt: Timestamp(milliseconds: 1_795_442_600_112), duration: .microseconds(900), outcome: .failed(reason: "refused")),
      Attempt(
        startedAt: Timestamp(milliseconds: 1_795_442_601_006), duration: .microseconds(12_345),
        outcome: .answered(Answer(status: 200, headers: [], body: Array("ok".utf8), isTruncated: false))),
    ])

  private static let rows = """
    INSERT INTO capture VALUES
      (1, '2026-11-23T14:03:20.240Z', 'accepted', 200, '127.0.0.1:51522', 1, '/event', 'create', 'acme', 'sales', 'dataset', 'orders',
        1795442600112, 128, 2, '["data is absent"]', NULL, '[["Host","localhost:8443"],["X-Odd",{"base64":"/w=="}]]', '{}'),
      (7, '2026-11-23T14:03:21.006Z', 'rejected', 413, '[::1]:51524', 0, '/event', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, '[]',
        'the body is too large', '[]', NULL);
    INSERT INTO delivery VALUES
      (3, '2026-11-23T14:03:20.112Z', 'https://127.0.0.1:8443/event', 'create dataset acme/sales.orders', 'delivered',
        '[["Host","localhost:8443"]]', '{}');
    INSERT INTO attempt VALUES
      (3, 1, '2026-11-23T14:03:20.112Z', 900, NULL, NULL, NULL, NULL, 'refused'),
      (3, 2, '2026-11-23T14:03:21.006Z', 12345, 200, '[]', 'ok', 0, NULL);
    """

  static let version1 = OldSchema(
    testDescription: "version 1", migrations: ["1 captures and deliveries"],
    sql: """
      PRAGMA application_id = 1751872624;

      CREATE TABLE capture (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        received_at TEXT NOT NULL,
        verdict TEXT NOT NULL CHECK (verdict IN ('accepted', 'rejected')),
        status INTEGER NOT NULL CHECK (typeof(status) = 'integer'),
        remote TEXT NOT NULL,
        tls INTEGER NOT NULL CHECK (tls IN (0, 1)),
        path TEXT NOT NULL,
        action TEXT CHECK ((action IS NOT NULL) = (verdict = 'accepted')),
        workspace TEXT CHECK ((workspace IS NOT NULL) = (verdict = 'accepted')),
        collection TEXT CHECK (collection IS NULL OR verdict = 'accepted'),
        resource_type TEXT CHECK ((resource_type IS NOT NULL) = (verdict = 'accepted')),
        resource_name TEXT CHECK ((resource_name IS NOT NULL) = (verdict = 'accepted')),
        timestamp INTEGER CHECK (typeof(timestamp) = iif(verdict = 'accepted', 'integer', 'null')),
        lag_ms INTEGER CHECK (typeof(lag_ms) = typeof(timestamp)),
        bytes INTEGER NOT NULL CHECK (typeof(bytes) = 'integer' AND bytes >= 0),
        findings TEXT NOT NULL CHECK (json_valid(findings)),
        reason TEXT CHECK (reason IS NULL OR verdict = 'rejected'),
        headers TEXT NOT NULL CHECK (json_valid(headers)),
        body BLOB CHECK (typeof(body) IN ('text', 'blob', 'null'))
      );
      CREATE INDEX capture_verdict ON capture (verdict);

      CREATE TABLE delivery (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        created_at TEXT NOT NULL,
        target TEXT NOT NULL,
        label TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('waiting', 'sending', 'delivered', 'failed')),
        headers TEXT NOT NULL CHECK (json_valid(headers)),
        body BLOB NOT NULL CHECK (typeof(body) IN ('text', 'blob'))
      );
      CREATE INDEX delivery_state ON delivery (state);

      CREATE TABLE attempt (
        delivery_id INTEGER NOT NULL REFERENCES delivery (id) ON DELETE CASCADE,
        number INTEGER NOT NULL CHECK (number >= 1),
        started_at TEXT NOT NULL,
        duration_us INTEGER NOT NULL CHECK (typeof(duration_us) = 'integer'),
        status INTEGER,
        headers TEXT CHECK (headers IS NULL OR json_valid(headers)),
        body BLOB CHECK (typeof(body) IN ('text', 'blob', 'null')),
        truncated INTEGER CHECK (truncated IN (0, 1)),
        reason TEXT,
        PRIMARY KEY (delivery_id, number),
        CHECK ((status IS NULL) = (reason IS NOT NULL)),
        CHECK ((status IS NULL) = (headers IS NULL) AND (status IS NULL) = (body IS NULL) AND (status IS NULL) = (truncated IS NULL))
      ) WITHOUT ROWID;

      CREATE TABLE tally (
        kind TEXT NOT NULL PRIMARY KEY CHECK (kind IN ('accepted', 'rejected', 'delivery')),
        count INTEGER NOT NULL,
        bytes INTEGER NOT NULL
      ) WITHOUT ROWID;
      INSERT INTO tally VALUES ('accepted', 0, 0), ('rejected', 0, 0), ('delivery', 0, 0);

      CREATE TRIGGER capture_inserted AFTER INSERT ON capture BEGIN
        UPDATE tally SET count = count + 1, bytes = bytes + NEW.bytes WHERE kind = NEW.verdict;
      END;
      CREATE TRIGGER capture_deleted AFTER DELETE ON capture BEGIN
        UPDATE tally SET count = count - 1, bytes = bytes - OLD.bytes WHERE kind = OLD.verdict;
      END;
      CREATE TRIGGER capture_updated AFTER UPDATE OF verdict, bytes ON capture BEGIN
        UPDATE tally SET count = count - 1, bytes = bytes - OLD.bytes WHERE kind = OLD.verdict;
        UPDATE tally SET count = count + 1, bytes = bytes + NEW.bytes WHERE kind = NEW.verdict;
      END;
      CREATE TRIGGER delivery_inserted AFTER INSERT ON delivery BEGIN
        UPDATE tally SET count = count + 1 WHERE kind = 'delivery';
      END;
      CREATE TRIGGER delivery_deleted AFTER DELETE ON delivery BEGIN
        UPDATE tally SET count = count - 1 WHERE kind = 'delivery';
      END;
      """)
}
