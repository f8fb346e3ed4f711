import CatalogEvents
import EventRecords
import Foundation
import GRDB
import HooktopTesting
import Synchronization
import Testing

@testable import EventStore

@Suite struct WritingTests {
  @Test func whatWaitsTogetherIsCommittedTogether() async throws {
    let disk = try StoreOnDisk()
    let results = try await disk.appendTogether((0..<500).map { .fixture(name: "orders_\($0)") })
    #expect(Set(results.ids) == Set(1...500))
    // What had come when the writer began, and all the rest.
    #expect((1...3).contains(disk.changeCount))
    let page = try await disk.store.page(PageRequest(position: .oldest, limit: 500))
    #expect(Set(page.rows.compactMap(\.event?.resourceName)) == Set((0..<500).map { "orders_\($0)" }))
  }

  @Test func eachAppendIsAnsweredWithItsOwnID() async throws {
    let disk = try StoreOnDisk()
    let results = try await disk.appendTogether((0..<100).map { .fixture(name: "orders_\($0)") })
    for (index, result) in results.enumerated() {
      let capture = try await disk.store.capture(id: result.get())
      #expect(capture?.event?.resourceName == "orders_\(index)")
    }
  }

  @Test func aRecordThatTheSchemaRefusesFailsAlone() async throws {
    let disk = try StoreOnDisk()
    var captures = (0..<10).map { Capture.fixture(name: "orders_\($0)") }
    captures[4].event = nil
    let results = try await disk.appendTogether(captures)
    #expect(results.ids.count == 9)
    #expect(results.errors.count == 1)
    #expect(throws: StoreError.self) { try results[4].get() }
    #expect(try await disk.store.counts().received == 9)
  }

