import EventReceiver
import EventRecords
import Foundation
import HooktopTesting
import NIOSSL
import Testing

@Suite struct TLSTests {
  @Test func anEventArrivesOverTLS() async throws {
    try await RunningReceiver.run(tls: true) { receiver in
      let secure = try #require(receiver.secure)
      let client = try await WireClient.connect(to: secure, trust: receiver.trust)
      for _ in 0..<2 {
        try await client.send(post(event))
        let response = try await client.response()
        #expect(response.status == 200)
        #expect(response.body == #"{"status":"ok"}"#)
      }
      await client.close()
      #expect(receiver.recorder.captures.map(\.isTLS) == [true, true])
      #expect(secure.url.hasPrefix("https://127.0.0.1:"))
    }
  }

  @Test func aRefusalIsReadableOverTLS() async throws {
    var limits = ReceiverLimits()
    limits.bodyBytes = 1000
    try await RunningReceiver.run(limits: limits, tls: true) { receiver in
      let client = try await WireClient.connect(to: #require(receiver.secure), trust: receiver.trust)
      try await client.send("POST /event HTTP/1.1\r\nHost: a\r\nContent-Length: 1001\r\n\r\nabc")
      #expect(try await client.end().hasPrefix("HTTP/1.1 413 "))
    }
  }

  @Test func olderVersionsOfTLSAreRefused() async throws {
    try await RunningReceiver.run(tls: true) { receiver in
      let client = try await WireClient.connect(to: #require(receiver.secure), trust: receiver.trust, maximumTLSVersion: .tlsv11)
      client.push(post(event))
      #expect(try await client.end().isEmpty)
      #expect(receiver.recorder.captures.isEmpty)
    }
  }

  /// Python's own TLS, with the strict verification that is its default from 3.13 on, under each name and with either file.
  @Test func pythonTrustsTheServerStrictly() async throws {
    let script = """
      import socket, ssl, sys
      ca, port = sys.argv[1], int(sys.argv[2])
      context = ssl.create_default_context(cafile=ca)
      context.verify_flags |= ssl.VERIFY_X509_STRICT
      for name in ("localhost", "cloudtasks.localhost", "127.0.0.1", "::1"):
          raw = socket.create_connection(("127.0.0.1", port), timeout=10)
          with context.wrap_socket(raw, server_hostname=name) as connection:
              connection.sendall(b"GET /health HTTP/1.1\\r\\nHost: a\\r\\nConnection: close\\r\\n\\r\\n")
              data = b""
              while part := connection.recv(4096):
                  data += part
              assert data.startswith(b"HTTP/1.1 200 OK"), data
              print(name, connection.version())
      """
    try await RunningReceiver.run(tls: true) { receiver in
      let secure = try #require(receiver.secure)
      let trust = try #require(receiver.trust)
      for file in [trust, trust.replacingOccurrences(of: "ca.pem", with: "ca-bundle.pem")] {
        let (status, output) = try await python(["-c", script, file, String(secure.address.port)])
        #expect(status == 0, "\(output)")
        #expect(output == "localhost TLSv1.3\ncloudtasks.localhost TLSv1.3\n127.0.0.1 TLSv1.3\n::1 TLSv1.3\n")
      }
    }
  }

  @Test func aPairThatDoesNotFitIsNamed() async throws {
    let first = try TemporaryFolder()
    let second = try TemporaryFolder()
    let one = try LocalAuthority.prepare(in: first.path).identity
    let other = try LocalAuthority.prepare(in: second.path).identity
    let mixed = ServerIdentity(certificatePath: one.certificatePath, keyPath: other.keyPath)
    await expectBadIdentity(mixed, naming: "\(other.keyPath) does not belong to the certificate \(one.certificatePath)")
    await expectBadIdentity(ServerIdentity(certificatePath: "/nowhere.pem", keyPath: one.keyPath), naming: "/nowhere.pem cannot be read")
    await expectBadIdentity(ServerIdentity(certificatePath: one.certificatePath, keyPath: "/no.key"), naming: "/no.key cannot be read")
    await expectBadIdentity(
      ServerIdentity(certificatePath: one.keyPath, keyPath: one.keyPath), naming: "\(one.keyPath)")
    await expectBadIdentity(nil, naming: "--tls-cert")
  }

  private func expectBadIdentity(_ identity: ServerIdentity?, naming words: String) async {
    let receiver = EventReceiver(
      configuration: ReceiverConfiguration(http: nil, https: ListenAddress(host: "127.0.0.1", port: 0), identity: identity),
      logger: RunningReceiver.quiet, now: { RunningReceiver.arrival }, onListening: { _ in Issue.record("it listens") }, accept: { _ in })
    let error = await #expect(throws: ReceiverError.self) { try await receiver.run() }
    guard case .badIdentity(let sentence)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(sentence.contains(words))
  }

  /// Runs python3, and gives its status and what it printed.
  private func python(_ arguments: [String]) async throws -> (Int32, String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3"] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    let (ended, report) = AsyncStream<Int32>.makeStream()
    process.terminationHandler = { report.yield($0.terminationStatus) }
    try process.run()
    var iterator = ended.makeAsyncIterator()
    let status = await iterator.next() ?? -1
    return (status, String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self))
  }
}
