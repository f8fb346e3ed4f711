import Foundation
import HooktopTesting
import Testing

/// `hooktop send` against `hooktop listen`, both as they are built.
@Suite struct SendCommandTests {
  struct Received: Decodable {
    var headers: [[String]]
    var body: String
    var timestamp: Int64
  }

  private func received(_ path: String, _ folder: TemporaryFolder) async throws -> [Received] {
    let listed = try await hooktop("events", "--json", "--store", path, folder: folder)
    #expect(listed.status == 0, "\(listed.errorText)")
    return try CatalogClientTests.lines(listed.output, as: Received.self)
  }

  /// What the catalog's client writes before a body of that size.
  private func catalogHeaders(port: Int, bytes: Int) -> [[String]] {
    [
      ["Host", "127.0.0.1:\(port)"], ["User-Agent", "opteryx-catalog-webhook/1.0"], ["Accept-Encoding", "gzip, deflate"],
      ["Accept", "*/*"], ["Connection", "keep-alive"], ["Content-Type", "application/json"], ["Content-Length", "\(bytes)"],
    ]
  }

  @Test func aDatasetArrivesWithTheCatalogsOwnHeadersAndBytes() async throws {
    let folder = try TemporaryFolder()
    let listening = try await Listening(folder: folder)
    let sent = try await hooktop(
      "send", "dataset", "--workspace", "acme", "--collection", "sales", "--name", "orders", "--field", "id:int64", "--field",
      "at:timestamp[us]", "--property", "owner=Zoë", "--location", "gs://b/p", "--to", "https://127.0.0.1:\(listening.https)/event",
      folder: folder)
    #expect(sent.status == 0, "\(sent.errorText)")
    #expect(sent.outputText.contains("200"))
    let event = try #require(try await received(listening.storePath, folder).first)
    #expect(
      event.body
        == #"{"event": {"action": "create", "workspace": "acme", "collection": "sales", "resource_type": "dataset", "#
        + #""resource_name": "orders", "timestamp": \#(event.timestamp)}, "data": {"location": "gs://b/p", "properties": "#
        + #"{"owner": "Zo\u00eb"}, "schema": {"fields": [{"name": "id", "type": "int64"}, "#
        + #"{"name": "at", "type": "timestamp[us]"}]}}}"#)
    #expect(event.headers == catalogHeaders(port: listening.https, bytes: event.body.utf8.count))
    #expect(abs(event.timestamp - Int64(Date().timeIntervalSince1970 * 1000)) < 120_000)
  }

  @Test func aViewArrivesWithTheCatalogsOwnHeadersAndBytes() async throws {
    let folder = try TemporaryFolder()
    let listening = try await Listening(folder: folder)
    let sent = try await hooktop(
      "send", "view", "--workspace", "acme", "--collection", "sales", "--name", "v_daily", "--definition", "SELECT 1\nFROM \"t\"",
      "--timestamp", "1795442600112", "--to", "http://127.0.0.1:\(listening.http)/event", folder: folder)
    #expect(sent.status == 0, "\(sent.errorText)")
    let event = try #require(try await received(listening.storePath, folder).first)
    #expect(
      event.body
        == #"{"event": {"action": "create", "workspace": "acme", "collection": "sales", "resource_type": "view", "#
        + #""resource_name": "v_daily", "timestamp": 1795442600112}, "data": {"definition": "SELECT 1\nFROM \"t\"", "properties": {}}}"#)
    #expect(event.headers == catalogHeaders(port: listening.http, bytes: event.body.utf8.count))
  }

  @Test func manyAtARateAllArrive() async throws {
    let folder = try TemporaryFolder()
    let listening = try await Listening(folder: folder)
    let sent = try await hooktop(
      "send", "dataset", "--name", "orders", "--count", "200", "--rate", "400", "--to", "http://127.0.0.1:\(listening.http)/event",
      folder: folder)
    #expect(sent.status == 0, "\(sent.errorText)")
    #expect(try await received(listening.storePath, folder).count == 200)
  }
}
