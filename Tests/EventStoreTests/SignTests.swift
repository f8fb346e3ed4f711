import CatalogEvents
import EventRecords
import GRDB
import HooktopTesting
import Testing

@testable import EventStore

@Suite struct SignTests {
  @Test(arguments: 0..<6 as Range<UInt64>)
  func theStoreFindsTheSignsThatLookingAtEveryCaptureFinds(seed: UInt64) async throws {
    var random = SeededRandom(seed: seed)
    let store = try EventStore.open(.memory)
    defer { store.close() }
    var captures: [Capture] = []
    for _ in 0..<120 {
      var capture = Capture.anySigned(using: &random)
      capture.id = try await store.append(capture)
      captures.append(capture)
    }
    let page = try await store.page(PageRequest(position: .newest, limit: 120))
    let expected = captures.indices.map { captures[$0].comparedSigns(after: captures[..<$0]) }
    #expect(page.rows.map(\.comparedSigns) == expected)
    #expect(Set(expected.flatMap { $0 }) == [.drift, .duplicate])
    for position in [PageRequest.Position.oldest, .before(60), .after(31), .around(77)] {
      for row in try await store.page(PageRequest(position: position, limit: 9)).rows {
        #expect(row.comparedSigns == expected[Int(row.id) - 1], "\(position), \(row.id)")
      }
    }
  }

  @Test func attemptsOfOneTaskAreNoDuplicates() async throws {
    let store = try EventStore.open(.memory)
    defer { store.close() }
    for (task, retry) in [("a", 0), ("a", 1), ("b", 0), ("a", 2)] {
      var capture = Capture.fixture()
      capture.headers += [HeaderField("X-CloudTasks-TaskName", task), HeaderField("X-CloudTasks-TaskRetryCount", "\(retry)")]
      _ = try await store.append(capture)
    }
    let rows = try await store.page(PageRequest(position: .newest, limit: 9)).rows
    // The last attempt repeats what task b brought.
    #expect(rows.map(\.comparedSigns) == [[], [], [.duplicate], [.duplicate]])
    #expect(rows.map(\.laterAttempt) == [nil, 2, nil, 3])
  }

  @Test(arguments: 0..<3 as Range<UInt64>)
  func ofTheAttemptsOfATaskOnlyTheNewestStandsInAFoldedList(seed: UInt64) async throws {
    var random = SeededRandom(seed: seed)
    let store = try EventStore.open(.memory)
    defer { store.close() }
    var list = CaptureList()
    for _ in 0..<40 {
      let capture = Capture.anySigned(using: &random)
      list.append(capture)
      _ = try await store.append(capture)
    }
    for _ in 0..<60 {
      var request = PageRequest.random(upTo: 44, using: &random)
      request.foldsAttempts = true
      let page = try await store.page(request)
      let expected = list.page(request)
      #expect(page.rows == expected.rows, "\(request)")
      #expect(page.countBefore == expected.countBefore && page.countAfter == expected.countAfter, "\(request)")
    }
    let whole = try await store.page(PageRequest(position: .newest, limit: 50, foldsAttempts: true)).rows
    #expect(whole.count { $0.task != nil } == 2)
    #expect(whole.count { $0.task == nil } == list.captures.count { CloudTaskHeaders($0.headers) == nil })
  }

  @Test func signsAreFoundByIndexes() async throws {
    let store = try EventStore.open(.memory)
    defer { store.close() }
    for _ in 0..<20 { _ = try await store.append(.fixture()) }
    for question in ["SELECT \(SignSQL.isDuplicate) FROM capture WHERE id = 7", SignSQL.declarations.replacing("?1", with: "7")] {
      let plan = try await store.database.read { db in
        try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN \(question)").map { $0["detail"] as String }
      }
      #expect(plan.allSatisfy { $0 == "SCAN moment" || !$0.hasPrefix("SCAN") && !$0.contains("TEMP B-TREE") }, "\(plan)")
    }
  }

  @Test func oldCapturesGetTheirSignsToo() async throws {
    let folder = try TemporaryFolder()
    let path = folder.file("events.db")
    try OldSchema.version1.build(at: path)
    let database = try DatabaseQueue(path: path)
    try await database.write { db in
      try db.execute(
        sql: """
          INSERT INTO capture (id, received_at, verdict, status, remote, tls, path, action, workspace, collection, resource_type,
            resource_name, timestamp, lag_ms, bytes, findings, headers, body)
          SELECT 8, received_at, verdict, status, remote, tls, path, action, workspace, collection, resource_type, resource_name,
            timestamp, lag_ms, bytes, findings, headers, body FROM capture WHERE id = 1
          """)
    }
    try database.close()
    let store = try EventStore.open(.file(path))
    defer { store.close() }
    #expect(try await store.page(PageRequest(position: .newest, limit: 9)).rows.map(\.comparedSigns) == [[], [], [.duplicate]])
  }
}

extension Capture {
  /// One of a few captures that often repeat another, or tell other fields of the same dataset.
  static func anySigned(using random: inout SeededRandom) -> Capture {
    if Int.random(in: 0..<9, using: &random) == 0 { return .rejectedFixture() }
    let schemas = [
      #"{"location": null, "properties": {}}"#,
      #"{"schema": {"fields": [{"name": "id", "type": "int64"}]}}"#,
      #"{"schema": {"fields": [{"name": "id", "type": "string"}]}}"#,
      #"{"schema": {"fields": [{"name": "at", "type": "int64"}, {"name": "id", "type": "int64"}]}}"#,
    ]
    var capture = Capture.fixture(
      action: [.create, .update, .commit].randomElement(using: &random) ?? .create,
      collection: [nil, "sales"].randomElement(using: &random) ?? nil,
      name: ["orders", "returns"].randomElement(using: &random) ?? "",
      sentAt: Timestamp(milliseconds: 1_795_442_600_000 + Int64.random(in: 0..<3, using: &random)),
      data: schemas.randomElement(using: &random) ?? "")
    if Bool.random(using: &random) {
      capture.headers.append(HeaderField("X-CloudTasks-TaskName", ["a", "b"].randomElement(using: &random) ?? ""))
    }
    return capture
  }
}
