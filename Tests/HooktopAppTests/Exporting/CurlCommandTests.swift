import CatalogEvents
import EventRecords
import Foundation
import HooktopTesting
import Testing

@testable import HooktopApp

@Suite struct CurlCommandTests {
  @Test func aCommandReadsAsOneWouldWriteIt() {
    var capture = Capture.fixture()
    capture.headers = [
      HeaderField("Host", "localhost:8443"), HeaderField("User-Agent", "opteryx-catalog-webhook/1.0"),
      HeaderField("Content-Type", "application/json"), HeaderField("Content-Length", "12"),
    ]
    capture.body = Array(#"{"a": "it's"}"#.utf8)
    #expect(
      CurlCommand(authorityPath: "~/.local/share/hooktop/ca.pem").command(capture) == #"""
        curl https://localhost:8443/event \
          --cacert ~/.local/share/hooktop/ca.pem \
          --header 'User-Agent: opteryx-catalog-webhook/1.0' \
          --header 'Content-Type: application/json' \
          --header Accept: \
          --data-binary '{"a": "it'\''s"}'
        """#)
  }

  @Test(arguments: HostileCapture.small)
  func whatCurlIsHandedIsWhatCame(hostile: HostileCapture) async throws {
    let capture = hostile.capture
    guard let command = CurlCommand().command(capture) else {
      #expect(capture.body == nil)
      return
    }
    #expect(command.unicodeScalars.allSatisfy { $0 == "\n" || !SafeText.isUnsafe($0) })
    let run = try await ShellRun(command)
    #expect(run.calls.count == 1)
    #expect(run.body == capture.body)
    let leftOut = CurlCommand().leftOut(capture)
    let expected = capture.headers.filter { !["host", "content-length"].contains($0.name.lowercased()) && !leftOut.contains($0.name) }
    let lines = run.values(of: "--header").filter { $0.last != UInt8(ascii: ":") }
    #expect(
      lines
        == expected.map { field in
          field.bytes.isEmpty ? Array("\(field.name);".utf8) : Array("\(field.name): ".utf8) + field.bytes
        })
  }

  @Test(arguments: [
    "", "@file", "-", "'", "''", "'\u{301}", "\\", "\\n\\'", "$(touch x)`id`$HOME", "a\nb\n\n", "a\r\nb", "\u{1B}[2J", "\t", "%s%d", "\0\0",
    "é漢🎉\u{202E}", "{\"a\": \"\u{7F}\"}", "!history", String(repeating: "x", count: 200_000), String(repeating: "\0", count: 200_000),
  ])
  func everyBodyArrivesExactly(text: String) async throws {
    var capture = Capture.fixture()
    for body in [Array(text.utf8), Array(text.utf8) + [0xFF, 0x0A]] {
      capture.body = body
      let run = try await ShellRun(try #require(CurlCommand().command(capture)))
      #expect(run.body == body)
    }
  }

  @Test func hostilePathsAndHeadersStayOneWordEach() async throws {
    var capture = Capture.fixture()
    capture.path = "/event?a='$(id)'&b=[1-3]{x} \u{1}/../é"
    capture.headers = [
      HeaderField("Host", "localhost:8443"), HeaderField(name: "X-Bytes", bytes: [0x01, 0xFF, 0x25, 0x5C, 0x27]),
      HeaderField("X-Empty", ""),
      HeaderField("X Space", "no name of a header"), HeaderField(name: "X-NUL", bytes: [0]),
    ]
    let run = try await ShellRun(try #require(CurlCommand().command(capture)))
    #expect(run.calls.last?.first == Array("https://localhost:8443/event?a='$(id)'&b=[1-3]{x}%20%01/../é".utf8))
    #expect(run.calls.last?.contains(Array("--globoff".utf8)) == true)
    #expect(run.calls.last?.contains(Array("--path-as-is".utf8)) == true)
    #expect(
      run.values(of: "--header") == [
        Array("X-Bytes: ".utf8) + [0x01, 0xFF, 0x25, 0x5C, 0x27], Array("X-Empty;".utf8), Array("Accept:".utf8), Array("User-Agent:".utf8),
        Array("Content-Type:".utf8),
      ])
    #expect(CurlCommand().leftOut(capture) == ["X Space", "X-NUL"])
  }

  @Test func aHostThatNoURLCanHoldStaysAHeader() async throws {
    var capture = Capture.fixture()
    capture.headers = [HeaderField("Host", "a b$(id)")]
    let run = try await ShellRun(try #require(CurlCommand().command(capture)))
    #expect(run.calls.last?.first == Array("https://localhost/event".utf8))
    #expect(run.values(of: "--header").first == Array("Host: a b$(id)".utf8))
  }

  @Test func aScriptOfManySendsThemInOrder() async throws {
    var exporter = CaptureExporter(format: .curl, mask: SecretMask())
    var script = exporter.head
    var hostile = Capture.fixture(id: 2, name: "x\nrm -rf /\r\u{1B}")
    hostile.headers.append(HeaderField("a b", ""))
    let refused = HostileCapture.all.first { $0.capture.body == nil }
    for capture in [.fixture(id: 1), hostile, try #require(refused?.capture), .rejectedFixture(id: 4)] { script += exporter.piece(capture) }
    script += exporter.foot
    let run = try await ShellRun(String(decoding: script, as: UTF8.self))
    #expect(run.calls.count == 3)
    #expect(run.body == Capture.rejectedFixture().body)
  }

  @Test func hooktopCommandsSayTheSameEvent() {
    let capture = Capture.fixture(id: 511, name: "-o's", data: "{\n\t\"a\": \"\u{7F}\u{202E}\"}")
    #expect(HooktopLine.replay(capture) == "hooktop replay 511 --to https://localhost:8443/event")
    #expect(
      HooktopLine.send(capture) == #"""
        hooktop send event \
          --type dataset \
          --action create \
          --workspace acme \
          --collection sales \
          --name='-o'\''s' \
          --timestamp 1795442600112 \
          --data '{  "a": "\u007f\u202e"}' \
          --to https://localhost:8443/event
        """#)
    #expect(HooktopLine.send(.rejectedFixture()) == nil)
    #expect(HooktopLine.send(.fixture(name: "a\0b")) == nil)
    #expect(HooktopLine.send(.fixture(data: "\"\(String(repeating: "x", count: 200_000))\""))?.hasPrefix("printf '%s' '\"xxx") == true)
  }
}
