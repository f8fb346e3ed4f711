import CatalogEvents
import EventRecords
import GRDB
import HooktopTesting
import Testing

@testable import EventStore

@Suite struct PageTests {
  @Test(arguments: 0..<8 as Range<UInt64>)
  func everyPageIsThatOfANaiveModel(seed: UInt64) async throws {
    var random = SeededRandom(seed: seed)
    let store = try EventStore.open(.memory)
    defer { store.close() }
    let count = Int.random(in: 0...60, using: &random)
    for number in 0..<count {
      _ = try await store.append(Bool.random(using: &random) ? .rejectedFixture() : .fixture(name: "orders_\(number)"))
    }
    let removed = (1...61).filter { _ in Int.random(in: 0..<4, using: &random) == 0 }
    try await store.database.write { db in
      for id in removed { try db.execute(sql: "DELETE FROM capture WHERE id = ?", arguments: [id]) }
    }
    let model = PageModel(ids: (1...61).prefix(count).filter { !removed.contains($0) }.map(Int64.init))
    for _ in 0..<300 {
      let request = PageRequest.random(upTo: 64, using: &random)
      let page = try await store.page(request)
      let expected = model.page(request)
      #expect(page.rows.map(\.id) == expected.ids, "\(request)")
      #expect(page.countBefore == expected.before, "\(request)")
      #expect(page.countAfter == expected.after, "\(request)")
      #expect(page.generation == request.generation)
      #expect(page.counts.received == model.ids.count)
    }
  }

  @Test func extremeRequestsAreAnswered() async throws {
    let store = try EventStore.open(.memory)
    defer { store.close() }
    for _ in 0..<3 { _ = try await store.append(.fixture()) }
    let model = PageModel(ids: [1, 2, 3])
    for id in [Int64.min, -1, 0, 4, .max] {
      for position in [PageRequest.Position.before(id), .after(id), .around(id)] {
        for limit in [Int.min, 0, 1, 1_000_000] {
          for ceiling in [nil, Int64.min, 0, .max] {
            let request = PageRequest(position: position, limit: limit, newestID: ceiling)
            let page = try await store.page(request)
            let expected = model.page(request)
            #expect(page.rows.map(\.id) == expected.ids, "\(request)")
            #expect(page.countBefore == expected.before && page.countAfter == expected.after, "\(request)")
          }
        }
      }
    }
  }

  @Test func aPausedPageStaysWhileCapturesArrive() async throws {
    let store = try EventStore.open(.memory)
    defer { store.close() }
    for _ in 0..<20 { _ = try await store.append(.fixture()) }
    let request = PageRequest(position: .newest, limit: 5, newestID: 20)
    let before = try await store.page(request)
    for _ in 0..<7 { _ = try await store.append(.fixture()) }
    let after = try await store.page(request)
    #expect(after.rows == before.rows)
    #expect(after.countBefore == 15 && after.countAfter == 0)
    #expect(after.counts.received - (after.countBefore + after.rows.count + after.countAfter) == 7)
  }

  @Test func whatAnotherConnectionWritesIsSeen() async throws {
    let disk = try StoreOnDisk()
    let second = try EventStore.open(.file(disk.path))
    defer { second.close() }
    let none = try await disk.store.newestID()
    _ = try await second.append(.fixture(name: "theirs"))
    _ = try await second.append(.rejectedFixture())
    #expect(none == 0)
    #expect(try await disk.store.newestID() == 2)
    let page = try await disk.store.page(PageRequest(position: .newest, limit: 10))
    #expect(page.rows.map(\.event?.resourceName) == ["theirs", nil])
    #expect(page.counts.accepted == 1 && page.counts.rejected == 1)
    try await disk.otherConnection().write(ending: "DELETE FROM capture WHERE id = 1")
    #expect(try await disk.store.counts().accepted == 0)
    #expect(try await disk.store.counts().rejected == 1)
    try await disk.otherConnection().write(
      ending: """
        UPDATE capture SET verdict = 'accepted', action = '', workspace = '', resource_type = '', resource_name = '', timestamp = 0,
          lag_ms = 0, reason = NULL
        """
    )
    #expect(try await disk.store.counts().accepted == 1)
    #expect(try await disk.store.counts().rejected == 0)
  }

