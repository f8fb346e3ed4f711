import NIOCore
import Testing

@testable import WebhookDelivery

@Suite struct AnswerTests {
  @Test func answerIsKeptAsItCame() async throws {
    let text =
      "HTTP/1.1 422 Unprocessable\r\nX-Trace: A\r\ncontent-type: text/plain\r\nX-Trace: b\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\nnope"
    try await withTarget(onRequest: { _ in [.write(text)] }) { target, sender in
      let outcome = await sender.send(try .example(to: "http://127.0.0.1:\(target.port)/event"))
      let answer = try #require(outcome.answer)
      #expect(!outcome.isSuccess)
      #expect(answer.status == 422)
      #expect(
        answer.headers.map { "\($0.name): \($0.value)" } == [
          "X-Trace: A", "content-type: text/plain", "X-Trace: b", "Content-Encoding: gzip", "Content-Length: 4",
        ])
      #expect(answer.body == Array("nope".utf8))
      #expect(!answer.isTruncated)
    }
  }

  @Test(arguments: [301, 302, 303, 307, 308])
  func redirectIsReportedAndNotFollowed(status: Int) async throws {
    let text = "HTTP/1.1 \(status) Elsewhere\r\nLocation: /other\r\nContent-Length: 0\r\n\r\n"
    try await withTarget(onRequest: { _ in [.write(text)] }) { target, sender in
      let outcome = await sender.send(try .example(to: "http://127.0.0.1:\(target.port)/event"))
      #expect(outcome.answer?.status == status)
      #expect(!outcome.isSuccess)
      #expect(target.record.requestCount == 1)
    }
  }

  @Test func interimAnswersAreSkipped() async throws {
    let interim = "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: <x>\r\n\r\n"
    try await withTarget(onRequest: { _ in [.write(interim), .pause(.milliseconds(20)), .write(StubTarget.ok)] }) { target, sender in
      let outcome = await sender.send(try .example(to: "http://127.0.0.1:\(target.port)/event"))
      #expect(outcome.answer?.status == 200)
    }
  }

  @Test func answerWithoutLengthEndsWithTheConnection() async throws {
    try await withTarget(onRequest: { _ in [.write("HTTP/1.0 200 OK\r\n\r\nall of it"), .close] }) { target, sender in
      let outcome = await sender.send(try .example(to: "http://127.0.0.1:\(target.port)/event"))
      #expect(outcome.answer?.body == Array("all of it".utf8))
    }
  }

  @Test func slowAnswerIsWaitedFor() async throws {
    let steps: [StubTarget.Step] = [
      .pause(.milliseconds(1400)), .write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n"), .pause(.milliseconds(1400)), .write("a"),
      .pause(.milliseconds(1400)), .write("b"),
    ]
    // Longer in all than one read may take.
    let timeouts = DeliveryTimeouts(connect: .seconds(10), read: .seconds(4))
    try await withTarget(timeouts: timeouts, onRequest: { _ in steps }) { target, sender in
      let outcome = await sender.send(try .example(to: "http://127.0.0.1:\(target.port)/event"))
      #expect(outcome.reason == nil)
      #expect(outcome.answer?.body == Array("ab".utf8))
      #expect(outcome.duration >= .seconds(4))
    }
  }

  @Test(arguments: ["", "Content-Length: 1000000000\r\n", "Transfer-Encoding: chunked\r\n"])
  func endlessAnswerIsCutAndItsConnectionClosed(framing: String) async throws {
    let piece = String(repeating: "x", count: 1000)
    let endless = framing.hasPrefix("Transfer") ? "3e8\r\n\(piece)\r\n" : piece
    try await withTarget(onRequest: { _ in [.write("HTTP/1.1 200 OK\r\n\(framing)\r\n"), .repeatWriting(endless)] }) { target, sender in
      let answer = try #require(await sender.send(try .example(to: "http://127.0.0.1:\(target.port)/event")).answer)
      #expect(answer.body == Array(repeating: UInt8(ascii: "x"), count: 65_536))
      #expect(answer.isTruncated)
      #expect(await eventually { target.record.closedCount == 1 })
    }
  }

  @Test func answerOfExactlyTheLimitIsWhole() async throws {
    let text = "HTTP/1.1 200 OK\r\nContent-Length: 65536\r\n\r\n" + String(repeating: "x", count: 65_536)
    try await withTarget(onRequest: { _ in [.write(text)] }) { target, sender in
      let answer = try #require(await sender.send(try .example(to: "http://127.0.0.1:\(target.port)/event")).answer)
      #expect(answer.body.count == 65_536)
      #expect(!answer.isTruncated)
    }
  }
}
