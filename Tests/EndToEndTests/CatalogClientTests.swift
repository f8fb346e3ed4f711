import Foundation
import HooktopTesting
import Testing

/// The catalog's own client, unchanged, against the built program over HTTPS.
@Suite struct CatalogClientTests {
  /// A line of `send_events.py`.
  struct Sent: Decodable {
    var succeeded: Bool
    var request: String
    var headers: [[String]]
    var body: String
  }

  /// As much of a line of `--json` as is compared.
  struct Received: Decodable {
    var verdict: String
    var status: Int
    var tls: Bool
    var headers: [[String]]
    var body: String
  }

  static func lines<Line: Decodable>(_ data: Data, as type: Line.Type) throws -> [Line] {
    try data.split(separator: UInt8(ascii: "\n")).map { try JSONDecoder().decode(type, from: Data($0)) }
  }

  @Test func everyEventOfTheCatalogIsKeptByteForByte() async throws {
    let folder = try TemporaryFolder()
    let listening = try await Listening("--json", folder: folder)

    let sender = try await run(
      BuiltBinary.python, [BuiltBinary.script("send_events.py")],
      environment: [
        "OPTERYX_WEBHOOK_DOMAIN": "localhost:\(listening.https)", "REQUESTS_CA_BUNDLE": folder.file("hooktop/ca-bundle.pem"),
      ], folder: folder)
    #expect(sender.status == 0, "\(sender.errorText)")
    let sent = try Self.lines(sender.output, as: Sent.self)
    #expect(sent.count == 19)
    #expect(sent.allSatisfy { $0.succeeded && $0.request == "POST /event HTTP/1.1" })

    let printed = try await eventually("a printed line for each event", describe: { listening.child.errorText }) {
      let printed = try? Self.lines(listening.child.output, as: Received.self)
      return printed?.count == sent.count ? printed : nil
    }
    let listed = try await hooktop("events", "--json", "--store", listening.storePath, folder: folder)
    #expect(listed.status == 0)
    let received = try Self.lines(listed.output, as: Received.self)
    #expect(received.count == sent.count)
    for (sent, received) in zip(sent, received) {
      #expect(received.verdict == "accepted" && received.status == 200 && received.tls)
      #expect(received.headers == sent.headers)
      #expect(Array(received.body.utf8) == Array(sent.body.utf8))
    }
    for (printed, received) in zip(printed, received) {
      #expect(printed.headers == received.headers && printed.body == received.body)
    }
    #expect(try await listening.stop() == 0)
  }

  @Test func whatIsPrintedHasNoLiveControlBytes() async throws {
    let folder = try TemporaryFolder()
    let listening = try await Listening(folder: folder)
    let sender = try await run(
      BuiltBinary.python, [BuiltBinary.script("send_events.py")],
      environment: [
        "OPTERYX_WEBHOOK_DOMAIN": "127.0.0.1:\(listening.https)", "REQUESTS_CA_BUNDLE": folder.file("hooktop/ca-bundle.pem"),
      ], folder: folder)
    #expect(sender.status == 0, "\(sender.errorText)")
    let text = try await eventually("a printed line for each event") {
      let text = listening.child.outputText
      return text.split(separator: "\n").count >= 19 ? text : nil
    }
    #expect(text.contains("orders"))
    #expect(!text.unicodeScalars.contains { Self.isLive($0) && $0 != "\n" })
    // The seventeenth event is the hostile one, all of whose names are such a text.
    for arguments in [["events"], ["events", "--json"], ["show", "17"], ["show", "17", "--json"]] {
      let shown = try await run(BuiltBinary.hooktop, arguments + ["--store", listening.storePath], folder: folder)
      #expect(shown.status == 0, "\(shown.errorText)")
      #expect(shown.outputText.contains("]52;c;aGk="))
      #expect(!shown.outputText.unicodeScalars.contains { Self.isLive($0) && $0 != "\n" })
    }
  }

  /// Whether a terminal would act on it: C0, DEL, C1, and what turns or hides text.
  static func isLive(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x1F, 0x7F...0x9F, 0x200B...0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }
}