  @Test func theSizeIsThatOfTheDatabaseAndItsLog() async throws {
    let disk = try StoreOnDisk()
    let before = try await disk.store.counts().byteCount
    var capture = Capture.fixture()
    capture.body = Array(repeating: 0x20, count: 1 << 20)
    _ = try await disk.store.append(capture)
    #expect(try await disk.store.counts().byteCount >= before + 1 << 20)
    let memory = try EventStore.open(.memory)
    defer { memory.close() }
    #expect(try await memory.counts() == StoreCounts())
  }

  @Test func noPageReadsTheTableItselfToCountOrSkips() async throws {
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
    for position in [PageRequest.Position.newest, .oldest, .before(10), .after(10), .around(10)] {
      _ = try await store.page(PageRequest(position: position, limit: 4, newestID: 19))
    }
    // The questions for signs have a test of their own.
    let questions = statements.all.filter { $0.hasPrefix("SELECT") && !$0.hasPrefix("SELECT EXISTS") && !$0.hasPrefix("SELECT CAST(body") }
    #expect(!questions.isEmpty)
    for question in questions {
      #expect(!question.contains("OFFSET") && !question.contains("body") && !question.contains("headers"), "\(question)")
      let plan = try await store.database.read { db in
        try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN \(question)").map { $0["detail"] as String }
      }
      #expect(plan.allSatisfy { !$0.hasPrefix("SCAN") && !$0.contains("TEMP B-TREE") }, "\(question): \(plan)")
      if question.contains("count(*)") {
        #expect(plan.contains { $0.contains("USING COVERING INDEX capture_verdict (verdict=? AND rowid") }, "\(question): \(plan)")
      }
    }
  }
}

/// What a page must hold, found by filtering a list of ids.
struct PageModel {
  var ids: [Int64]

  func page(_ request: PageRequest) -> (ids: [Int64], before: Int, after: Int) {
    let matching = ids.filter { $0 <= request.newestID ?? .max }
    let limit = min(max(0, request.limit), matching.count)
    let range: Range<Int>
    switch request.position {
    case .newest: range = (matching.count - limit)..<matching.count
    case .oldest: range = 0..<limit
    case .before(let id):
      let end = matching.prefix { $0 < id }.count
      range = max(0, end - limit)..<end
    case .after(let id):
      let start = matching.prefix { $0 <= id }.count
      range = start..<min(start + limit, matching.count)
    case .around(let id):
      if request.limit <= 0 {
        let start = matching.prefix { $0 < id }.count
        range = start..<start
      } else {
        let anchor = max(0, matching.prefix { $0 <= id }.count - 1)
        let start = min(max(0, anchor - request.limit / 2), matching.count - limit)
        range = start..<(start + limit)
      }
    }
    return (Array(matching[range]), range.lowerBound, matching.count - range.upperBound)
  }
}

extension PageRequest {
  static func random(upTo greatest: Int64, using random: inout SeededRandom) -> PageRequest {
    let id = Int64.random(in: -2...greatest, using: &random)
    let positions: [Position] = [.newest, .oldest, .before(id), .after(id), .around(id)]
    return PageRequest(
      position: positions[Int.random(in: 0..<5, using: &random)], limit: Int.random(in: 0...12, using: &random),
      newestID: Bool.random(using: &random) ? nil : Int64.random(in: -2...greatest, using: &random),
      generation: Int.random(in: 0...9, using: &random))
  }
}

/// The same numbers for the same seed, so that a failure can be seen again.
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  /// SplitMix64, by Sebastiano Vigna.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
