import CatalogEvents
import EventRecords
import Foundation
import GRDB
import HooktopTesting
import Testing

@testable import EventStore

@Suite struct FilteredPageTests {
  /// A store and a list in memory with the same captures, some removed again.
  private func pair(_ generator: inout RandomFilter) async throws -> (EventStore, CaptureList) {
    let store = try EventStore.open(.memory)
    var list = CaptureList()
    for _ in 0..<Int.random(in: 0...40, using: &generator.random) {
      let capture = generator.capture()
      _ = try await store.append(capture)
      list.append(capture)
    }
    for id in list.captures.map(\.id) where generator.chance(5) {
      try await store.database.write { db in try db.execute(sql: "DELETE FROM capture WHERE id = ?", arguments: [id]) }
      list.remove(id: id)
    }
    return (store, list)
  }

  @Test(arguments: 0..<6 as Range<UInt64>)
  func everyPageIsThatOfAListInMemory(seed: UInt64) async throws {
    var generator = RandomFilter(random: SeededRandom(seed: seed))
    var (store, list) = try await pair(&generator)
    defer { store.close() }
    for _ in 0..<120 {
      var request = PageRequest.random(upTo: 44, using: &generator.random)
      request.filter = try Filter(
        generator.pick(["verdict:accepted", "-verdict:accepted", "a", "", "coll:*", "status:200 or tls:yes"]), timeZone: .gmt)
      if !generator.chance(3) { request.sort = CaptureSort(generator.pick(CaptureSort.Column.allCases), isDescending: generator.chance(2)) }
      request.foldsAttempts = generator.chance(4)
      let page = try await store.page(request)
      let expected = list.page(request)
      #expect(page.rows.map(\.id) == expected.rows.map(\.id), "\(request)")
      #expect(page.countBefore == expected.countBefore && page.countAfter == expected.countAfter && page.isCountExact, "\(request)")
      #expect(page.heldCount == expected.heldCount && page.generation == request.generation)
      #expect(page.counts.received == expected.counts.received)
    }
  }

  @Test func aCountThatWouldTakeLongEndsEarly() async throws {
    let store = try EventStore.open(.memory)
    defer { store.close() }
    for _ in 0..<30 { _ = try await store.append(.fixture()) }
    let request = PageRequest(position: .newest, limit: 5, filter: try Filter("orders", timeZone: .gmt))
    let page = try await store.database.read { db in
      try FilteredPageReader(request, db: db, store: "", countLimit: 10).page(at: .newest, limit: 5)
    }
    #expect(page.rows.map(\.id) == [26, 27, 28, 29, 30])
    #expect(page.before == 10 && page.after == 0 && !page.isCountExact)
  }

  @Test func whatMatchesIsHandedOverOldestFirst() async throws {
    let store = try EventStore.open(.memory)
    defer { store.close() }
    for number in 0..<600 { _ = try await store.append(.fixture(name: number % 3 == 0 ? "orders" : "returns")) }
    let filter = try Filter("name:orders", timeZone: .gmt)
    var ids: [Int64] = []
    try store.forEachCapture(matching: filter) { ids.append($0.id) }
    #expect(ids == (0..<200).map { Int64($0) * 3 + 1 })
    ids = []
    try store.forEachCapture(matching: filter, limit: 2) { ids.append($0.id) }
    #expect(ids == [595, 598])
    let found = try await store.ids(PageRequest(position: .newest, limit: 2, newestID: 597, filter: filter))
    #expect(found == CaptureIDs(ids: [592, 595], total: 199))
    ids = []
    try store.forEachCapture(matching: try Filter("name:nothing", timeZone: .gmt)) { ids.append($0.id) }
    #expect(ids.isEmpty)
  }

  @Test func whatColumnsTellIsFoundWithoutTheBodies() async throws {
    let store = try EventStore.open(.memory)
    defer { store.close() }
    let statements = StatementLog()
    try await store.database.writeWithoutTransaction { db in
      db.trace(options: .statement) { event in
        if case .statement(let statement) = event { statements.append(statement.expandedSQL) }
      }
    }
    for _ in 0..<20 { _ = try await store.append(.fixture()) }
    statements.clear()
    let text =
      "action:create type:dataset ws:acme coll:s* -name:x status>=200 lag<2s since:10m verdict:accepted tls:yes size<1M id>0 name~o"
    let filter = try Filter(text, timeZone: .gmt)
    for column in CaptureSort.Column.allCases {
      for position in [PageRequest.Position.newest, .oldest, .before(10), .after(10), .around(10)] {
        _ = try await store.page(
          PageRequest(
            position: position, limit: 4, newestID: 19, filter: filter, now: Timestamp(milliseconds: 1_795_442_600_000),
            sort: CaptureSort(column)))
      }
    }
    let questions = statements.all.filter { $0.contains("INDEXED BY capture_facts") }
    #expect(questions.count > 40)
    for question in questions {
      #expect(!question.contains("OFFSET"))
      let plan = try await store.database.read { db in
        try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN \(question)").map { $0["detail"] as String }
      }
      #expect(plan.contains { $0.hasPrefix("SEARCH capture USING COVERING INDEX capture_facts") }, "\(question): \(plan)")
      if !question.contains("ifnull(action, '')"), question.contains("ORDER BY id") {
        #expect(!plan.contains { $0.contains("TEMP B-TREE") }, "\(question): \(plan)")
      }
    }
  }
}
