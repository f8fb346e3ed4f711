import CatalogEvents
import EventRecords
import Testing

@Suite struct ReceiverTableTests {
  private static let ok = #"{"status":"ok"}"#

  private func answer(to request: String) async throws -> (WireClient.Response, [Capture]) {
    try await RunningReceiver.run { receiver in
      let client = try await receiver.connect()
      try await client.send(request)
      let response = try await client.response()
      await client.close()
      return (response, receiver.recorder.captures)
    }
  }

  @Test func anEventIsKeptAndAnsweredOK() async throws {
    let (response, captures) = try await answer(to: post(event))
    #expect(response.status == 200)
    #expect(response.body == Self.ok)
    #expect(response.value(of: "Content-Type") == "application/json")
    #expect(response.value(of: "Date") == "Mon, 23 Nov 2026 14:03:20 GMT")
    #expect(captures.count == 1)
    let capture = try #require(captures.first)
    #expect(capture.verdict == .accepted)
    #expect(capture.status == 200)
    #expect(capture.receivedAt == RunningReceiver.arrival)
    #expect(capture.isTLS == false)
    #expect(capture.path == "/event")
    #expect(capture.body == Array(event.utf8))
    #expect(capture.event?.resourceName == "orders")
    #expect(capture.reason == nil)
    #expect(capture.findings.contains("data.location is null"))
  }

