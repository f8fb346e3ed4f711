import CatalogEvents
import EventRecords

/// Captures as the lines of RFC 4180: the columns of `hooktop events --json` without headers and bodies.
///
/// Values are exact. In particular one that begins with `=` gets no apostrophe before it, although a spreadsheet may take it for a formula:
/// what came is what is written, and a spreadsheet can be told to import columns as text. A column without a value is empty; an empty
/// text is a pair of quotes.
struct CaptureCSV: Sendable {
  /// Whether control characters become pictures, because a terminal shows what is written.
  var isForTerminal = false

  static let columns = [
    "id", "received_at", "verdict", "status", "remote", "tls", "action", "workspace", "collection", "resource_type", "resource_name",
    "timestamp", "lag_ms", "bytes", "findings", "path", "reason",
  ]

  static var head: String { columns.joined(separator: ",") + "\r\n" }

  func line(_ capture: Capture) -> String {
    let event = capture.event
    let values: [String?] = [
      String(capture.id), capture.receivedAt.iso8601, capture.verdict.rawValue, String(capture.status), capture.remote,
      capture.isTLS ? "true" : "false", event?.action.rawValue, event?.workspace, event?.collection, event?.resourceType.rawValue,
      event?.resourceName, event.map { String($0.timestamp.milliseconds) }, capture.lag.map(String.init), String(capture.body?.count ?? 0),
      capture.findings.isEmpty ? nil : capture.findings.joined(separator: "; "), capture.path, capture.reason,
    ]
    return values.map { $0.map(field) ?? "" }.joined(separator: ",") + "\r\n"
  }

  private func field(_ value: String) -> String {
    let text = isForTerminal ? SafeText.line(value) : value
    let isPlain = !text.isEmpty && !text.utf8.contains { ",\"\r\n".utf8.contains($0) } && text.first != " " && text.last != " "
    guard !isPlain else { return text }
    var bytes: [UInt8] = [UInt8(ascii: "\"")]
    for byte in text.utf8 {
      bytes.append(byte)
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
    }
    return String(decoding: bytes + [UInt8(ascii: "\"")], as: UTF8.self)
  }
}
