import CatalogEvents
import Foundation
import HooktopTesting
import Testing

@testable import WebhookDelivery

@Suite struct RequestBytesTests {
  /// What the catalog's own client was seen to write, with `host` in it.
  private func block(host: String, extra: String = "") -> String {
    """
    POST /event HTTP/1.1\r
    Host: \(host)\r
    User-Agent: opteryx-catalog-webhook/1.0\r
    Accept-Encoding: gzip, deflate\r
    Accept: */*\r
    Connection: keep-alive\r
    Content-Type: application/json\r
    Content-Length: 193\r
    \(extra)\r
    \(WebhookRequest.exampleBody)
    """
  }

  @Test func plainRequestEqualsTheCatalogsByteForByte() async throws {
    try await withTarget { target, sender in
      let outcome = await sender.send(try .example(to: "http://localhost:\(target.port)/event"))
      #expect(outcome.isSuccess)
      #expect(target.record.received == [block(host: "localhost:\(target.port)")])
    }
  }

  @Test func requestOverTLSEqualsTheCatalogsByteForByte() async throws {
    let folder = try TemporaryFolder()
    let trust = TargetTrust(loopbackAuthorityPath: try folder.authority())
    try await withTarget(certificate: TestCertificates.localhost, trust: trust) { target, sender in
      let outcome = await sender.send(try .example(to: "https://LocalHost:\(target.port)/event"))
      #expect(outcome.isSuccess)
      #expect(target.record.received == [block(host: "localhost:\(target.port)")])
    }
  }

  @Test func credentialsFollowTheOtherLines() async throws {
    try await withTarget { target, sender in
      let request = try WebhookRequest.example(to: "http://us%40er:p%3Aw@127.0.0.1:\(target.port)/event")
      #expect(!request.url.contains("us%40er"))
      #expect(await sender.send(request).isSuccess)
      #expect(target.record.received == [block(host: "127.0.0.1:\(target.port)", extra: "Authorization: Basic dXNAZXI6cDp3\r\n")])
    }
  }

  @Test func defaultPortsAreNotNamedInTheHostLine() throws {
    func host(_ url: String) throws -> String? {
      try WebhookRequest(catalogBody: [], to: url).headers.first.map { "\($0.name): \($0.value)" }
    }
    #expect(try host("https://router.opteryx.app/event") == "Host: router.opteryx.app")
    #expect(try host("https://router.opteryx.app:443/event") == "Host: router.opteryx.app")
    #expect(try host("http://router.opteryx.app:80/event") == "Host: router.opteryx.app")
    #expect(try host("http://router.opteryx.app:443/event") == "Host: router.opteryx.app:443")
    #expect(try host("https://[::1]/event") == "Host: [::1]")
    #expect(try host("https://[::1]:8443/event") == "Host: [::1]:8443")
  }

  @Test func headerLinesKeepOrderSpellingAndDuplicates() async throws {
    try await withTarget { target, sender in
      let request = WebhookRequest(
        url: "http://localhost:\(target.port)/event?x=1",
        headers: [
          ("content-length", "999"), ("X-B", "2"), ("x-a", "Zoë"), ("HOST", "elsewhere.test"), ("X-B", ""),
          ("Transfer-Encoding", "chunked"),
          ("Content-Length", "7"), ("accept", "*/*"),
        ], body: Array("{}".utf8))
      #expect(await sender.send(request).isSuccess)
      let expected =
        "POST /event?x=1 HTTP/1.1\r\ncontent-length: 2\r\nX-B: 2\r\nx-a: Zoë\r\nHOST: elsewhere.test\r\nX-B: \r\naccept: */*\r\n\r\n{}"
      #expect(target.record.received == [expected])
    }
  }

  @Test func missingHostAndLengthAreAdded() async throws {
    try await withTarget { target, sender in
      let request = WebhookRequest(url: "http://127.0.0.1:\(target.port)", headers: [("A", "b")], body: [])
      #expect(await sender.send(request).isSuccess)
      #expect(
        target.record.received == ["POST / HTTP/1.1\r\nHost: 127.0.0.1:\(target.port)\r\nA: b\r\nContent-Length: 0\r\n\r\n"])
    }
  }

  @Test func oddPathsAreNotRewritten() async throws {
    try await withTarget { target, sender in
      let path = "//a/./../b;c=1/%zz/%2f?q=a+b&r=%20?"
      let request = WebhookRequest(url: "http://127.0.0.1:\(target.port)\(path)", headers: [], body: [])
      #expect(await sender.send(request).isSuccess)
      #expect(target.record.received.first?.hasPrefix("POST \(path) HTTP/1.1\r\n") == true)
    }
  }

  @Test func largeBodyArrivesWhole() async throws {
    try await withTarget { target, sender in
      let body = Array(repeating: UInt8(ascii: "a"), count: 3_000_000)
      let outcome = await sender.send(try WebhookRequest(catalogBody: body, to: "http://127.0.0.1:\(target.port)/event"))
      #expect(outcome.isSuccess)
      #expect(target.record.received.first?.utf8.suffix(body.count).elementsEqual(body) == true)
    }
  }

  @Test(arguments: [
    ("a b", "1", #"the header name "a b" cannot be sent: letters, digits and - are allowed"#),
    ("a", "1\r\nb: 2", "the value of the header a cannot be sent: it has a line break or a NUL in it"),
  ])
  func headerThatWouldBreakTheRequestIsNotSent(name: String, value: String, reason: String) async throws {
    try await withTarget { target, sender in
      let outcome = await sender.send(WebhookRequest(url: "http://127.0.0.1:\(target.port)", headers: [(name, value)], body: []))
      #expect(outcome.reason == reason)
      #expect(target.record.received.isEmpty)
    }
  }
}

extension TemporaryFolder {
  /// Writes the test authority into the folder and returns its path.
  func authority() throws -> String {
    try TestCertificates.authority.write(toFile: file("ca.pem"), atomically: true, encoding: .utf8)
    return file("ca.pem")
  }
}
