import CatalogEvents
import EventRecords
import Foundation
import HooktopTesting
import Testing

@testable import HooktopApp

@Suite struct ExportFormatTests {
  private func export(_ captures: [Capture], as format: ExportFormat, mask: SecretMask = SecretMask()) -> String {
    var exporter = CaptureExporter(format: format, mask: mask)
    var bytes = exporter.head
    for capture in captures { bytes += exporter.piece(capture) }
    return String(decoding: bytes + exporter.foot, as: UTF8.self)
  }

  @Test func aCSVHasALineForItsColumnsAndOneForEachCapture() {
    var capture = Capture.fixture(id: 511, collection: nil, name: "a,\"b\"\r\nc", findings: ["one", "two"])
    capture.event?.workspace = ""
    #expect(
      export([capture, .rejectedFixture(id: 512)], as: .csv)
        == "id,received_at,verdict,status,remote,tls,action,workspace,collection,resource_type,resource_name,timestamp,lag_ms,bytes,findings,"
        + "path,reason\r\n"
        + "511,2026-11-23T14:03:20.240Z,accepted,200,127.0.0.1:51522,true,create,\"\",,dataset,\"a,\"\"b\"\"\r\nc\",1795442600112,128,"
        + "\(capture.body?.count ?? 0),one; two,/event,\r\n"
        + "512,2026-11-23T14:03:21.006Z,rejected,400,127.0.0.1:51524,false,,,,,,,,14,,/event,"
        + "\"the body is not JSON: line 1, column 1: a value was expected\"\r\n")
  }

  @Test func aFormulaStaysWhatItIs() {
    #expect(export([.fixture(name: "=1+2")], as: .csv).contains(",=1+2,"))
  }

  @Test func onATerminalACSVHasNothingThatItCouldObey() {
    let text = CaptureCSV(isForTerminal: true).line(.fixture(name: "\u{1B}[2J\r\n\u{202E}"))
    #expect(text.hasSuffix("\r\n"))
    #expect(text.dropLast(1).unicodeScalars.allSatisfy { !SafeText.isUnsafe($0) })
    #expect(CaptureCSV().line(.fixture(name: "\u{1B}[2J")).contains("\u{1B}[2J"))
  }

  @Test func aHARIsWhatItsSpecificationSays() throws {
    var binary = Capture.rejectedFixture(id: 2)
    binary.body = [0xFF, 0x00]
    binary.path = "/event?a=1&b&c=d=e"
    let text = export([.fixture(id: 1), binary], as: .har)
    #expect(text.unicodeScalars.allSatisfy { $0 == "\n" || !SafeText.isUnsafe($0) })
    let har = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let log = try #require(har["log"] as? [String: Any])
    #expect(log["version"] as? String == "1.2")
    #expect((log["creator"] as? [String: String])?["name"] == "hooktop")
    let entries = try #require(log["entries"] as? [[String: Any]])
    #expect(entries.count == 2)
    for entry in entries {
      #expect(Set(["startedDateTime", "time", "request", "response", "cache", "timings"]).isSubset(of: entry.keys))
      let request = try #require(entry["request"] as? [String: Any])
      let response = try #require(entry["response"] as? [String: Any])
      let common: Set = ["httpVersion", "cookies", "headers", "headersSize", "bodySize"]
      #expect(common.union(["method", "url", "queryString"]).isSubset(of: request.keys))
      #expect(common.union(["status", "statusText", "content", "redirectURL"]).isSubset(of: response.keys))
    }
    let first = try #require(entries[0]["request"] as? [String: Any])
    #expect(first["url"] as? String == "https://localhost:8443/event")
    #expect((first["postData"] as? [String: Any])?["text"] as? String == String(decoding: Capture.fixture().body ?? [], as: UTF8.self))
    let second = try #require(entries[1]["request"] as? [String: Any])
    #expect((second["postData"] as? [String: Any])?["text"] as? String == "/wA=")
    #expect((second["postData"] as? [String: Any])?["_encoding"] as? String == "base64")
    #expect(
      second["queryString"] as? [[String: String]] == [
        ["name": "a", "value": "1"], ["name": "b", "value": ""], ["name": "c", "value": "d=e"],
      ])
    let answer = try #require(entries[1]["response"] as? [String: Any])
    #expect(answer["status"] as? Int == 400)
    #expect(
      (answer["content"] as? [String: Any])?["text"] as? String
        == #"{"status":"error","error":"the body is not JSON: line 1, column 1: a value was expected"}"#)
  }

  @Test func anEmptyHARIsAHARToo() throws {
    let har = try JSONSerialization.jsonObject(with: Data(export([], as: .har).utf8)) as? [String: Any]
    #expect(((har?["log"] as? [String: Any])?["entries"] as? [Any])?.isEmpty == true)
  }

  @Test(arguments: ExportFormat.allCases)
  func aPlantedSecretIsInNoExportWithoutTheExplicitAct(format: ExportFormat) {
    var capture = Capture.fixture(id: 1)
    capture.path = "/event?access_token=PLANTED&x=1"
    capture.headers += ["Authorization", "Cookie", "X-Acme", "webhook-signature"].map { HeaderField($0, "PLANTED") }
    capture.headers.append(HeaderField("Referer", "https://ana:PLANTED@example.com/?sig=PLANTED"))
    let mask = SecretMask(names: ["x-acme"])
    #expect(!export([capture], as: format, mask: mask).contains("PLANTED"))
    #expect(export([capture], as: format, mask: .nothing).contains("PLANTED"))
    var exporter = CaptureExporter(format: format, mask: mask)
    _ = exporter.piece(capture)
    _ = exporter.piece(.fixture(id: 2))
    #expect(exporter.count == 2)
    #expect(exporter.maskedCount == 1)
  }

  @Test func aLineSaysWhenSomethingInItIsMasked() {
    var capture = Capture.fixture(id: 1)
    #expect(!export([capture], as: .jsonl).contains("masked"))
    capture.headers.append(HeaderField("Cookie", "PLANTED"))
    #expect(export([capture], as: .jsonl).hasSuffix("\"reason\": null, \"masked\": true}\n"))
    #expect(export([capture], as: .jsonl).contains(#"["Cookie", "••••"]"#))
    #expect(!export([capture], as: .jsonl, mask: .nothing).contains("masked"))
  }

  @Test func deliveriesAreMaskedAndHaveTheirAttempts() {
    let start = Timestamp(milliseconds: 1_795_442_600_240)
    let answer = Answer(status: 200, headers: [HeaderField("Set-Cookie", "PLANTED")], body: Array("ok".utf8), isTruncated: false)
    let delivery = Delivery(
      id: 12, createdAt: start, target: "https://d.test/event?token=PLANTED", label: "create dataset acme/sales.orders",
      headers: [HeaderField("Authorization", "PLANTED")], body: Array("{}".utf8), state: .delivered,
      attempts: [
        Attempt(startedAt: start, duration: .milliseconds(3), outcome: .failed(reason: "connection refused")),
        Attempt(startedAt: start, duration: .milliseconds(12), outcome: .answered(answer)),
      ], captureID: 7)
    let json = String(decoding: DeliveryJSON.line(delivery, mask: SecretMask()), as: UTF8.self)
    #expect(
      json == #"{"id": 12, "created_at": "2026-11-23T14:03:20.240Z", "target": "https://d.test/event?token=••••", "#
        + #""label": "create dataset acme/sales.orders", "state": "delivered", "capture_id": 7, "headers": [["Authorization", "••••"]], "#
        + #""body": "{}", "attempts": [{"started_at": "2026-11-23T14:03:20.240Z", "duration_ms": 3, "status": null, "#
        + #""reason": "connection refused", "headers": null, "body": null, "body_base64": null, "truncated": null}, "#
        + #"{"started_at": "2026-11-23T14:03:20.240Z", "duration_ms": 12, "status": 200, "reason": null, "#
        + #""headers": [["Set-Cookie", "••••"]], "body": "ok", "truncated": false}], "masked": true}"# + "\n")
    let lines = String(
      decoding: DeliveryLines(timeZone: TimeZone(secondsFromGMT: 0) ?? .current).lines(SecretMask()(delivery)), as: UTF8.self)
    #expect(
      lines == """
           #12  2026-11-23 14:03:20.240  delivered  create dataset acme/sales.orders → https://d.test/event?token=••••, of capture #7
                1  2026-11-23 14:03:20.240  failed: connection refused in 3 ms
                2  2026-11-23 14:03:20.240  answered with 200 in 12 ms

        """)
  }
}
