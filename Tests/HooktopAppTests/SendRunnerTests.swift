import CatalogEvents
import EventRecords
import HooktopTesting
import Synchronization
import Testing
import WebhookDelivery

@testable import HooktopApp

@Suite struct SendRunnerTests {
  /// A time that moves only when somebody waits for it.
  private final class VirtualTime: Sendable {
    let start = ContinuousClock.now
    private let moment: Mutex<ContinuousClock.Instant>

    init() {
      moment = Mutex(start)
    }

    var elapsed: Duration { start.duration(to: moment.withLock { $0 }) }

    var clock: SendClock {
      SendClock(
        now: { self.moment.withLock { $0 } },
        sleep: { due in
          try Task.checkCancellation()
          self.moment.withLock { $0 = max($0, due) }
        })
    }
  }

  private let draft = EventDraft(
    action: .create, workspace: "acme", collection: "sales", resourceType: .dataset, resourceName: "orders", data: .object([]))
  private let target = "http://127.0.0.1:9/event"

  private func answer(_ status: Int) -> DeliveryOutcome {
    DeliveryOutcome(
      duration: .milliseconds(12),
      result: .answered(TargetAnswer(status: status, headers: [("A", "b")], body: [0x7B], isTruncated: false)))
  }

  @Test func everySendIsCountedAndRecordedTwice() async throws {
    let recorded = Mutex<[Delivery]>([])
    let time = VirtualTime()
    let runner = SendRunner(clock: time.clock, now: { Timestamp(milliseconds: 5) }) { _ in answer(200) }
    let tally = try await runner.run(
      SendJob(draft: draft, target: target, count: 3),
      record: { delivery in
        recorded.withLock { recorded in
          recorded.append(delivery)
          return delivery.id == 0 ? Int64(recorded.count) : delivery.id
        }
      })
    #expect(tally.deliveredCount == 3)
    #expect(tally.failedCount == 0)
    let deliveries = recorded.withLock { $0 }
    #expect(deliveries.filter { $0.state == .sending && $0.id == 0 && $0.attempts.isEmpty }.count == 3)
    let ended = try #require(deliveries.first { $0.state == .delivered })
    #expect(ended.id != 0)
    #expect(ended.label == "create dataset acme/sales.orders")
    #expect(ended.headers.first == HeaderField("Host", "127.0.0.1:9"))
    #expect(
      ended.attempts
        == [
          Attempt(
            startedAt: Timestamp(milliseconds: 5), duration: .milliseconds(12),
            outcome: .answered(Answer(status: 200, headers: [HeaderField("A", "b")], body: [0x7B], isTruncated: false)))
        ])
  }

  @Test func anythingButA2xxAnswerIsAFailure() async throws {
    let number = Atomic(0)
    let runner = SendRunner(clock: VirtualTime().clock) { _ in
      switch number.wrappingAdd(1, ordering: .relaxed).oldValue % 3 {
      case 0: answer(204)
      case 1: answer(302)
      default: DeliveryOutcome(duration: .zero, result: .failed(reason: "connection refused by 127.0.0.1:9"))
      }
    }
    let tally = try await runner.run(SendJob(draft: draft, target: target, count: 9))
    #expect(tally.deliveredCount == 3)
    #expect(tally.failedCount == 6)
  }

  @Test func theBodyIsMadeAtTheMomentOfEachSend() async throws {
    let moment = Atomic<Int64>(0)
    let bodies = Mutex<Set<[UInt8]>>([])
    let runner = SendRunner(
      clock: VirtualTime().clock,
      now: { Timestamp(milliseconds: moment.wrappingAdd(1, ordering: .relaxed).newValue) },
      send: { request in
        bodies.withLock { _ = $0.insert(request.body) }
        return answer(200)
      })
    try await runner.run(SendJob(draft: draft, target: target, count: 4))
    #expect(bodies.withLock { $0 } == Set((1...4).map { draft.body(at: Timestamp(milliseconds: $0)) }))
  }

  @Test func aRateSpreadsTheSendsOverTime() async throws {
    let time = VirtualTime()
    let sentAt = Mutex<[Duration]>([])
    let runner = SendRunner(clock: time.clock) { _ in answer(200) }
    try await runner.run(
      SendJob(draft: draft, target: target, count: 11, rate: 2),
      record: { delivery in
        sentAt.withLock { $0.append(time.elapsed) }
        return 1
      })
    #expect(time.elapsed >= .seconds(5))
    #expect(time.elapsed < .seconds(6))
  }

  @Test func progressIsToldSeldomAndAtTheEnd() async throws {
    let time = VirtualTime()
    let told = Mutex<[SendTally]>([])
    let runner = SendRunner(clock: time.clock) { _ in answer(200) }
    let tally = try await runner.run(
      SendJob(draft: draft, target: target, count: 1000, rate: 1000), onProgress: { tally, _ in told.withLock { $0.append(tally) } })
    let tellings = told.withLock { $0 }
    #expect(tellings.last == tally)
    #expect(tally.deliveredCount == 1000)
    #expect(zip(tellings, tellings.dropFirst()).allSatisfy { $0.endedCount <= $1.endedCount })
    #expect(tellings.count <= Int(time.elapsed / SendLedger.interval) + 2)
  }

  @Test func noMoreThanTheLimitAreUnderWay() async throws {
    let underWay = Mutex((now: 0, most: 0))
    let runner = SendRunner(clock: VirtualTime().clock) { _ in
      underWay.withLock {
        $0.now += 1
        $0.most = max($0.most, $0.now)
      }
      await Task.yield()
      underWay.withLock { $0.now -= 1 }
      return answer(200)
    }
    try await runner.run(SendJob(draft: draft, target: target, count: 500))
    #expect(underWay.withLock { $0.most } <= SendRunner.concurrencyLimit)
  }

  @Test func aCancelledJobStopsAndSaysHowFarItCame() async throws {
    let (firstSends, sent) = AsyncStream<Void>.makeStream()
    let task = Task {
      try await SendRunner(clock: VirtualTime().clock) { _ in
        sent.yield()
        while !Task.isCancelled { await Task.yield() }
        return DeliveryOutcome(duration: .zero, result: .failed(reason: "cancelled"))
      }.run(SendJob(draft: draft, target: target, count: 1000))
    }
    for await _ in firstSends { break }
    task.cancel()
    let tally = try await task.value
    #expect(tally.total == 1000)
    #expect(tally.endedCount >= 1)
    #expect(tally.endedCount <= SendRunner.concurrencyLimit)
  }

  @Test func aTargetThatIsNoURLIsRefusedBeforeAnythingIsSent() async {
    let runner = SendRunner(clock: VirtualTime().clock) { _ in
      Issue.record("something was sent")
      return answer(200)
    }
    await #expect(throws: TargetError.self) {
      try await runner.run(SendJob(draft: draft, target: "ftp://x"))
    }
  }

  @Test func labelsNameWhatIsSent() {
    var workspace = draft
    workspace.action = .lock
    workspace.resourceType = .workspace
    workspace.collection = nil
    workspace.resourceName = "acme"
    #expect(workspace.label == "lock workspace acme")
    workspace.resourceType = .collection
    workspace.resourceName = "sales"
    #expect(workspace.label == "lock collection acme/sales")
  }
}
