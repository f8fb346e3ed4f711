import NIOCore
import Testing

@testable import WebhookDelivery

@Suite struct FailureTests {
  @Test func refusedConnectionIsNamed() async throws {
    let gone = try await StubTarget()
    await gone.close()
    let sender = WebhookSender()
    for host in ["127.0.0.1", "localhost"] {
      let outcome = await sender.send(try .example(to: "http://\(host):\(gone.port)/event"))
      #expect(outcome.reason == "connection refused by \(host):\(gone.port)")
    }
    await sender.shutdown()
  }

  @Test func unknownHostIsNamed() async throws {
    let sender = WebhookSender()
    // An empty label: no resolver has to be asked.
    let outcome = await sender.send(try .example(to: "http://a..b/event"))
    #expect(outcome.reason == "no such host a..b")
    await sender.shutdown()
  }

  @Test func badURLIsItsOwnReason() async throws {
    let sender = WebhookSender()
    let outcome = await sender.send(WebhookRequest(url: "nonsense", headers: [], body: []))
    #expect(outcome.reason == #""nonsense" is not an http or https URL: write it as https://HOST/event"#)
    await sender.shutdown()
  }

  @Test func silenceEndsAtTheReadTimeout() async throws {
    try await withTarget(timeouts: .briefRead, onRequest: { _ in [] }) { target, sender in
      let outcome = await sender.send(try .example(to: "http://127.0.0.1:\(target.port)/event"))
      #expect(outcome.reason == "no answer from 127.0.0.1:\(target.port) within 1500 ms")
      #expect(outcome.duration >= .milliseconds(1490))
      // The target itself never ends it: whatever is well below its patience shows that the timeout did.
      #expect(outcome.duration < .seconds(30))
    }
  }

  @Test func answerThatStopsHalfwayEndsAtTheReadTimeout() async throws {
    let half = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf"
    try await withTarget(timeouts: .briefRead, onRequest: { _ in [.write(half)] }) { target, sender in
      let outcome = await sender.send(try .example(to: "http://127.0.0.1:\(target.port)/event"))
      #expect(outcome.reason == "127.0.0.1:\(target.port) stopped in the middle of its answer, status 200, for 1500 ms")
    }
  }

  @Test func requestThatNobodyReadsEndsAtTheTimeout() async throws {
    let deaf = try await DeafTarget()
    let sender = WebhookSender(timeouts: .briefRead)
    let body = [UInt8](repeating: 0x20, count: 24 << 20)
    let outcome = await sender.send(try WebhookRequest(catalogBody: body, to: "http://127.0.0.1:\(deaf.port)/event"))
    #expect(outcome.reason == "127.0.0.1:\(deaf.port) stopped taking the request for 1500 ms")
    await sender.shutdown()
    await deaf.close()
  }

  @Test func silentHandshakeEndsAtTheConnectTimeout() async throws {
    // It takes the bytes of the handshake and says nothing.
    try await withTarget(timeouts: .briefConnect, onRequest: { _ in [] }) { target, sender in
      let outcome = await sender.send(try .example(to: "https://127.0.0.1:\(target.port)/event"))
      #expect(outcome.reason == "timed out connecting to 127.0.0.1:\(target.port) after 300 ms")
      // The target itself never ends it: whatever is well below its patience shows that the timeout did.
      #expect(outcome.duration < .seconds(30))
    }
  }

  @Test(
    arguments: [
      ([.close], "the connection was closed by PLACE before an answer came"),
      ([.reset], "the connection was reset by PLACE before an answer came"),
      (
        [.write("HTTP/1.1 200 OK\r\nContent-"), .pause(.milliseconds(20)), .close],
        "the connection was closed by PLACE in the middle of its answer"
      ),
      (
        [.write("HTTP/1.1 200 OK\r\nContent-"), .pause(.milliseconds(20)), .reset],
        "the connection was reset by PLACE in the middle of its answer"
      ),
      (
        [.write("HTTP/1.1 500 No\r\nContent-Length: 9\r\n\r\nhalf"), .pause(.milliseconds(20)), .close],
        "the connection was closed by PLACE in the middle of its answer, status 500"
      ),
      ([.write("SSH-2.0-OpenSSH_9.2\r\n\r\n")], "malformed answer from PLACE: it is not HTTP/1.1"),
      ([.write("HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n")], "malformed answer from PLACE: it is not HTTP/1.1"),
      ([.write("\u{15}\u{3}\u{3}\u{0}\u{2}\u{2}\u{A}")], "PLACE speaks TLS: write https:// instead of http://"),
      (
        [.repeatWriting("HTTP/1.1 100 Continue\r\n\r\n")], "PLACE sent more than an answer: 1 MiB came and its head or its end did not"
      ),
    ] as [([StubTarget.Step], String)])
  func brokenAnswerHasOneClearReason(steps: [StubTarget.Step], reason: String) async throws {
    try await withTarget(onRequest: { _ in steps }) { target, sender in
      let outcome = await sender.send(try .example(to: "http://127.0.0.1:\(target.port)/event"))
      #expect(outcome.reason == reason.replacing("PLACE", with: "127.0.0.1:\(target.port)"))
      #expect(target.record.requestCount == 1)
    }
  }

  @Test func connectionClosedAtOnceHasOneClearReason() async throws {
    try await withTarget(onAccept: [.close]) { target, sender in
      let outcome = await sender.send(try .example(to: "http://127.0.0.1:\(target.port)/event"))
      let reasons = ["closed", "reset"].map { "the connection was \($0) by 127.0.0.1:\(target.port) before an answer came" }
      #expect(reasons.contains(outcome.reason ?? ""))
    }
  }

  @Test func endlessHeadIsGivenUp() async throws {
    try await withTarget(onRequest: { _ in [.write("HTTP/1.1 200 OK\r\n"), .repeatWriting("X-Y: z\r\n")] }) { target, sender in
      let outcome = await sender.send(try .example(to: "http://127.0.0.1:\(target.port)/event"))
      #expect(outcome.reason?.contains("127.0.0.1:\(target.port)") == true)
      #expect(await eventually { target.record.closedCount == 1 })
    }
  }

  @Test func cancellingTheTaskEndsTheSend() async throws {
    try await withTarget(onRequest: { _ in [] }) { target, sender in
      let request = try WebhookRequest.example(to: "http://127.0.0.1:\(target.port)/event")
      let task = Task { await sender.send(request) }
      #expect(await eventually { target.record.requestCount == 1 })
      task.cancel()
      let outcome = await task.value
      #expect(outcome.reason == "the delivery was cancelled before 127.0.0.1:\(target.port) answered")
      #expect(outcome.duration < .seconds(9))
      #expect(await eventually { target.record.closedCount == 1 })
    }
  }

  @Test func nothingIsSentAfterShutdown() async throws {
    let target = try await StubTarget()
    let sender = WebhookSender()
    await sender.shutdown()
    await sender.shutdown()
    let outcome = await sender.send(try .example(to: "http://127.0.0.1:\(target.port)/event"))
    #expect(outcome.reason == "the sender has been shut down")
    #expect(target.record.received.isEmpty)
    await target.close()
  }

  @Test func shutdownEndsWhatIsUnderWay() async throws {
    let target = try await StubTarget(onRequest: { _ in [] })
    let sender = WebhookSender()
    let request = try WebhookRequest.example(to: "http://127.0.0.1:\(target.port)/event")
    async let outcome = sender.send(request)
    #expect(await eventually { target.record.requestCount == 1 })
    await sender.shutdown()
    #expect(await outcome.reason == "the delivery was cancelled before 127.0.0.1:\(target.port) answered")
    await target.close()
  }
}
