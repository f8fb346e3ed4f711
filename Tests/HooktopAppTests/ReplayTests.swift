import CatalogEvents
import EventRecords
import EventStore
import HooktopTesting
import Synchronization
import Testing
import WebhookDelivery

@testable import HooktopApp

@Suite struct ReplayTests {
  private let target = "http://127.0.0.1:9/event"

  /// Runs a job against captures of these ids and a target that answers with a status; returns what was sent and recorded.
  private func run(
    _ content: SendJob.Content, captures: [Capture], status: Int = 200
  ) async throws -> (tally: SendTally, requests: [WebhookRequest], deliveries: [Delivery]) {
    let requests = Mutex<[WebhookRequest]>([])
    let deliveries = Mutex<[Delivery]>([])
    let runner = SendRunner(
      now: { Timestamp(milliseconds: 5) }, capture: { id in captures.first { $0.id == id } },
      send: { request in
        requests.withLock { $0.append(request) }
        // Whoever were sent at the same time would overtake now.
        for _ in 0..<Int.random(in: 0..<20) { await Task.yield() }
        return DeliveryOutcome(
          duration: .zero, result: .answered(TargetAnswer(status: status, headers: [], body: [], isTruncated: false)))
      })
    let tally = try await runner.run(
      SendJob(content, target: target),
      record: { delivery in
        if delivery.state != .sending { deliveries.withLock { $0.append(delivery) } }
        return 1
      })
    return (tally, requests.withLock { $0 }, deliveries.withLock { $0 })
  }

  @Test func replaySendsTheExactBytesInOrder() async throws {
    let captures = (1...30).map { Capture.fixture(id: $0, name: "t\($0)", data: #"{"odd":  1.0e+2 }"#) }
    let ids = captures.map(\.id).reversed() as [Int64]
    let ended = try await run(.captures(ids), captures: captures)
    #expect(ended.tally.deliveredCount == 30)
    #expect(ended.requests.map(\.body) == captures.reversed().compactMap(\.body))
    #expect(ended.deliveries.map(\.captureID) == ids)
    #expect(ended.deliveries.first?.label == "create dataset acme/sales.t30")
  }

  @Test func headersGoAlongButForThoseOfTheConnectionAndSecrets() async throws {
    var capture = Capture.fixture(id: 7)
    capture.headers += [
      HeaderField("X-Trace", "t-1"), HeaderField("Authorization", "Bearer abc"), HeaderField("cookie", "a=b"),
    ]
    let request = try #require(try await run(.captures([7]), captures: [capture]).requests.first)
    #expect(
      request.headers.map { "\($0.name): \($0.value)" } == [
        "Host: 127.0.0.1:9", "User-Agent: opteryx-catalog-webhook/1.0", "Accept-Encoding: gzip, deflate", "Accept: */*",
        "Content-Type: application/json", "X-Trace: t-1", "Content-Length: \(capture.body?.count ?? 0)",
      ])
  }

  @Test func whatTheUserCallsSecretStaysHere() throws {
    var capture = Capture.fixture(id: 7)
    capture.headers = [HeaderField("X-Tenant", "t"), HeaderField("X-Trace", "u")]
    let step = try SendStep(replaying: capture, to: target, mask: SecretMask(names: ["x-tenant"]))
    #expect(step.request.headers.map(\.name) == ["Host", "X-Trace", "Content-Length"])
  }

  @Test func whatCannotBeSentAgainHasFailedAndSaysWhy() async throws {
    var bodiless = Capture.rejectedFixture(id: 2)
    bodiless.body = nil
    let ended = try await run(.captures([1, 2, 3]), captures: [.fixture(id: 1), bodiless], status: 503)
    #expect(ended.tally.failedCount == 3 && ended.requests.count == 1)
    #expect(
      ended.tally.failures == [
        SendFailure(reason: "answered 503", count: 1),
        SendFailure(reason: "the body of #2 was not kept: it was refused unread, because of its size", count: 1),
        SendFailure(reason: "#3 is not in the store any more", count: 1),
      ])
    #expect(ended.deliveries.map(\.captureID) == [1, 2, nil])
  }

  @Test func anEditedBodyGoesExactlyAsItWasLeft() async throws {
    let body = Array("{\n  \"event\": 1\n}\n".utf8)
    let ended = try await run(.edited(.fixture(id: 4), body: body), captures: [])
    #expect(ended.requests.map(\.body) == [body])
    #expect(ended.deliveries.first?.label == "a body without an event" && ended.deliveries.first?.captureID == 4)
  }

  @Test func reasonsBeyondTheLimitAreCountedTogether() {
    var tally = SendTally(total: 100)
    for number in 0..<100 {
      tally.count(.fixture(id: 1, state: .failed, outcome: .failed(reason: "reason \(number)")))
    }
    #expect(tally.failures.count == SendTally.reasonLimit)
    #expect(tally.failures.last == SendFailure(reason: "other reasons", count: 93))
  }

  @Test func capturesThatAreNotThereAreNamedBeforeAnythingIsSent() async throws {
    let folder = try TemporaryFolder()
    let store = try EventStore.open(.file(folder.file("events.db")))
    _ = try await store.append(.fixture())
    var bodiless = Capture.rejectedFixture()
    bodiless.body = nil
    _ = try await store.append(bodiless)
    store.close()
    let settings = try await Settings.load(
      options: [.store: [folder.file("events.db")], .target: [target]], environment: ["HOME": folder.path])
    try await ReplayCommand.requireReplayable([1], settings: settings)
    for (ids, words) in [([1, 9], "there is no capture #9"), ([1, 2], "#2 cannot be sent again")] as [([Int64], String)] {
      let failure = await #expect(throws: CommandFailure.self) { try await ReplayCommand.requireReplayable(ids, settings: settings) }
      #expect(failure?.status == .notSucceeded && failure?.sentence?.contains(words) == true)
    }
  }
}
