import CatalogEvents
import EventRecords
import EventStore
import GRDB
import HooktopTesting
import Testing

@Suite struct RelationTests {
  private static let schema = #"{"location": null, "properties": {}, "schema": {"fields": [{"name": "id", "type": "int64"}]}}"#

  private func store(_ captures: [Capture]) async throws -> EventStore {
    let store = try EventStore.open(.memory)
    for capture in captures { _ = try await store.append(capture) }
    return store
  }

  @Test func theCaptureBeforeIsTheNewestOfTheSameResourceWithASchema() async throws {
    let store = try await store([
      .fixture(data: Self.schema),  // 1
      .fixture(action: .update, data: Self.schema),  // 2
      .fixture(data: #"{"location": null, "properties": {}}"#),  // 3: no schema
      .fixture(action: .commit, data: Self.schema),  // 4: neither create nor update
      .fixture(name: "others", data: Self.schema), .fixture(collection: "ops", data: Self.schema),
      .fixture(workspace: "other", data: Self.schema), .fixture(collection: nil, data: Self.schema),
      .fixture(type: .view, data: Self.schema), .rejectedFixture(),
      .fixture(data: Self.schema),  // 11
      .fixture(collection: nil, data: Self.schema),  // 12
    ])
    defer { store.close() }
    #expect(try await store.previousCapture(of: 11)?.id == 2)
    #expect(try await store.previousCapture(of: 2)?.id == 1)
    #expect(try await store.previousCapture(of: 1) == nil)
    #expect(try await store.previousCapture(of: 12)?.id == 8)
    #expect(try await store.previousCapture(of: 10) == nil)
    #expect(try await store.previousCapture(of: 99) == nil)
    #expect(try await store.relations(of: 11).previous?.id == 2)
  }

  @Test func namesThatDifferOnlyAfterANulAreTwoResources() async throws {
    let store = try await store([
      .fixture(name: "a\0b", data: Self.schema), .fixture(name: "a", data: Self.schema), .fixture(name: "a\0c", data: Self.schema),
      .fixture(name: "a\0b", data: Self.schema),
    ])
    defer { store.close() }
    #expect(try await store.previousCapture(of: 4) == nil)
  }

  @Test func theSearchForTheCaptureBeforeGoesOverItsIndex() async throws {
    let store = try await store([.fixture(data: Self.schema)])
    defer { store.close() }
    // The question names the index, so SQLite would refuse it if it could not be used.
    #expect(try await store.previousCapture(of: 1) == nil)
  }

  @Test func attemptsOfATaskAreFoundInTheirOrder() async throws {
    let store = try await store([
      .attempt(of: "t", 0), .attempt(of: "u", 0), .attempt(of: "t", 1), .attempt(of: "t", 2, queue: "other"), .fixture(),
      .attempt(of: "t", nil), .attempt(of: "t", 0, queue: nil),
    ])
    defer { store.close() }
    let attempts = try await store.relations(of: 3).attempts
    #expect(attempts.map(\.id) == [1, 3, 6])
    #expect(attempts.map { $0.task?.retryCount } == [0, 1, nil])
    #expect(try await store.relations(of: 5).attempts.isEmpty)
    #expect(try await store.relations(of: 7).attempts.map(\.id) == [7])
    let page = try await store.page(PageRequest(position: .newest, limit: 10))
    #expect(page.rows.map { $0.task?.name } == ["t", "u", "t", "t", nil, "t", "t"])
    #expect(page.rows[3].task == TaskAttempt(queue: "other", name: "t", retryCount: 2))
    #expect(try await store.capture(id: 4)?.summary.task == page.rows[3].task)
  }

  @Test func tasksGoWithTheirCaptures() async throws {
    let disk = try StoreOnDisk()
    _ = try await disk.store.append(.attempt(of: "t", 0))
    try await disk.otherConnection().write(ending: "DELETE FROM capture")
    let count = try await disk.otherConnection().read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM task") }
    #expect(count == 0)
  }

  @Test func tasksOfAnOlderStoreAreFoundInItsHeaders() async throws {
    let folder = try TemporaryFolder()
    let path = folder.file("events.db")
    try OldSchema.version1.build(at: path)
    let other = try DatabaseQueue(path: path)
    let headers = [
      #"[["Host","a"],["x-cloudtasks-QUEUENAME","q"],["X-CloudTasks-TaskName","t\"1"],["X-CloudTasks-TaskRetryCount","12"]]"#,
      #"[["X-CloudTasks-TaskName","first"],["X-CloudTasks-TaskName","second"],["X-CloudTasks-TaskRetryCount","-1"]]"#,
      #"[["X-CloudTasks-TaskName",{"base64":"/w=="}],["X-CloudTasks-TaskName","second"]]"#,
      #"[["X-CloudTasks-TaskName",""]]"#, #"[["X-Other","X-CloudTasks-TaskName"]]"#,
    ]
    try await other.write { db in
      for (index, text) in headers.enumerated() {
        try db.execute(
          sql: """
            INSERT INTO capture (id, received_at, verdict, status, remote, tls, path, bytes, findings, headers)
            VALUES (?, '2026-11-23T14:03:20.240Z', 'rejected', 400, '', 0, '/event', 0, '[]', ?)
            """, arguments: [100 + index, text])
      }
    }
    try other.close()
    let store = try EventStore.open(.file(path))
    defer { store.close() }
    let rows = try await store.page(PageRequest(position: .newest, limit: 5)).rows
    #expect(
      rows.map(\.task) == [
        TaskAttempt(queue: "q", name: "t\"1", retryCount: 12), TaskAttempt(queue: nil, name: "first", retryCount: nil), nil, nil, nil,
      ])
    for row in rows { #expect(try await store.capture(id: row.id)?.summary == row) }
  }
}

extension Capture {
  fileprivate static func attempt(of task: String, _ retryCount: Int?, queue: String? = "webhooks") -> Capture {
    var capture = Capture.fixture()
    if let queue { capture.headers.append(HeaderField("X-CloudTasks-QueueName", queue)) }
    capture.headers.append(HeaderField("X-CloudTasks-TaskName", task))
    if let retryCount { capture.headers.append(HeaderField("X-CloudTasks-TaskRetryCount", String(retryCount))) }
    return capture
  }
}

@Suite struct AnswerTimeTests {
  @Test func howLongASenderWaitedIsKnownAtOnceAndKept() async throws {
    let disk = try StoreOnDisk()
    let first = try await disk.store.append(.fixture())
    #expect(try #require(await disk.store.relations(of: first).answerTime) > .zero)
    // It is written down with the next capture, or at the end.
    let second = try await disk.store.append(.fixture())
    let known = try await [first, second].asyncMap { try await disk.store.relations(of: $0).answerTime }
    disk.store.close()
    let reopened = try EventStore.open(.file(disk.path))
    defer { reopened.close() }
    for (id, time) in zip([first, second], known) {
      let kept = try #require(await reopened.relations(of: id).answerTime)
      #expect(try abs(#require(time).inMicroseconds - kept.inMicroseconds) <= 1)
    }
    #expect(try await reopened.relations(of: 99).answerTime == nil)
  }

  @Test func theTimeOfACaptureThatIsGoneIsForgotten() async throws {
    let disk = try StoreOnDisk()
    let id = try await disk.store.append(.fixture())
    #expect(try await disk.store.delete(ids: [id]) == 1)
    _ = try await disk.store.append(.fixture())
    disk.store.close()
    let count = try await disk.otherConnection().read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM answer") }
    #expect(count == 1)
  }

  @Test func aTimeCostsNoCommitOfItsOwn() async throws {
    let disk = try StoreOnDisk()
    for _ in 0..<5 { _ = try await disk.store.append(.fixture()) }
    try await eventually { disk.changeCount == 5 }
    disk.store.close()
    #expect(disk.changeCount == 5)
  }
}

extension [Int64] {
  fileprivate func asyncMap<Value>(_ transform: (Int64) async throws -> Value) async rethrows -> [Value] {
    var values: [Value] = []
    for element in self { values.append(try await transform(element)) }
    return values
  }
}

extension Duration {
  fileprivate var inMicroseconds: Int64 {
    components.seconds * 1_000_000 + components.attoseconds / 1_000_000_000_000
  }
}
