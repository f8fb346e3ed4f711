import CatalogEvents
import EventRecords
import Foundation
import GRDB
import HooktopTesting
import Testing

@testable import EventStore

@Suite struct DeliveryTests {
  @Test func deliveriesComeBackExactly() async throws {
    let disk = try StoreOnDisk()
    var deliveries = [
      Delivery.fixture(state: .waiting), .fixture(state: .delivered, attempts: [.answered]),
      .fixture(state: .failed, attempts: [.refused, .answered, .odd]),
    ]
    deliveries[0].target = "http://\0"
    deliveries[0].label = ""
    deliveries[0].headers = []
    deliveries[1].body = [0xFF, 0x00]
    deliveries[2].body = []
    for index in deliveries.indices {
      deliveries[index].id = try await disk.store.save(deliveries[index])
    }
    disk.store.close()
    let reopened = try EventStore.open(.file(disk.path))
    defer { reopened.close() }
    let page = try await reopened.deliveries(DeliveryPageRequest(position: .newest, limit: 10, generation: 4))
    #expect(page == DeliveryPage(rows: deliveries, countBefore: 0, countAfter: 0, generation: 4))
  }

  @Test func savingAgainPutsItInPlace() async throws {
    let store = try EventStore.open(.memory)
    defer { store.close() }
    var delivery = Delivery.fixture(state: .waiting)
    delivery.id = try await store.save(delivery)
    let other = try await store.save(.fixture(state: .waiting))
    delivery.state = .sending
    delivery.attempts = [.refused]
    #expect(try await store.save(delivery) == delivery.id)
    delivery.state = .delivered
    delivery.attempts.append(.answered)
    #expect(try await store.save(delivery) == delivery.id)
    let page = try await store.deliveries(DeliveryPageRequest(position: .oldest, limit: 10))
    #expect(page.rows.map(\.id) == [delivery.id, other])
    #expect(page.rows.first == delivery)
  }

  @Test func theOldestThatEndedGoFirstAndThoseUnderWayStay() async throws {
    let store = try EventStore.open(.memory, limits: StoreLimits(deliveryCount: 3))
    defer { store.close() }
    for state in [Delivery.State.waiting, .delivered, .sending, .failed, .delivered, .waiting] {
      _ = try await store.save(.fixture(state: state, attempts: [.refused]))
    }
    let page = try await store.deliveries(DeliveryPageRequest(position: .oldest, limit: 10))
    #expect(page.rows.map(\.state) == [.waiting, .sending, .waiting])
    let attempts = try await store.database.read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM attempt") }
    #expect(attempts == 3)
  }

  @Test func pagesOfDeliveriesAreThoseOfANaiveModel() async throws {
    let store = try EventStore.open(.memory)
    defer { store.close() }
    for _ in 0..<30 { _ = try await store.save(.fixture(state: .delivered)) }
    try await store.database.write { db in try db.execute(sql: "DELETE FROM delivery WHERE id % 7 = 0") }
    let model = PageModel(ids: (1...30).filter { $0 % 7 != 0 })
    var random = SeededRandom(seed: 1)
    for _ in 0..<200 {
      var request = PageRequest.random(upTo: 33, using: &random)
      request.newestID = nil
      let page = try await store.deliveries(DeliveryPageRequest(position: request.position, limit: request.limit))
      let expected = model.page(request)
      #expect(page.rows.map(\.id) == expected.ids, "\(request)")
      #expect(page.countBefore == expected.before && page.countAfter == expected.after, "\(request)")
    }
  }

  @Test func theDeliveriesOfACaptureAreFoundByIt() async throws {
    let store = try EventStore.open(.memory)
    defer { store.close() }
    let capture = try await store.append(.fixture())
    let other = try await store.append(.fixture())
    var saved: [Delivery] = []
    for captureID in [capture, nil, other, capture, capture] {
      var delivery = Delivery.fixture(state: .failed, attempts: [.refused])
      delivery.captureID = captureID
      delivery.id = try await store.save(delivery)
      saved.append(delivery)
    }
    #expect(try await store.deliveries(ofCapture: capture) == [saved[0], saved[3], saved[4]])
    #expect(try await store.deliveries(ofCapture: capture, limit: 2) == [saved[3], saved[4]])
    #expect(try await store.deliveries(ofCapture: 99).isEmpty)
    let plan = try await store.database.read { db in
      try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN SELECT id FROM delivery WHERE capture_id = 1 ORDER BY id DESC LIMIT 9").description
    }
    #expect(plan.contains("delivery_capture") && !plan.contains("TEMP B-TREE"), "\(plan)")
  }

