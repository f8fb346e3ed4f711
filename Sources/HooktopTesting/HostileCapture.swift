import CatalogEvents
public import EventRecords
public import Testing

/// A capture that a careless store or a careless export would alter.
public struct HostileCapture: Sendable, CustomTestStringConvertible {
  public var name: String
  public var capture: Capture

  public var testDescription: String { name }

  init(_ name: String, _ capture: Capture, _ change: (inout Capture) -> Void = { _ in }) {
    self.name = name
    self.capture = capture
    change(&self.capture)
  }

  public static let all: [HostileCapture] = [
    HostileCapture("an ordinary event", .fixture()),
    HostileCapture("an ordinary rejection", .rejectedFixture()),
    HostileCapture("NUL in every name", .fixture()) {
      $0.event = CatalogEvent(
        action: Action(rawValue: "cre\0ate"), workspace: "\0", collection: "a\0b", resourceType: ResourceType(rawValue: "\0\0"),
        resourceName: "orders\0", timestamp: Timestamp(milliseconds: 0))
      $0.path = "/event?\0"
      $0.remote = "\0"
    },
    HostileCapture("NUL in a reason", .rejectedFixture()) { $0.reason = "no\0thing" },
    HostileCapture("empty names", .fixture(workspace: "", collection: "", name: "")),
    HostileCapture("no collection", .fixture(collection: nil)),
    HostileCapture("no header", .fixture()) { $0.headers = [] },
    HostileCapture("header values that are not UTF-8", .fixture()) {
      $0.headers = [
        HeaderField(name: "X-Latin", bytes: [0xE9, 0x74, 0xE9]), HeaderField(name: "X-Empty", bytes: []),
        HeaderField(name: "x-empty", bytes: []), HeaderField(name: "X-Every", bytes: Array(0...255)),
        HeaderField("X-\"Quoted\\\"", "\"\\\u{1}\u{7F}\u{2028}"), HeaderField("", "{\"base64\":\"AA==\"}"),
      ]
    },
    HostileCapture("findings with quotes, controls and bidi", .fixture(findings: ["", "\u{202E}\"\\\n\u{0}", "🦕 e\u{301}"])),
    HostileCapture("a body that is not UTF-8", .rejectedFixture()) { $0.body = Array(0...255) },
    HostileCapture("a lone surrogate in UTF-8's manner", .rejectedFixture()) { $0.body = [0x22, 0xED, 0xA0, 0x80, 0x22] },
    HostileCapture("an escaped lone surrogate", .fixture(data: #"{"x": "\ud800"}"#)),
    HostileCapture("an empty body", .rejectedFixture()) { $0.body = [] },
    HostileCapture("no body", .rejectedFixture()) {
      $0.body = nil
      $0.status = 413
    },
    HostileCapture("a body of NULs", .rejectedFixture()) { $0.body = [0, 0, 0] },
    HostileCapture("a byte order mark", .rejectedFixture()) { $0.body = [0xEF, 0xBB, 0xBF] },
    HostileCapture("a body of 8 MiB", .rejectedFixture()) { $0.body = (0..<8 << 20).map { UInt8(truncatingIfNeeded: $0 &* 7) } },
    HostileCapture("a body of 8 MiB of text", .rejectedFixture()) { $0.body = Array(repeating: 0x20, count: 8 << 20) },
    HostileCapture("the earliest timestamp", .fixture()) { $0.event?.timestamp = Timestamp(milliseconds: .min) },
    HostileCapture("the latest timestamp", .fixture()) { $0.event?.timestamp = Timestamp(milliseconds: .max) },
    HostileCapture("an arrival before the year 0", .fixture()) { $0.receivedAt = Timestamp(milliseconds: .min) },
    HostileCapture("an arrival after the year 9999", .fixture()) { $0.receivedAt = Timestamp(milliseconds: .max) },
    HostileCapture("an arrival without milliseconds", .fixture()) { $0.receivedAt = Timestamp(milliseconds: 1_000) },
  ]
}

extension HostileCapture {
  /// Those whose bodies are no burden to a test that writes them out.
  public static let small = all.filter { ($0.capture.body?.count ?? 0) < 1 << 20 }
}
