import EventRecords
import Testing

@Suite struct ReplayHeadersTests {
  @Test func whatTheSenderSaidGoesAlongAsItCame() {
    let headers = [
      HeaderField("Host", "localhost:8443"), HeaderField("user-agent", "opteryx-catalog-webhook/1.0"), HeaderField("Accept", "*/*"),
      HeaderField("Connection", "keep-alive, X-Hop"), HeaderField("x-hop", "1"), HeaderField("Content-Type", "application/json"),
      HeaderField("X-Trace", "a"), HeaderField("X-Trace", "b"), HeaderField("X-Author", "ana"), HeaderField("Content-Length", "9"),
    ]
    let replay = ReplayHeaders(headers)
    #expect(replay.sent == [headers[1], headers[2], headers[5], headers[6], headers[7], headers[8]])
    #expect(replay.held.map(\.name) == ["Host", "Connection", "x-hop", "Content-Length"])
    #expect(replay.held.allSatisfy { $0.reason == .connection })
  }

  @Test(arguments: [
    "Authorization", "Proxy-Authorization", "Cookie", "Set-Cookie", "X-API-Key", "X-Auth-Token", "X-Hub-Signature-256",
    "x-goog-iap-jwt-assertion",
    "X-Amz-Security-Token", "ApiKey", "X-Secret", "X-CSRFToken",
  ])
  func aSecretStaysHere(_ name: String) {
    let replay = ReplayHeaders([HeaderField(name, "s3cret")])
    #expect(replay.sent.isEmpty)
    #expect(replay.held == [.init(name: name, reason: .secret)])
  }

  @Test func whatTheUserCallsSecretStaysHereToo() {
    let headers = [HeaderField("X-Key", "1"), HeaderField("Cookie", "2"), HeaderField("X-Callback", "https://ana:pw@example.com/")]
    #expect(ReplayHeaders(headers, mask: SecretMask(names: ["x-key"])).sent.isEmpty)
    #expect(ReplayHeaders(headers, mask: .nothing).sent == [headers[0]])
  }

  @Test func whatCannotBeSentAsItCameIsNotSentOtherwise() {
    let replay = ReplayHeaders([HeaderField(name: "X-Bytes", bytes: [0xFF]), HeaderField("odd name", "x")])
    #expect(replay.sent.isEmpty && replay.held.map(\.reason) == [.unsendable, .unsendable])
  }
}
