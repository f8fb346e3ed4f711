import CatalogEvents
import EventRecords
import EventStore
import GRDB
import HooktopTesting
import Testing

@Suite struct RoundTripTests {
  @Test(arguments: HostileCapture.all)
  func captureComesBackExactlyFromMemory(_ hostile: HostileCapture) async throws {
    let store = try EventStore.open(.memory)
    defer { store.close() }
    var capture = hostile.capture
    capture.id = try await store.append(capture)
    #expect(try await store.capture(id: capture.id) == capture)
    #expect(try await store.page(PageRequest(position: .newest, limit: 10)).rows == [capture.summary])
  }

  @Test func capturesComeBackExactlyFromAReopenedFile() async throws {
    let disk = try StoreOnDisk()
    var captures = HostileCapture.all.map(\.capture)
    for index in captures.indices {
      captures[index].id = try await disk.store.append(captures[index])
    }
    disk.store.close()
    let reopened = try EventStore.open(.file(disk.path))
    defer { reopened.close() }
    var read: [Capture] = []
    try reopened.forEachCapture { read.append($0) }
    #expect(read == captures)
  }

  @Test func bodiesAreTextWhereTheyAreUTF8() async throws {
    let disk = try StoreOnDisk()
    let bodies: [[UInt8]?] = [Array("{}".utf8), [], Array("a\0b".utf8), [0xFF], [0xED, 0xA0, 0x80], nil]
    for body in bodies {
      var capture = Capture.rejectedFixture()
      capture.body = body
      _ = try await disk.store.append(capture)
    }
    let types = try await disk.otherConnection().read { db in
      try String.fetchAll(db, sql: "SELECT typeof(body) FROM capture ORDER BY id")
    }
    #expect(types == ["text", "text", "text", "blob", "blob", "null"])
  }

  @Test func columnsHoldWhatTheSchemaSays() async throws {
    let disk = try StoreOnDisk()
    _ = try await disk.store.append(.fixture(findings: ["data.location is null"]))
    let row = try disk.otherConnection().read { db in
      try Row.fetchOne(
        db,
        sql: """
          SELECT id, received_at, verdict, status, remote, tls, path, action, workspace, collection, resource_type, resource_name,
            timestamp, lag_ms, bytes = length(body) AS is_whole, findings, reason, headers ->> '$[0][1]' AS host FROM capture
          """)
    }
    #expect(
      row == [
        "id": 1, "received_at": "2026-11-23T14:03:20.240Z", "verdict": "accepted", "status": 200, "remote": "127.0.0.1:51522", "tls": 1,
        "path": "/event", "action": "create", "workspace": "acme", "collection": "sales", "resource_type": "dataset",
        "resource_name": "orders", "timestamp": 1_795_442_600_112, "lag_ms": 128, "is_whole": 1, "findings": "[\"data.location is null\"]",
        "reason": nil, "host": "localhost:8443",
      ])
  }

  @Test(arguments: ["received_at = x'FF'", "received_at = 'yesterday'", "headers = '{}'", "headers = '[[\"a\"]]'", "findings = '[1]'"])
  func aRowThatAnotherHandSpoiltIsAnErrorAndNoCrash(_ change: String) async throws {
    let disk = try StoreOnDisk()
    _ = try await disk.store.append(.fixture())
    try await disk.otherConnection().write(ending: "UPDATE capture SET \(change)")
    let error = await #expect(throws: StoreError.self) { try await disk.store.capture(id: 1) }
    #expect(error?.description.hasPrefix("\(disk.path) is damaged (") == true)
  }

  @Test func aCancelledReadSaysSo() async throws {
    let store = try EventStore.open(.memory)
    defer { store.close() }
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return await result { () async throws(StoreError) in try await store.counts() }
    }
    let error = await #expect(throws: StoreError.self) { try await task.value.get() }
    #expect(error?.description == "the store in memory was not read, because the task was cancelled")
  }

  @Test func anAbsentCaptureIsNil() async throws {
    let store = try EventStore.open(.memory)
    defer { store.close() }
    #expect(try await store.capture(id: 1) == nil)
  }

  @Test func theNewestOfManyAreHandedOverOldestFirst() async throws {
    let store = try EventStore.open(.memory)
    defer { store.close() }
    for number in 1...600 {
      _ = try await store.append(.fixture(name: "orders_\(number)"))
    }
    var ids: [Int64] = []
    try store.forEachCapture(limit: 3) { ids.append($0.id) }
    #expect(ids == [598, 599, 600])
    ids = []
    try store.forEachCapture { ids.append($0.id) }
    #expect(ids == Array(1...600))
    try store.forEachCapture(limit: 0) { _ in Issue.record("none was asked for") }
  }

  @Test func whatIsAppendedWhileCapturesAreHandedOverIsLeftOut() async throws {
    let disk = try StoreOnDisk()
    _ = try await disk.store.append(.fixture())
    let other = try disk.otherConnection()
    var count = 0
    try disk.store.forEachCapture { _ in
      count += 1
      try other.writeWithoutTransaction { db in
        try db.execute(
          sql: """
            INSERT INTO capture SELECT NULL, received_at, verdict, status, remote, tls, path, action, workspace, collection,
              resource_type, resource_name, timestamp, lag_ms, bytes, findings, reason, headers, body FROM capture
            """)
      }
    }
    #expect(count == 1)
    #expect(try await disk.store.counts().accepted == 2)
  }
}