  @Test(arguments: [
    ("", "the body"), ("not json", "the body is not JSON"), ("[1]", "object"), ("{}", "event"),
    (#"{"event": {"workspace": "a", "resource_type": "b", "resource_name": "c", "timestamp": 1}}"#, "event.action is missing"),
    (#"{"event": {"action": "a", "workspace": 1, "resource_type": "b", "resource_name": "c", "timestamp": 1}}"#, "event.workspace"),
    (#"{"event": {"action": "a", "workspace": "w", "resource_type": "b", "resource_name": "c", "timestamp": 1.5}}"#, "event.timestamp"),
    (String(repeating: "[", count: 600), "deep"),
  ])
  func aBodyWithoutAnEventIsKeptAsRejected(body: String, words: String) async throws {
    let (response, captures) = try await answer(to: post(body))
    #expect(response.status == 400)
    #expect(response.body.hasPrefix(#"{"status":"error","error":""#))
    #expect(response.body.contains(words))
    let capture = try #require(captures.first)
    #expect(captures.count == 1)
    #expect(capture.verdict == .rejected)
    #expect(capture.status == 400)
    #expect(capture.event == nil)
    #expect(capture.body == Array(body.utf8))
    #expect(capture.reason?.contains(words) == true)
  }

  @Test func theReasonIsAnsweredAsJSON() async throws {
    let (response, captures) = try await answer(to: post(#"{"event": {}}"#))
    let reason = try #require(captures.first?.reason)
    #expect(response.body == #"{"status":"error","error":"\#(reason)"}"#)
  }

  @Test(arguments: [
    ["Content-Type: text/plain"], ["Content-Type: application/x-www-form-urlencoded"], ["Content-Type: "],
    ["Content-Type: application/json", "Content-Type: text/plain"], ["Content-Type: application/json", "Content-Encoding: gzip"],
    ["Content-Type: text/\u{22}plain\u{22}"],
  ])
  func contentThatIsNotPlainJSONIsKeptAsRejected(headers: [String]) async throws {
    let (response, captures) = try await answer(to: post(event, headers: headers))
    #expect(response.status == 415)
    #expect(throws: Never.self) { _ = try JSONDocument(Array(response.body.utf8)) }
    #expect(captures.map(\.status) == [415])
    #expect(captures.first?.verdict == .rejected)
    #expect(captures.first?.body == Array(event.utf8))
  }

  @Test(arguments: [
    [], ["Content-Type: application/json; charset=utf-8"], ["content-type: APPLICATION/JSON"],
    ["Content-Type: application/cloudevents+json"], ["Content-Encoding: identity"],
  ])
  func everyWayToSayJSONIsTaken(headers: [String]) async throws {
    let (response, captures) = try await answer(to: post(event, headers: headers))
    #expect(response.status == 200)
    #expect(captures.count == 1)
  }

  @Test func aWebPageIsRefusedAndNotKept() async throws {
    let (response, captures) = try await answer(to: post(event, headers: ["Content-Type: application/json", "Origin: https://evil.test"]))
    #expect(response.status == 403)
    #expect(captures.isEmpty)
  }

  @Test(arguments: [
    ("GET /event", 405, "POST"), ("PUT /event", 405, "POST"), ("OPTIONS /event", 405, "POST"), ("DELETE /event?x=1", 405, "POST"),
    ("POST /health", 405, "GET"), ("GET /", 404, nil), ("POST /", 404, nil), ("POST /event/", 404, nil), ("OPTIONS *", 404, nil),
    ("POST /EVENT", 404, nil),
  ])
  func otherMethodsAndPathsAreRefusedAndNotKept(line: String, status: Int, allow: String?) async throws {
    let (response, captures) = try await answer(to: "\(line) HTTP/1.1\r\nHost: localhost\r\n\r\n")
    #expect(response.status == status)
    #expect(response.value(of: "Allow") == allow)
    #expect(response.value(of: "Connection") == nil)
    #expect(response.body.hasPrefix(#"{"status":"error","error":""#))
    #expect(captures.isEmpty)
  }

  @Test func healthIsOK() async throws {
    let (response, captures) = try await answer(to: "GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n")
    #expect(response.status == 200)
    #expect(response.body == Self.ok)
    #expect(captures.isEmpty)
  }

  @Test func anAnswerToHEADHasNoBody() async throws {
    try await RunningReceiver.run { receiver in
      let client = try await receiver.connect()
      try await client.send("HEAD /event HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
      let text = try await client.end()
      #expect(text.hasPrefix("HTTP/1.1 405 Method Not Allowed\r\n"))
      #expect(text.hasSuffix("\r\n\r\n"))
    }
  }

  @Test func aQueryIsNoOtherPathAndIsKept() async throws {
    let (response, captures) = try await answer(to: post(event, path: "/event?x=1&y=%20"))
    #expect(response.status == 200)
    #expect(captures.first?.path == "/event?x=1&y=%20")
  }

  @Test func anAbsoluteTargetIsTaken() async throws {
    let (response, captures) = try await answer(to: post(event, path: "http://localhost:8080/event"))
    #expect(response.status == 200)
    #expect(captures.first?.path == "http://localhost:8080/event")
  }

  @Test func aStoreThatCannotTakeItIsAnsweredUnavailable() async throws {
    struct DiskFull: Error {}
    try await RunningReceiver.run(accept: { _ in throw DiskFull() }) { receiver in
      for body in [event, "not json"] {
        let client = try await receiver.connect()
        try await client.send(post(body))
        let response = try await client.response()
        #expect(response.status == 503)
        #expect(response.value(of: "Retry-After") != nil)
        #expect(response.body.hasPrefix(#"{"status":"error","error":""#))
        await client.close()
      }
    }
  }

  @Test func nothingIsAnsweredBeforeTheStoreHasIt() async throws {
    let arrived = Signal()
    let release = Signal()
    try await RunningReceiver.run(accept: { _ in
      arrived.send()
      await release.wait()
    }) { receiver in
      let client = try await receiver.connect()
      try await client.send(post(event))
      await arrived.wait()
      // A second connection is answered meanwhile, so that an answer to the first has had its time.
      let other = try await receiver.connect()
      try await other.send("GET /health HTTP/1.1\r\n\r\n")
      #expect(try await other.response().status == 200)
      #expect(client.isSilent)
      release.send()
      #expect(try await client.response().status == 200)
      await client.close()
      await other.close()
    }
  }
}