  @Test func aFullDiskRefusesAndThenTakesAgain() async throws {
    let disk = try StoreOnDisk()
    let first = try await disk.store.append(.fixture())
    try await disk.fill()
    let error = await #expect(throws: StoreError.self) { try await disk.store.append(.large) }
    #expect(
      error?.description
        == "\(disk.path) cannot grow: the disk is full; free some space on it, or name another store with --store")
    #expect(try await disk.store.counts().received == 1)
    try await disk.drain()
    let second = try await disk.store.append(.large)
    #expect(second == first + 1)
    #expect(try await disk.store.capture(id: second)?.body == Capture.large.body)
  }

  @Test func aLargeRecordThatDoesNotFitDoesNotTakeTheSmallOnesWithIt() async throws {
    let disk = try StoreOnDisk()
    _ = try await disk.store.append(.fixture())
    try await disk.fill()
    let results = try await disk.appendTogether([.large, .rejectedFixture(), .large])
    #expect(results.ids.count == 1)
    #expect(throws: Never.self) { try results[1].get() }
  }

  @Test func aFileThatWasMovedAwayTakesNothingUntilItIsBack() async throws {
    let disk = try StoreOnDisk()
    #expect(try await disk.store.append(.fixture()) == 1)
    try FileManager.default.moveItem(atPath: disk.path, toPath: disk.path + ".away")
    let error = await #expect(throws: StoreError.self) { try await disk.store.append(.fixture()) }
    #expect(
      error?.description
        == "\(disk.path) was moved or removed while hooktop had it open; put it back, or start hooktop again to begin a new one")
    try FileManager.default.moveItem(atPath: disk.path + ".away", toPath: disk.path)
    #expect(try await disk.store.append(.fixture()) == 2)
  }

  @Test func aLockThatIsHeldTooLongIsNamed() async throws {
    let disk = try StoreOnDisk()
    try await disk.store.database.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA busy_timeout = 1") }
    let other = try disk.otherConnection()
    try other.inDatabase { db in try db.execute(sql: "BEGIN IMMEDIATE") }
    let error = await #expect(throws: StoreError.self) { try await disk.store.append(.fixture()) }
    #expect(
      error?.description == "\(disk.path) is locked by another program; end that program, or name another store with --store")
    try other.inDatabase { db in try db.execute(sql: "COMMIT") }
    #expect(try await disk.store.append(.fixture()) == 1)
  }

  @Test func moreThanMayWaitIsRefusedAtOnce() async throws {
    let disk = try StoreOnDisk(limits: StoreLimits(waitingCount: 3))
    let other = try disk.otherConnection()
    try other.inDatabase { db in try db.execute(sql: "BEGIN IMMEDIATE") }
    try await withThrowingTaskGroup(of: Int64.self) { group in
      for _ in 0..<3 {
        group.addTask { try await disk.store.append(.fixture()) }
      }
      try await eventually { disk.store.writer?.heldCount == 3 }
      let error = await #expect(throws: StoreError.self) { try await disk.store.append(.fixture()) }
      #expect(error?.description.contains("takes nothing more until what waits for the disk is written") == true)
      try other.inDatabase { db in try db.execute(sql: "COMMIT") }
      try await group.waitForAll()
    }
    #expect(try await disk.store.append(.fixture()) == 4)
  }

  @Test func bytesThatWaitAreBoundedButALargeRecordPassesAlone() async throws {
    let disk = try StoreOnDisk(limits: StoreLimits(waitingByteCount: 1_000))
    #expect(try await disk.store.append(.large) == 1)
    let other = try disk.otherConnection()
    try other.inDatabase { db in try db.execute(sql: "BEGIN IMMEDIATE") }
    async let waiting = disk.store.append(.large)
    try await eventually { disk.store.writer?.heldCount == 1 }
    await #expect(throws: StoreError.self) { try await disk.store.append(.fixture()) }
    try other.inDatabase { db in try db.execute(sql: "COMMIT") }
    #expect(try await waiting == 2)
  }

  @Test func closingCommitsWhatWaitsAndLeavesOneFile() async throws {
    let disk = try StoreOnDisk()
    let other = try disk.otherConnection()
    try other.inDatabase { db in try db.execute(sql: "BEGIN IMMEDIATE") }
    try await withThrowingTaskGroup(of: Int64.self) { group in
      for _ in 0..<50 {
        group.addTask { try await disk.store.append(.fixture()) }
      }
      try await eventually { disk.store.writer?.heldCount == 50 }
      try other.inDatabase { db in try db.execute(sql: "COMMIT") }
      try other.close()
      disk.store.close()
      try await group.waitForAll()
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: disk.folder.path) == ["events.db"])
    let reopened = try EventStore.open(.file(disk.path))
    defer { reopened.close() }
    #expect(try await reopened.counts().accepted == 50)
  }

  @Test func whatWasAcknowledgedSurvivesTheLossOfTheProcess() async throws {
    let disk = try StoreOnDisk()
    let results = try await disk.appendTogether((0..<100).map { _ in .fixture() })
    #expect(results.ids.count == 100)
    // The files as a process that is killed leaves them: nothing is closed, nothing checkpointed.
    let other = try TemporaryFolder()
    for suffix in ["", "-wal"] {
      try FileManager.default.copyItem(atPath: disk.path + suffix, toPath: other.file("events.db" + suffix))
    }
    let survivor = try EventStore.open(.file(other.file("events.db")))
    defer { survivor.close() }
    #expect(try await survivor.counts().accepted == 100)
  }

  @Test func theLastReferenceMayGoOnTheWritersThread() async throws {
    let holder = StoreHolder()
    holder.hold(try EventStore.open(.memory, onChange: holder.drop))
    try await holder.append(.fixture())
    try await eventually { holder.isDropped }
  }

  @Test func aClosedStoreSaysSo() async throws {
    let disk = try StoreOnDisk()
    disk.store.close()
    disk.store.close()
    let appending = await #expect(throws: StoreError.self) { try await disk.store.append(.fixture()) }
    #expect(appending?.description == "\(disk.path) is closed; start hooktop again to use it")
    let reading = await #expect(throws: StoreError.self) { try await disk.store.counts() }
    #expect(reading == appending)
  }

  @Test func theLogStaysBounded() async throws {
    let disk = try StoreOnDisk()
    for _ in 0..<40 {
      _ = try await disk.store.append(.large)
      _ = try await disk.store.page(PageRequest(position: .newest, limit: 10))
    }
    let log = try FileManager.default.attributesOfItem(atPath: disk.path + "-wal")[.size] as? Int
    #expect(try #require(log) <= 16 << 20)
  }
}

/// Lets go of a store as soon as something is committed.
private final class StoreHolder: Sendable {
  private let store = Mutex<EventStore?>(nil)
  private let dropped = Mutex(false)

  var isDropped: Bool { dropped.withLock { $0 } }

  func hold(_ store: EventStore) {
    self.store.withLock { $0 = store }
  }

  @Sendable func drop() {
    let last = store.withLock { $0.take() }
    last?.close()
    dropped.withLock { $0 = true }
  }

  func append(_ capture: Capture) async throws {
    _ = try await store.withLock { $0 }?.append(capture)
  }
}

extension Capture {
  /// An event with a body of a mebibyte.
  fileprivate static var large: Capture {
    var capture = Capture.fixture()
    capture.body = Array(repeating: 0x20, count: 1 << 20)
    return capture
  }
}

extension StoreOnDisk {
  /// Lets the database grow by a few pages only, as a disk that is nearly full does.
  fileprivate func fill() async throws {
    try await store.database.writeWithoutTransaction { db in
      let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
      _ = try Int.fetchOne(db, sql: "PRAGMA max_page_count = \(pages + 4)")
    }
  }

  fileprivate func drain() async throws {
    try await store.database.writeWithoutTransaction { db in
      _ = try Int.fetchOne(db, sql: "PRAGMA max_page_count = 1000000")
    }
  }
}
