import CatalogEvents
import EventRecords
import Foundation
import HooktopTesting
import Testing

@testable import HooktopApp

@Suite struct CaptureJSONTests {
  private func line(_ capture: Capture) -> String {
    String(decoding: CaptureJSON.line(capture, mask: SecretMask()), as: UTF8.self)
  }

  private func object(_ capture: Capture) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(CaptureJSON.line(capture, mask: SecretMask()))) as? [String: Any])
  }

  @Test func aCaptureIsTheLineOfTheContract() {
    var capture = Capture.fixture(id: 511, collection: "ops", name: "alerts", findings: ["data.location is null"])
    capture.headers = [HeaderField("Host", "localhost:8443"), HeaderField("X-Odd", "a\tb")]
    capture.body = Array(#"{"a": "b"}"#.utf8)
    #expect(
      line(capture)
        == #"{"id": 511, "received_at": "2026-11-23T14:03:20.240Z", "verdict": "accepted", "status": 200, "#
        + #""remote": "127.0.0.1:51522", "tls": true, "action": "create", "workspace": "acme", "collection": "ops", "#
        + #""resource_type": "dataset", "resource_name": "alerts", "timestamp": 1795442600112, "lag_ms": 128, "bytes": 10, "#
        + #""findings": ["data.location is null"], "headers": [["Host", "localhost:8443"], ["X-Odd", "a\tb"]], "#
        + #""body": "{\"a\": \"b\"}", "path": "/event", "reason": null}"# + "\n")
  }

  @Test func aRejectedRequestHasNullsWhereThereIsNoEvent() {
    var capture = Capture.rejectedFixture(id: 512)
    capture.headers = []
    capture.body = Array("!".utf8)
    #expect(
      line(capture)
        == #"{"id": 512, "received_at": "2026-11-23T14:03:21.006Z", "verdict": "rejected", "status": 400, "#
        + #""remote": "127.0.0.1:51524", "tls": false, "action": null, "workspace": null, "collection": null, "#
        + #""resource_type": null, "resource_name": null, "timestamp": null, "lag_ms": null, "bytes": 1, "findings": [], "#
        + #""headers": [], "body": "!", "path": "/event", "#
        + #""reason": "the body is not JSON: line 1, column 1: a value was expected"}"# + "\n")
  }

  @Test func whatATerminalCouldObeyIsEscapedAndComesBackWhole() throws {
    let hostile = "\u{0}\u{1B}]52;c;AAAA\u{07}\u{7F}\u{9B}2J\r\n\t\u{8}\u{202E}\u{2066}\u{200F}\u{061C}\u{2028}\u{2029}\u{FEFF}\"\\"
    var capture = Capture.fixture(id: 1, name: hostile)
    capture.body = Array(hostile.utf8)
    capture.headers = [HeaderField("X", "\u{1B}[2J")]
    let text = line(capture)
    #expect(text.dropLast().unicodeScalars.allSatisfy { !SafeText.isUnsafe($0) })
    #expect(text.hasSuffix("}\n"))
    #expect(text.contains(#"\u0000\u001b]52;c;AAAA\u0007\u007f\u009b2J\r\n\t\u0008\u202e"#))
    let decoded = try object(capture)
    #expect(decoded["resource_name"] as? String == hostile)
    #expect(decoded["body"] as? String == hostile)
  }

  @Test func otherTextStandsAsItIs() {
    #expect(line(.fixture(name: "Zoë 漢字 🎉")).contains(#""resource_name": "Zoë 漢字 🎉""#))
  }

  @Test func anInvisibleCharacterBeyondSixteenBitsIsAPairOfEscapes() throws {
    let capture = Capture.fixture(name: "a\u{E0041}b")
    #expect(line(capture).contains(#""resource_name": "a\udb40\udc41b""#))
    #expect(try object(capture)["resource_name"] as? String == "a\u{E0041}b")
  }

  @Test func aBodyThatIsNotUTF8ComesAsBase64() throws {
    var capture = Capture.rejectedFixture()
    capture.body = [0xFF, 0xFE, 0x00]
    let decoded = try object(capture)
    #expect(decoded["body"] is NSNull)
    #expect(decoded["body_base64"] as? String == "//4A")
    #expect(decoded["bytes"] as? Int == 3)
  }

  @Test func aBodyThatWasNotReadIsNullTwice() throws {
    var capture = Capture.rejectedFixture()
    capture.body = nil
    let decoded = try object(capture)
    #expect(decoded["body"] is NSNull)
    #expect(decoded["body_base64"] is NSNull)
  }

  @Test func aHeaderThatIsNotUTF8ComesAsBase64() {
    var capture = Capture.fixture()
    capture.headers = [HeaderField(name: "X-Latin", bytes: [0xE9])]
    #expect(line(capture).contains(#""headers": [["X-Latin", {"base64": "6Q=="}]]"#))
  }
}
