import NIOCore
import Testing

@testable import WebhookDelivery

@Suite struct ConnectionReuseTests {
  @Test func seriesUsesOneConnection() async throws {
    try await withTarget { target, sender in
      let request = try WebhookRequest.example(to: "http://127.0.0.1:\(target.port)/event")
      for _ in 0..<20 {
        #expect(await sender.send(request).isSuccess)
      }
      #expect(target.record.received.count == 1)
      #expect(target.record.requestCount == 20)
    }
  }

  @Test(arguments: [StubTarget.Step.close, .reset])
  func keptConnectionThatIsJustClosingIsNoFailure(ending: StubTarget.Step) async throws {
    try await withTarget(onRequest: { $0 == 2 ? [ending] : [.write(StubTarget.ok)] }) { target, sender in
      let request = try WebhookRequest.example(to: "http://127.0.0.1:\(target.port)/event")
      #expect(await sender.send(request).isSuccess)
      #expect(await sender.send(request).isSuccess)
      #expect(target.record.requestCount == 3)
      #expect(target.record.received.count == 2)
    }
  }

  @Test func keptConnectionThatTimesOutIsAFailure() async throws {
    var timeouts = DeliveryTimeouts.keeping
    timeouts.read = .seconds(2)
    try await withTarget(
      timeouts: timeouts, onRequest: { $0 == 1 ? [.write(StubTarget.ok)] : [] }
    ) { target, sender in
      let request = try WebhookRequest.example(to: "http://127.0.0.1:\(target.port)/event")
      #expect(await sender.send(request).isSuccess)
      #expect(await sender.send(request).reason == "no answer from 127.0.0.1:\(target.port) within 2 s")
      #expect(target.record.requestCount == 2)
    }
  }

  @Test func requestIsSentTwiceAtMost() async throws {
    try await withTarget(onRequest: { $0 == 1 ? [.write(StubTarget.ok)] : [.close] }) { target, sender in
      let request = try WebhookRequest.example(to: "http://127.0.0.1:\(target.port)/event")
      #expect(await sender.send(request).isSuccess)
      #expect(await sender.send(request).reason == "the connection was closed by 127.0.0.1:\(target.port) before an answer came")
      #expect(target.record.requestCount == 3)
    }
  }

  @Test func connectionThatTheRequestClosesIsNotKept() async throws {
    try await withTarget { target, sender in
      var request = try WebhookRequest.example(to: "http://127.0.0.1:\(target.port)/event")
      request.headers.append(("Connection", "close"))
      #expect(await sender.send(request).isSuccess)
      #expect(await eventually { target.record.closedCount == 1 })
    }
  }

  @Test func manyDeliveriesRunAtOnce() async throws {
    let count = 200
    try await withTarget(onRequest: { _ in [.pause(.seconds(3)), .write(StubTarget.ok)] }) { target, sender in
      let request = try WebhookRequest.example(to: "http://127.0.0.1:\(target.port)/event")
      let outcomes = await withTaskGroup(of: DeliveryOutcome.self) { group in
        for _ in 0..<count {
          group.addTask { await sender.send(request) }
        }
        return await group.reduce(into: []) { $0.append($1) }
      }
      #expect(outcomes.count { $0.isSuccess } == count)
      #expect(target.record.requestCount == count)
      #expect(target.record.mostOpenCount > 100)
    }
  }
}
