import Foundation
import GRDB

/// Opens the database of a store, and only a database that is hooktop's own and that this version understands.
struct StoreConnection {
  /// How long a lock that another process holds is waited for.
  static let patience: TimeInterval = 5
  /// The pages in the write-ahead log at which a commit moves them into the database.
  static let checkpointPages = 1_000
  /// The bytes to which a write-ahead log that a burst has swollen is cut back.
  static let logByteLimit = 16 << 20

  var location: EventStore.Location

  /// A connection that can write, with the newest schema.
  func openForWriting() throws(StoreError) -> any DatabaseWriter {
    do {
      switch location {
      case .memory:
        let queue = try DatabaseQueue(configuration: configuration())
        try StoreSchema.migrator.migrate(queue)
        return queue
      case .file(let path):
        let file = try StoreFile(path: path)
        try file.makePrivately()
        try file.requireAccess(toWrite: true)
        let pool = try openPool(file.path)
        try pool.writeWithoutTransaction(prepareWriter)
        try migrate(pool)
        file.makePrivate()
        return pool
      }
    } catch {
      throw StoreError(error, at: location)
    }
  }

  /// A connection that cannot write, to a file that must be there.
  func openForReading() throws(StoreError) -> any DatabaseWriter {
    guard case .file(let path) = location else { throw .missing(location.name) }
    let file = try StoreFile(path: path)
    guard try file.exists() else { throw .missing(path) }
    try file.requireAccess(toWrite: false)
    do {
      var readOnly = configuration()
      readOnly.readonly = true
      let pool = try DatabasePool(path: file.path, configuration: readOnly)
      if try pool.read(StoreSchema.migrator.hasCompletedMigrations) { return pool }
      try pool.close()
      try openForWriting().close()
      return try DatabasePool(path: file.path, configuration: readOnly)
    } catch {
      throw StoreError(error, at: location)
    }
  }

  private func configuration() -> Configuration {
    var configuration = Configuration()
    configuration.label = "hooktop.store"
    configuration.busyMode = .timeout(Self.patience)
    configuration.foreignKeysEnabled = true
    configuration.prepareDatabase { [name = location.name] db in
      // Before anything is changed: even turning on the write-ahead log would alter another program's file.
      try StoreSchema.requireOwn(db, name: name)
      FilterFunction.add(to: db)
    }
    return configuration
  }

  /// Opens the file, again while another process is opening it too: turning on the write-ahead log does not wait for locks.
  private func openPool(_ path: String) throws -> DatabasePool {
    let deadline = Date(timeIntervalSinceNow: Self.patience)
    while true {
      do {
        return try DatabasePool(path: path, configuration: configuration())
      } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY && Date() < deadline {
        Thread.sleep(forTimeInterval: 0.01)
      }
    }
  }

  /// Makes each commit wait for the disk, and refuses to go on when SQLite says that it will not.
  ///
  /// GRDB's pool sets `NORMAL` after its own preparation, which loses acknowledged events in a power cut; hence after opening.
  private func prepareWriter(_ db: Database) throws {
    try db.execute(
      sql: """
        PRAGMA synchronous = FULL;
        PRAGMA wal_autocheckpoint = \(Self.checkpointPages);
        PRAGMA journal_size_limit = \(Self.logByteLimit);
        """)
    let mode = try SynchronousMode(of: db)
    guard mode == .full else {
      throw StoreError("\(location.name) would lose events in a power cut (synchronous is \(mode.name)); name another store with --store")
    }
  }

  /// Brings the schema up to date, again while another process is doing so too: it may be anywhere between two migrations.
  private func migrate(_ pool: DatabasePool) throws {
    let migrator = StoreSchema.migrator
    let deadline = Date(timeIntervalSinceNow: Self.patience)
    while true {
      do {
        return try migrator.migrate(pool)
      } catch let error as DatabaseError {
        if try pool.read(migrator.hasCompletedMigrations) { return }
        guard [.SQLITE_ERROR, .SQLITE_CONSTRAINT, .SQLITE_BUSY].contains(error.resultCode), Date() < deadline else { throw error }
        Thread.sleep(forTimeInterval: 0.01)
      }
    }
  }
}
