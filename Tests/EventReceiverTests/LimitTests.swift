import EventReceiver
import EventRecords
import Testing

/// What a client may not do, and that it is told why and let go.
@Suite struct LimitTests {
  private static var small: ReceiverLimits {
    var limits = ReceiverLimits()
    limits.bodyBytes = 1000
    return limits
  }

  /// The ordinary limits with one of them so short that a test can wait for it.
  private static func short(_ limit: WritableKeyPath<ReceiverLimits, Duration>, _ time: Duration = .milliseconds(300)) -> ReceiverLimits {
    var limits = ReceiverLimits()
    limits[keyPath: limit] = time
    return limits
  }

  @Test func aBodyThatIsAnnouncedTooLongIsRefusedUnread() async throws {
    try await RunningReceiver.run(limits: Self.small) { receiver in
      let client = try await receiver.connect()
      try await client.send("POST /event?x HTTP/1.1\r\nHost: a\r\nContent-Length: 1001\r\n\r\n")
      let response = try await client.response()
      #expect(response.status == 413)
      #expect(response.body == #"{"status":"error","error":"the body is longer than 1000 bytes"}"#)
      #expect(try await client.end().isEmpty)
      let capture = try #require(receiver.recorder.captures.first)
      #expect(capture.verdict == .rejected)
      #expect(capture.status == 413)
      #expect(capture.body == nil)
      #expect(capture.path == "/event?x")
      #expect(capture.reason == "the body is longer than 1000 bytes")
      #expect(capture.headers.map(\.name) == ["Host", "Content-Length"])
    }
  }

  @Test func aBodyTooLongForNoEventIsNotKept() async throws {
    try await RunningReceiver.run(limits: Self.small) { receiver in
      let client = try await receiver.connect()
      try await client.send("GET /health HTTP/1.1\r\nContent-Length: 1001\r\n\r\n")
      #expect(try await client.response().status == 413)
      #expect(receiver.recorder.captures.isEmpty)
      await client.close()
    }
  }

  @Test func aBodyOfJustTheLimitIsRead() async throws {
    try await RunningReceiver.run(limits: Self.small) { receiver in
      let client = try await receiver.connect()
      try await client.send(post(event + String(repeating: " ", count: 1000 - event.utf8.count)))
      #expect(try await client.response().status == 200)
      await client.close()
    }
  }

  @Test func aChunkedBodyIsRefusedOnceItIsTooLong() async throws {
    try await RunningReceiver.run(limits: Self.small) { receiver in
      let client = try await receiver.connect()
      try await client.send("POST /event HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n")
      for _ in 0..<20 { client.push("64\r\n\(String(repeating: "x", count: 100))\r\n") }
      #expect(try await client.response().status == 413)
      #expect(try await client.end().isEmpty)
      #expect(receiver.recorder.captures.map(\.status) == [413])
      #expect(receiver.recorder.captures.first?.body == nil)
    }
  }

  @Test func aRefusedClientThatGoesOnSendingIsCutOff() async throws {
    try await RunningReceiver.run(limits: Self.small) { receiver in
      let client = try await receiver.connect()
      try await client.send("POST /event HTTP/1.1\r\nContent-Length: 50000000\r\n\r\n")
      for _ in 0..<200 { client.push(String(repeating: "x", count: 65536)) }
      #expect(try await client.response().status == 413)
      _ = try await client.end()
    }
  }

  @Test(arguments: [
    "POST /event HTTP/1.1\r\nX: \(String(repeating: "a", count: 17000))\r\n\r\n",
    "POST /\(String(repeating: "a", count: 17000)) HTTP/1.1\r\n\r\n",
    "POST /event HTTP/1.1\r\nX: \(String(repeating: "a", count: 17000))",
    "POST /event HTTP/1.1\r\n" + (0..<101).map { "X\($0): 1\r\n" }.joined() + "\r\n",
    String(repeating: "\r\n", count: 9000),
  ])
  func aHeadOverTheLimitsIsRefused(text: String) async throws {
    try await RunningReceiver.run { receiver in
      let client = try await receiver.connect()
      client.push(text)
      #expect(try await client.end().hasPrefix("HTTP/1.1 431 Request Header Fields Too Large\r\n"))
      #expect(receiver.recorder.captures.isEmpty)
    }
  }

