import GRDB

/// The tables of the database, which people read with `sqlite3`: a documented interface.
///
/// ## Captures
/// Table `capture`, one row for each HTTP request that was kept, in the order of arrival:
///
/// | column | what it holds |
/// |---|---|
/// | `id` | rises in the order of arrival and is never used again |
/// | `received_at` | `2026-11-23T14:03:20.240Z`: UTC, to the millisecond |
/// | `verdict` | `accepted` or `rejected` |
/// | `status` | the HTTP status that was answered |
/// | `remote` | the peer, `127.0.0.1:51522` or `[::1]:51522` |
/// | `tls` | 1 when it came over HTTPS, else 0 |
/// | `path` | the request's target as it came, query included |
/// | `action`, `workspace`, `resource_type`, `resource_name` | of the event; null when there is none |
/// | `collection` | of the event; null also when the event has none |
/// | `timestamp` | of the event, milliseconds since 1970; null when there is none |
/// | `lag_ms` | milliseconds from the event to its arrival, negative when the sender's clock is ahead; null when there is no event |
/// | `bytes` | the size of the body (`length(body)` counts characters, and only up to a NUL) |
/// | `findings` | what is odd in an accepted event: a JSON array of phrases |
/// | `reason` | why it was rejected; null when it was accepted |
/// | `headers` | a JSON array of `[name, value]` in their order; a value that is not UTF-8 is `{"base64": "..."}` |
/// | `body` | text where it is UTF-8, else a blob; null where it was refused unread. `CAST(body AS BLOB)` gives the bytes exactly |
///
/// The rows of one resource are found by the index `capture_resource`, those whose events have one timestamp by `capture_timestamp`.
///
/// Table `task` has a row for each capture that came with `X-CloudTasks-TaskName`: `capture_id`, the `queue` and the `name` as the sender
/// claims them, and `retry_count`, null when it was absent or no number.
///
/// Table `answer` says in `duration_us` how many microseconds the sender of `capture_id` waited for the disk: from when the request was read
/// to the commit, after which it is answered. It is written with the next commit or at the end, so after a crash the last may be missing.
///
/// ## Deliveries
/// Table `delivery`, one row for each send, and `attempt`, one for each try: `state` is `waiting`, `sending`, `delivered` or
/// `failed`; an attempt has a `status` with `headers`, `body` (its first 64 KiB; `truncated` is 1 when there was more), or else a
/// `reason`. `duration_us` is in microseconds. `capture_id` of a delivery is the capture that it was made from: null when it was
/// composed, and null once hooktop has removed that capture (`ON DELETE SET NULL`). Whoever deletes captures with `sqlite3` turns
/// `PRAGMA foreign_keys` on first, or the number stays where it is and leads nowhere; ids are never used again, so it leads nowhere else.
///
/// ## Totals
/// Table `tally` holds how many rows of a kind there are and the bytes of their bodies, kept by triggers, so that whoever writes
/// or deletes rows leaves it right, and no question counts a million rows.
enum StoreSchema {
  /// In the database's header, so that another program's database is never taken for one of ours: `hktp`.
  static let applicationID = 0x686B_7470

  /// Every change of the schema since the first version, in order. A migration that was published is never changed.
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 captures and deliveries", foreignKeyChecks: .immediate) { db in
      try db.execute(sql: version1)
    }
    migrator.registerMigration("2 deliveries know their capture", foreignKeyChecks: .immediate) { db in
      try db.execute(sql: version2)
    }
    migrator.registerMigration("3 tasks and resources", foreignKeyChecks: .immediate) { db in
      try db.execute(sql: tasksAndResources)
    }
    migrator.registerMigration("4 facts of captures", foreignKeyChecks: .immediate) { db in
      try db.execute(sql: factsIndex)
    }
    migrator.registerMigration("5 moments", foreignKeyChecks: .immediate) { db in
      try db.execute(sql: moments)
    }
    migrator.registerMigration("6 answer times", foreignKeyChecks: .immediate) { db in
      try db.execute(sql: answerTimes)
    }
    return migrator
  }

  /// Throws unless the database is new and empty or hooktop's own, of this version or an older one.
  static func requireOwn(_ db: Database, name: String) throws {
    guard try Int.fetchOne(db, sql: "PRAGMA application_id") == applicationID else {
      // GRDB's own tables come first when a database is made, and may be all that a crash left.
      let foreignTables =
        "SELECT count(*) FROM sqlite_master WHERE name NOT LIKE 'grdb~_%' ESCAPE '~' AND name NOT LIKE 'sqlite~_%' ESCAPE '~'"
      guard try Int.fetchOne(db, sql: foreignTables) == 0 else { throw StoreError.anotherProgramsDatabase(name) }
      return
    }
    if try migrator.hasBeenSuperseded(db) { throw StoreError.newerSchema(name) }
  }

  /// What columns tell of a capture, in the order of arrival: filters and sorted lists look for their rows here and not among the
  /// bodies, which take ten times the room. It grows at its end alone, so that it costs an insert little.
  private static let factsIndex = """
    CREATE INDEX capture_facts ON capture (id, received_at, verdict, status, tls, action, resource_type, workspace, collection,
      resource_name, lag_ms, bytes);
    """

  private static let version1 = """
    PRAGMA application_id = \(applicationID);

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
    """

  private static let version2 = """
    ALTER TABLE delivery ADD COLUMN capture_id INTEGER REFERENCES capture (id) ON DELETE SET NULL;
    CREATE INDEX delivery_capture ON delivery (capture_id) WHERE capture_id IS NOT NULL;
    """
}
