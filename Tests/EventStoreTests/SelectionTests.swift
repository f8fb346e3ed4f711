import EventRecords
import Foundation
import GRDB
import HooktopTesting
import Testing

@testable import EventStore

@Suite struct SelectionTests {
  @Test func allThatIsShownIsFoundAndTheNewestWhereThatIsTooMany() async throws {
    let store = try EventStore.open(.memory)
    defer { store.close() }
    for _ in 0..<20 { _ = try await store.append(.fixture()) }
    try await store.delete(ids: [3, 20])
    #expect(try await store.ids(PageRequest(position: .newest, limit: 99)) == CaptureIDs(ids: [1, 2] + (4...19), total: 18))
    #expect(try await store.ids(PageRequest(position: .newest, limit: 3)) == CaptureIDs(ids: [17, 18, 19], total: 18))
    #expect(try await store.ids(PageRequest(position: .newest, limit: 2, newestID: 5)) == CaptureIDs(ids: [4, 5], total: 4))
    #expect(try await store.ids(PageRequest(position: .newest, limit: 9, newestID: 0)) == CaptureIDs(ids: [], total: 0))
    #expect(try await store.ids(PageRequest(position: .after(3), limit: 3, newestID: 18)) == CaptureIDs(ids: [4, 5, 6], total: 17))
    let filter = try Filter("name:orders", timeZone: .gmt)
    #expect(
      try await store.ids(PageRequest(position: .newest, limit: 2, filter: filter)) == CaptureIDs(ids: [18, 19], total: 18))
    #expect(
      try await store.ids(PageRequest(position: .newest, limit: 2, filter: try Filter("name:none", timeZone: .gmt)))
        == CaptureIDs(ids: [], total: 0))
  }

  @Test func deletedCapturesAreGoneAndTheCountsRight() async throws {
    let disk = try StoreOnDisk()
    let store = disk.store
    defer { store.close() }
    for capture in [Capture.fixture(), .rejectedFixture(), .fixture()] { _ = try await store.append(capture) }
    var delivery = Delivery.fixture(state: .failed)
    delivery.captureID = 1
    _ = try await store.save(delivery)
    let changesBefore = disk.changeCount
    #expect(try await store.delete(ids: [1, 2, 2, 99]) == 2)
    #expect(disk.changeCount == changesBefore + 1)
    let counts = try await store.counts()
    #expect(counts.accepted == 1 && counts.rejected == 0)
    #expect(try await store.capture(id: 1) == nil)
    let page = try await store.deliveries(DeliveryPageRequest(position: .newest, limit: 9))
    #expect(page.rows.map(\.captureID) == [nil])
    // A number that was given once is never given again.
    #expect(try await store.append(.fixture()) == 4)
  }

  @Test func aReaderDeletesNothing() async throws {
    let disk = try StoreOnDisk()
    _ = try await disk.store.append(.fixture())
    disk.store.close()
    let reader = try EventStore.openForReading(disk.path)
    defer { reader.close() }
    await #expect(throws: StoreError.self) { try await reader.delete(ids: [1]) }
  }
}