  @Test func aHeadJustWithinTheLimitsIsRead() async throws {
    try await RunningReceiver.run { receiver in
      let client = try await receiver.connect()
      let fields = (0..<97).map { "X-\($0): \(String(repeating: "a", count: 150))" }
      try await client.send(post(event, headers: fields))
      #expect(try await client.response().status == 200)
      #expect(receiver.recorder.captures.first?.headers.count == 99)
      await client.close()
    }
  }

  @Test(arguments: [false, true])
  func aClientThatStallsInAHeadIsLetGo(secure: Bool) async throws {
    try await RunningReceiver.run(limits: Self.short(\.headTime, .seconds(2)), tls: secure) { receiver in
      let client = try await WireClient.connect(to: receiver.secure ?? receiver.plain, trust: receiver.trust)
      try await client.send("GET /health HTTP/1.1\r\n\r\n")
      #expect(try await client.response().status == 200)
      try await client.send("POST /event HTTP/1.1\r\nHos")
      #expect(try await client.end().hasPrefix("HTTP/1.1 408 Request Timeout\r\n"))
    }
  }

  @Test(arguments: ["Content-Length: 10\r\n\r\n{", "Transfer-Encoding: chunked\r\n\r\n5\r\n{"], [false, true])
  func aClientThatStallsInABodyIsLetGo(rest: String, secure: Bool) async throws {
    try await RunningReceiver.run(limits: Self.short(\.bodyTime), tls: secure) { receiver in
      let client = try await WireClient.connect(to: receiver.secure ?? receiver.plain, trust: receiver.trust)
      try await client.send("POST /event HTTP/1.1\r\n\(rest)")
      #expect(try await client.end().hasPrefix("HTTP/1.1 408 Request Timeout\r\n"))
      #expect(receiver.recorder.captures.isEmpty)
    }
  }

  @Test func aTrickleDoesNotRenewTheTime() async throws {
    try await RunningReceiver.run(limits: Self.short(\.bodyTime)) { receiver in
      let client = try await receiver.connect()
      try await client.send("POST /event HTTP/1.1\r\nContent-Length: 8000000\r\n\r\n")
      while client.isSilent {
        try? await client.send("x")  // fails when the answer has come and closed the connection in the meantime
      }
      #expect(try await client.end().hasPrefix("HTTP/1.1 408 "))
    }
  }

  @Test func aClientThatNeverSpeaksIsLetGo() async throws {
    try await RunningReceiver.run(limits: Self.short(\.headTime), tls: true) { receiver in
      for listener in try [receiver.plain, #require(receiver.secure)] {
        #expect(try await WireClient.connect(to: listener).end().isEmpty)
      }
    }
  }

  @Test func anIdleConnectionIsClosed() async throws {
    try await RunningReceiver.run(limits: Self.short(\.idleTime)) { receiver in
      let client = try await receiver.connect()
      try await client.send(post(event))
      #expect(try await client.response().status == 200)
      #expect(try await client.end().isEmpty)
    }
  }

  @Test func connectionsBeyondTheLimitAreClosedAndOthersServed() async throws {
    var limits = ReceiverLimits()
    limits.connections = 3
    try await RunningReceiver.run(limits: limits, tls: true) { receiver in
      var clients: [WireClient] = []
      for number in 0..<3 {
        let listener = try number == 0 ? #require(receiver.secure) : receiver.plain
        let client = try await WireClient.connect(to: listener, trust: number == 0 ? receiver.trust : nil)
        try await client.send(post(event))
        #expect(try await client.response().status == 200)
        clients.append(client)
      }
      #expect(try await receiver.connect().end().isEmpty)
      #expect(try await WireClient.connect(to: #require(receiver.secure)).end().isEmpty)
      try await clients[2].send("GET /health HTTP/1.1\r\nConnection: close\r\n\r\n")
      #expect(try await clients[2].response().status == 200)
      _ = try await clients[2].end()
      // Its place is free as soon as the server has seen it go.
      let deadline = ContinuousClock.now + .seconds(10)
      var status = 0
      while status != 200, ContinuousClock.now < deadline {
        let client = try await receiver.connect()
        client.push("GET /health HTTP/1.1\r\nConnection: close\r\n\r\n")
        status = try await client.end().hasPrefix("HTTP/1.1 200") ? 200 : 0
      }
      #expect(status == 200)
      for client in clients { await client.close() }
    }
  }
}
