import EventRecords
import Foundation
import GRDB
import HooktopTesting
import Synchronization

@testable import EventStore

/// A store on disk in a folder of its own, whose commits are counted.
final class StoreOnDisk: Sendable {
  let folder: TemporaryFolder
  let path: String
  let store: EventStore
  private let changes: ChangeCount

  init(limits: StoreLimits = StoreLimits()) throws {
    let changes = ChangeCount()
    folder = try TemporaryFolder()
    path = folder.file("events.db")
    store = try EventStore.open(.file(path), limits: limits, onChange: changes.increase)
    self.changes = changes
  }

  var changeCount: Int { changes.value }

  /// A plain connection to the same file, as another program has it.
  func otherConnection() throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.busyMode = .timeout(10)
    configuration.allowsUnsafeTransactions = true
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  /// Appends captures in such a way that they all wait at once, and returns what became of each.
  func appendTogether(_ captures: [Capture]) async throws -> [Result<Int64, StoreError>] {
    let other = try otherConnection()
    try other.inDatabase { db in try db.execute(sql: "BEGIN IMMEDIATE") }
    return try await withThrowingTaskGroup(of: (Int, Result<Int64, StoreError>).self) { group in
      for (index, capture) in captures.enumerated() {
        group.addTask { [store] in (index, await result { () async throws(StoreError) in try await store.append(capture) }) }
      }
      try await eventually { self.store.writer?.heldCount == captures.count }
      try await other.write(ending: "COMMIT")
      var results = captures.map { _ in Result<Int64, StoreError>.failure(StoreError("nothing came")) }
      for try await (index, result) in group {
        results[index] = result
      }
      return results
    }
  }
}

/// Counts calls that come from another thread.
final class ChangeCount: Sendable {
  private let count = Mutex(0)

  var value: Int { count.withLock { $0 } }

  @Sendable func increase() {
    count.withLock { $0 += 1 }
  }
}

extension DatabaseQueue {
  /// Ends the transaction that an earlier access left open.
  func write(ending sql: String) async throws {
    try await writeWithoutTransaction { db in try db.execute(sql: sql) }
  }
}

/// What an operation gives or throws.
func result<Value>(_ operation: () async throws(StoreError) -> Value) async -> Result<Value, StoreError> {
  do {
    return .success(try await operation())
  } catch {
    return .failure(error)
  }
}

/// Goes on as soon as a condition holds, and throws when it does not within a minute: the deadline is for what hangs, and generous,
/// because the machine may be busy.
func eventually(_ condition: () async throws -> Bool) async throws {
  let deadline = ContinuousClock.now + .seconds(60)
  while try await !condition() {
    guard ContinuousClock.now < deadline else { throw StoreError("it did not come to pass within a minute") }
    await Task.yield()
  }
}

extension Array where Element == Result<Int64, StoreError> {
  var ids: [Int64] {
    compactMap { try? $0.get() }
  }

  var errors: [StoreError] {
    compactMap { if case .failure(let error) = $0 { error } else { nil } }
  }
}
