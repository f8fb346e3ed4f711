import GRDB

/// Where captures and deliveries are kept: one SQLite database, with one writer that commits all that waits in one transaction.
///
/// Reads run beside the writer, each on a snapshot of its own; any number of processes may have the same file open.
public final class EventStore: Sendable {
  public enum Location: Sendable, Hashable {
    /// A database file; it and its folder are made when they are missing, private to the user.
    case file(String)
    /// Nothing is written to disk, and all is gone when the store closes.
    case memory
  }

  let location: Location
  let database: any DatabaseWriter
  /// `nil` in a store that was opened for reading.
  let writer: StoreWriter?
  let drifts = DriftCache()

  private init(location: Location, database: any DatabaseWriter, writer: StoreWriter?) {
    self.location = location
    self.database = database
    self.writer = writer
  }

  deinit {
    close()
  }

  /// Opens the store, bringing an older schema up to date.
  ///
  /// `onChange` is called on the writer's thread after each commit; it must return at once.
  public static func open(
    _ location: Location, limits: StoreLimits = StoreLimits(), onChange: @escaping @Sendable () -> Void = {}
  ) throws(StoreError) -> EventStore {
    let database = try StoreConnection(location: location).openForWriting()
    let transaction = GroupCommit(database: database, location: location, limits: limits)
    return EventStore(
      location: location, database: database, writer: StoreWriter(transaction: transaction, limits: limits, onChange: onChange))
  }

  /// Opens a store that is there already, for commands that only read: it makes no file, and what is appended fails.
  ///
  /// A schema of an older hooktop is brought up to date all the same, because the questions are put to the newest one.
  public static func openForReading(_ path: String) throws(StoreError) -> EventStore {
    let location = Location.file(path)
    return EventStore(location: location, database: try StoreConnection(location: location).openForReading(), writer: nil)
  }

  /// Commits what waits and closes the database. What is appended or read after it fails.
  public func close() {
    if let writer {
      writer.close()
    } else {
      // A reader that cannot be closed holds nothing that could be lost.
      try? database.close()
    }
  }

  /// `FULL` in a store on disk, as SQLite itself reports it.
  public func synchronousMode() async throws(StoreError) -> String {
    do {
      return try await database.writeWithoutTransaction { db in try SynchronousMode(of: db).name }
    } catch {
      throw StoreError(error, at: location)
    }
  }

  /// What `body` reads from one snapshot of the database.
  func read<Value: Sendable>(_ body: @Sendable (Database) throws -> Value) async throws(StoreError) -> Value {
    do {
      return try await database.read(body)
    } catch {
      throw StoreError(error, at: location)
    }
  }
}
