public import EventRecords

/// Where captures and deliveries are kept: one SQLite database, with one writer that commits all that waits in one transaction.
public final class EventStore: Sendable {
  public enum Location: Sendable, Hashable {
    /// A database file; it and its folder are made when they are missing, private to the user.
    case file(String)
    /// Nothing is written to disk, and all is gone when the store closes.
    case memory
  }

  /// Opens the store, bringing an older schema up to date.
  ///
  /// `onChange` is called on the writer's thread after each commit; it must return at once.
  public static func open(_ location: Location, onChange: @escaping @Sendable () -> Void = {}) throws(StoreError) -> EventStore {
    fatalError("interface")
  }

  /// Keeps a capture and returns its id once it is committed and survives a power cut.
  public func append(_ capture: Capture) async throws(StoreError) -> Int64 { fatalError("interface") }

  public func page(_ request: PageRequest) async throws(StoreError) -> CapturePage { fatalError("interface") }
  public func capture(id: Int64) async throws(StoreError) -> Capture? { fatalError("interface") }
  public func counts() async throws(StoreError) -> StoreCounts { fatalError("interface") }

  /// Hands every capture (or the newest `limit`) to `body`, oldest first, without holding them.
  public func forEachCapture(limit: Int? = nil, _ body: (Capture) throws -> Void) throws { fatalError("interface") }

  /// Keeps a delivery with its attempts: a new one when its id is 0, else in place of the one of that id. Returns the id.
  public func save(_ delivery: Delivery) async throws(StoreError) -> Int64 { fatalError("interface") }
  public func deliveries(_ request: DeliveryPageRequest) async throws(StoreError) -> DeliveryPage { fatalError("interface") }

  /// Commits what waits and closes the database. What is appended after it fails.
  public func close() { fatalError("interface") }

  /// `FULL` in a store on disk, as SQLite itself reports it.
  public func synchronousMode() async throws(StoreError) -> String { fatalError("interface") }
}

/// Why the store cannot do what was asked, as one sentence that names the file and the mend.
public struct StoreError: Error, Sendable, Hashable, CustomStringConvertible {
  public var description: String

  public init(_ description: String) {
    self.description = description
  }
}
