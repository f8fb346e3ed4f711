import CatalogEvents
import EventRecords
import GRDB
import HooktopTesting
import Testing

@testable import EventStore

@Suite struct BoundsTests {
  @Test func theOldestRejectedCapturesGoFirst() async throws {
    let store = try EventStore.open(.memory, limits: StoreLimits(rejectedCount: 3))
    defer { store.close() }
    for _ in 0..<5 {
      _ = try await store.append(.fixture())
      _ = try await store.append(.rejectedFixture())
    }
    let page = try await store.page(PageRequest(position: .oldest, limit: 100))
    #expect(page.rows.filter { $0.verdict == .rejected }.map(\.id) == [6, 8, 10])
    #expect(page.rows.filter { $0.verdict == .accepted }.map(\.id) == [1, 3, 5, 7, 9])
    #expect(page.counts.rejected == 3 && page.counts.accepted == 5)
  }

  @Test func theBodiesOfRejectedCapturesAreBoundedInAll() async throws {
    let store = try EventStore.open(.memory, limits: StoreLimits(rejectedByteCount: 1_000))
    defer { store.close() }
    for size in [400, 400, 200, 1, 999] {
      var capture = Capture.rejectedFixture()
      capture.body = Array(repeating: 0x78, count: size)
      _ = try await store.append(capture)
    }
    let page = try await store.page(PageRequest(position: .oldest, limit: 100))
    #expect(page.rows.map(\.byteCount) == [1, 999])
  }

  @Test func theBoundsHoldWithinAGroup() async throws {
    let disk = try StoreOnDisk(limits: StoreLimits(rejectedCount: 10))
    let results = try await disk.appendTogether((0..<100).map { _ in .rejectedFixture() })
    #expect(results.ids.count == 100)
    let page = try await disk.store.page(PageRequest(position: .oldest, limit: 100))
    #expect(page.rows.map(\.id) == Array(91...100))
  }

  @Test func boundsHoldAfterAReopening() async throws {
    let disk = try StoreOnDisk()
    for _ in 0..<5 { _ = try await disk.store.append(.rejectedFixture()) }
    disk.store.close()
    let reopened = try EventStore.open(.file(disk.path), limits: StoreLimits(rejectedCount: 2))
    defer { reopened.close() }
    _ = try await reopened.append(.fixture())
    #expect(try await reopened.counts().rejected == 5)
    _ = try await reopened.append(.rejectedFixture())
    #expect(try await reopened.counts().rejected == 2)
  }

  @Test func talliesEqualWhatIsThere() async throws {
    let store = try EventStore.open(.memory, limits: StoreLimits(rejectedCount: 4, deliveryCount: 3))
    defer { store.close() }
    for number in 0..<20 {
      _ = try await store.append(number % 3 == 0 ? .fixture(name: "orders_\(number)") : .rejectedFixture())
      _ = try await store.save(.fixture(state: .failed))
    }
    try await store.database.read { db in
      for kind in [Tally.Kind.accepted, .rejected] {
        let tally = try Tally(of: kind, in: db)
        let row = try Row.fetchOne(
          db, sql: "SELECT count(*), total(length(CAST(body AS BLOB))) FROM capture WHERE verdict = ?", arguments: [kind.rawValue])
        #expect(row?[0] == tally.count)
        #expect(row?[1] == Double(tally.bytes))
      }
      #expect(try Tally(of: .delivery, in: db).count == 3)
      #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM delivery") == 3)
    }
  }
}