  @Test func aDeliveryOutlivesItsCapture() async throws {
    let store = try EventStore.open(.memory)
    defer { store.close() }
    let capture = try await store.append(.fixture())
    var delivery = Delivery.fixture(state: .delivered, attempts: [.answered])
    delivery.captureID = capture
    delivery.id = try await store.save(delivery)
    try await store.database.write { db in try db.execute(sql: "DELETE FROM capture") }
    // It is saved once more when its answer comes, by then with a capture that is gone.
    for _ in 0..<2 {
      let page = try await store.deliveries(DeliveryPageRequest(position: .newest, limit: 9))
      #expect(page.rows.map(\.id) == [delivery.id] && page.rows.first?.captureID == nil)
      #expect(try await store.save(delivery) == delivery.id)
    }
  }

  @Test func durationsAreKeptToTheMicrosecondAndHeldAtTheEnds() async throws {
    let store = try EventStore.open(.memory)
    defer { store.close() }
    let durations: [Duration] = [.zero, .nanoseconds(1_999), .seconds(Int64.max), .seconds(Int64.min)]
    let attempts = durations.map { Attempt(startedAt: Timestamp(milliseconds: 0), duration: $0, outcome: .failed(reason: "")) }
    _ = try await store.save(.fixture(state: .failed, attempts: attempts))
    let page = try await store.deliveries(DeliveryPageRequest(position: .newest, limit: 1))
    #expect(
      page.rows.first?.attempts.map(\.duration) == [.zero, .microseconds(1), .microseconds(Int64.max), .microseconds(Int64.min)])
  }

  @Test func onlyTheDeliveriesThatAFilterMatchesAreListed() async throws {
    let store = try EventStore.open(.memory)
    defer { store.close() }
    var kept: [Delivery] = []
    for number in 0..<30 {
      var delivery = Delivery.fixture(
        id: 0, state: number % 3 == 0 ? .failed : .delivered, outcome: number % 3 == 0 ? .failed(reason: "refused") : nil,
        target: number % 2 == 0 ? "https://a.test/event" : "http://b.test/event")
      delivery.id = try await store.save(delivery)
      kept.append(delivery)
    }
    for text in ["", "reason:refused", "remote:a.test status:200", "nothing like it"] {
      let filter = try Filter(text, timeZone: .gmt)
      let ids = kept.filter { filter.matches($0, now: Timestamp(milliseconds: 0)) }.map(\.id)
      for position in [PageRequest.Position.newest, .oldest, .before(12), .after(12), .around(15)] {
        let request = DeliveryPageRequest(position: position, limit: 4, filter: filter, generation: 3)
        let page = try await store.deliveries(request)
        let expected = DeliveryPage(request, of: ids) { id in kept[Int(id) - 1] }
        #expect(page.rows.map(\.id) == expected.rows.map(\.id), "\(text) \(position)")
        #expect(page.countBefore == expected.countBefore && page.countAfter == expected.countAfter, "\(text) \(position)")
      }
    }
  }
}

extension Delivery {
  static func fixture(state: State, attempts: [Attempt] = []) -> Delivery {
    Delivery(
      createdAt: Timestamp(milliseconds: 1_795_442_600_112), target: "https://127.0.0.1:8443/event",
      label: "create dataset acme/sales.orders", headers: [HeaderField("Content-Type", "application/json")], body: Array("{}".utf8),
      state: state, attempts: attempts)
  }
}

extension Attempt {
  fileprivate static let answered = Attempt(
    startedAt: Timestamp(milliseconds: 1_795_442_600_112), duration: .microseconds(12_345),
    outcome: .answered(
      Answer(status: 200, headers: [HeaderField("Server", "x")], body: Array(#"{"status":"ok"}"#.utf8), isTruncated: false)))
  fileprivate static let refused = Attempt(
    startedAt: Timestamp(milliseconds: 1_795_442_600_000), duration: .zero,
    outcome: .failed(reason: "connection refused by 127.0.0.1:9"))
  fileprivate static let odd = Attempt(
    startedAt: Timestamp(milliseconds: .min), duration: .seconds(10),
    outcome: .answered(
      Answer(status: 599, headers: [HeaderField(name: "X", bytes: [0xFF])], body: [0xFF, 0x00], isTruncated: true)))
}
