import EventReceiver
import EventRecords
import Testing

/// How requests and answers look on the wire.
@Suite struct WireTests {
  @Test func headersAreKeptInOrderCaseAndBytes() async throws {
    var request = Array("POST /event HTTP/1.1\r\nHost: first:8080\r\nx-LOWER-Upper: 1\r\nHOST: second\r\n".utf8)
    request += Array("X-Dup: b\r\nx-dup: a\r\nX-Dup: b\r\nX-Latin: caf".utf8) + [0xE9, 0x20, 0xFF] + Array("\r\n".utf8)
    request += Array("X-Utf8: Zoë\r\nX-Empty:\r\nX-Spaces: \t two  words \t \r\nCookie: a=1; b=2\r\ncookie: c=3\r\n".utf8)
    request += Array("Content-Length: \(event.utf8.count)\r\n\r\n".utf8) + Array(event.utf8)
    let bytes = request
    try await RunningReceiver.run { receiver in
      let client = try await receiver.connect()
      try await client.send(bytes)
      #expect(try await client.response().status == 200)
      let capture = try #require(receiver.recorder.captures.first)
      #expect(
        capture.headers == [
          HeaderField("Host", "first:8080"), HeaderField("x-LOWER-Upper", "1"), HeaderField("HOST", "second"), HeaderField("X-Dup", "b"),
          HeaderField("x-dup", "a"), HeaderField("X-Dup", "b"),
          HeaderField(name: "X-Latin", bytes: Array("caf".utf8) + [0xE9, 0x20, 0xFF]), HeaderField("X-Utf8", "Zoë"),
          HeaderField("X-Empty", ""), HeaderField("X-Spaces", "two  words"), HeaderField("Cookie", "a=1; b=2"),
          HeaderField("cookie", "c=3"),
          HeaderField("Content-Length", String(event.utf8.count)),
        ])
      #expect(capture.remote == client.localAddress)
      await client.close()
    }
  }

  @Test func aRequestThatComesByteByByteIsWhole() async throws {
    try await RunningReceiver.run { receiver in
      let client = try await receiver.connect()
      for byte in post(event).utf8 {
        try await client.send([byte])
      }
      #expect(try await client.response().status == 200)
      #expect(receiver.recorder.captures.first?.body == Array(event.utf8))
      #expect(receiver.recorder.captures.first?.headers.map(\.name) == ["Host", "Content-Type", "Content-Length"])
      await client.close()
    }
  }

  @Test func pipelinedRequestsAreAnsweredInOrder() async throws {
    try await RunningReceiver.run { receiver in
      let client = try await receiver.connect()
      var text = ""
      for number in 0..<50 {
        text +=
          number % 3 == 0
          ? "GET /health HTTP/1.1\r\nX: \(number)\r\n\r\n" : post(event, path: "/event?\(number)", headers: ["X: \(number)"])
        if number % 7 == 0 { text += "POST /event?\(number) HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n4\r\n\r\n\r\n\r\n0\r\n\r\n" }
        if number % 11 == 0 { text += "GET /nothing HTTP/1.1\r\n\r\n" }
      }
      try await client.send(text)
      for number in 0..<50 {
        #expect(try await client.response().status == 200)
        if number % 7 == 0 { #expect(try await client.response().status == 400) }
        if number % 11 == 0 { #expect(try await client.response().status == 404) }
      }
      let accepted = receiver.recorder.captures.filter { $0.verdict == .accepted }
      #expect(accepted.map(\.path) == (0..<50).filter { $0 % 3 != 0 }.map { "/event?\($0)" })
      #expect(accepted.allSatisfy { $0.body == Array(event.utf8) && $0.headers[1].text == String($0.path.dropFirst(7)) })
      let chunked = receiver.recorder.captures.filter { $0.verdict == .rejected }
      #expect(chunked.allSatisfy { $0.body == Array("\r\n\r\n".utf8) })
      await client.close()
    }
  }

  @Test func aChunkedBodyWithTrailersIsWhole() async throws {
    try await RunningReceiver.run { receiver in
      let client = try await receiver.connect()
      let size = String(event.utf8.count - 10, radix: 16)
      try await client.send("POST /event HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\na;ext=1\r\n\(event.prefix(10))\r\n")
      try await client.send("\(size)\r\n\(event.dropFirst(10))\r\n0\r\nX-Trailer: late\r\n\r\n")
      #expect(try await client.response().status == 200)
      try await client.send(post(event))
      #expect(try await client.response().status == 200)
      #expect(receiver.recorder.captures.map(\.body) == [Array(event.utf8), Array(event.utf8)])
      #expect(receiver.recorder.captures.first?.headers.map(\.name) == ["Host", "Transfer-Encoding"])
      await client.close()
    }
  }

  @Test func aClientThatAsksIsToldToContinue() async throws {
    try await RunningReceiver.run { receiver in
      let client = try await receiver.connect()
      try await client.send("POST /event HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: \(event.utf8.count)\r\n\r\n")
      try await client.receive("HTTP/1.1 100 Continue\r\n\r\n")
      try await client.send(event)
      #expect(try await client.response().status == 200)
      await client.close()
    }
  }

  @Test(arguments: [
    ("POST /event HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 99999999\r\n\r\n", 413),
    ("POST /nothing HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n", 404),
    ("POST /event HTTP/1.1\r\nExpect: miracles\r\nContent-Length: 2\r\n\r\n", 417),
  ])
  func aClientThatAsksInVainIsToldWhy(head: String, status: Int) async throws {
    try await RunningReceiver.run { receiver in
      let client = try await receiver.connect()
      try await client.send(head)
      let response = try await client.response()
      #expect(response.status == status)
      #expect(response.value(of: "Connection") == "close")
      #expect(try await client.end().isEmpty)
    }
  }

  @Test func olderHTTPIsTaken() async throws {
    try await RunningReceiver.run { receiver in
      let client = try await receiver.connect()
      try await client.send("POST /event HTTP/1.0\r\nContent-Length: \(event.utf8.count)\r\n\r\n\(event)")
      let response = try await client.response()
      #expect(response.status == 200)
      #expect(response.value(of: "Connection") == "close")
      #expect(try await client.end().isEmpty)

      let keeper = try await receiver.connect()
      for _ in 0..<2 {
        try await keeper.send("POST /event HTTP/1.0\r\nConnection: keep-alive\r\nContent-Length: \(event.utf8.count)\r\n\r\n\(event)")
        #expect(try await keeper.response().value(of: "Connection") == "keep-alive")
      }
      await keeper.close()
      #expect(receiver.recorder.captures.count == 3)
    }
  }

  @Test func anOfferOfAnotherProtocolIsDeclined() async throws {
    try await RunningReceiver.run { receiver in
      let client = try await receiver.connect()
      try await client.send(post(event, headers: ["Connection: Upgrade, HTTP2-Settings", "Upgrade: h2c", "HTTP2-Settings: AAA"]))
      #expect(try await client.response().status == 200)
      #expect(try await client.end().isEmpty)
      #expect(receiver.recorder.captures.count == 1)
    }
  }

  @Test(arguments: [
    "rubbish\r\n\r\n", "POST /event\r\n\r\n", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "POST /event HTTP/1.1\r\nno colon\r\n\r\n",
    "POST /event HTTP/1.1\r\nA : b\r\nContent-Length: 0\r\n\r\n", "POST /event HTTP/1.1\r\nA: b\r\n folded\r\nContent-Length: 0\r\n\r\n",
    "POST /event HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab", "POST /event HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
    "POST /event HTTP/1.1\r\nContent-Length: 99999999999999999999\r\n\r\n", "POST /event HTTP/1.1\r\nContent-Length: 2, 2\r\n\r\nab",
    "POST /event HTTP/1.1\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "POST /event HTTP/1.1\r\nTransfer-Encoding: gzip\r\n\r\n", "POST /event HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    "POST /event HTTP/1.1\nContent-Length: 2\n\nab", "POST /event HTTP/1.1\r\nA: b\u{0}c\r\n\r\n", "POST /ev\u{e9}nt HTTP/1.1\r\n\r\n",
    "\u{16}\u{3}\u{1}\u{2}\u{0}\u{1}\u{0}",
  ])
  func whatIsNotHTTPIsRefusedAndTheConnectionClosed(text: String) async throws {
    try await RunningReceiver.run { receiver in
      let client = try await receiver.connect()
      client.push(text)
      let answer = try await client.end()
      #expect(answer.hasPrefix("HTTP/1.1 400 Bad Request\r\n"))
      #expect(answer.contains("Connection: close\r\n"))
      #expect(answer.contains(#"{"status":"error","error":""#))
      #expect(receiver.recorder.captures.isEmpty)
    }
  }

  @Test func aClientThatHasSaidAllIsStillAnswered() async throws {
    try await RunningReceiver.run { receiver in
      let client = try await receiver.connect()
      try await client.send(post(event) + post(event))
      try await client.closeOutput()
      #expect(try await client.response().status == 200)
      #expect(try await client.response().status == 200)
      #expect(try await client.end().isEmpty)
      #expect(receiver.recorder.captures.count == 2)
    }
  }

  @Test func aRequestCutShortIsNotKept() async throws {
    try await RunningReceiver.run { receiver in
      let client = try await receiver.connect()
      try await client.send(post(event).dropLast(5).description)
      try await client.closeOutput()
      #expect(try await client.end().hasPrefix("HTTP/1.1 400 "))
      #expect(receiver.recorder.captures.isEmpty)
    }
  }
}
