import CatalogEvents
import EventRecords
import EventStore
import Foundation

/// `hooktop show`: one capture, whole.
public enum ShowCommand {
  /// In which form it is shown.
  public enum Form: Sendable, Hashable {
    case readable
    case json
    /// The exact bytes of the body and nothing else.
    case body
  }

  public static func run(settings: Settings, id: Int64, form: Form, withSecrets: Bool) async throws {
    let store = try Wiring.openStoreForReading(settings)
    defer { store.close() }
    guard let capture = try await store.capture(id: id) else {
      throw CommandFailure(
        .notSucceeded, "there is no capture #\(id) in \(settings.storePath): hooktop events lists the numbers that there are")
    }
    let output = StandardOutput()
    let mask = withSecrets ? SecretMask.nothing : settings.mask
    switch form {
    case .readable: try output.writeAll(Array(text(mask(capture), timeZone: .current).utf8))
    case .json: try output.writeAll(CaptureJSON.line(capture, mask: mask))
    case .body:
      guard let body = capture.body else {
        throw CommandFailure(.notSucceeded, "the body of #\(id) was not read: it was over the limit, see --max-body")
      }
      try output.writeAll(body)
    }
  }

  /// What it was, the request's headers as they came, an empty line, and the body; control characters as pictures.
  static func text(_ capture: Capture, timeZone: TimeZone) -> String {
    let line = CaptureLine(timeZone: timeZone)
    var lines = [
      "#\(capture.id) \(capture.verdict.rawValue), answered \(capture.status)" + (capture.reason.map { ": \($0)" } ?? ""),
      "received \(line.time(capture.receivedAt)) from \(capture.remote) over \(capture.isTLS ? "HTTPS" : "HTTP")",
    ]
    if let event = capture.event {
      let lag = capture.lag.map { ", \(distance($0))" } ?? ""
      lines.append("\(event.action.rawValue) \(event.resourceType.rawValue) \(CaptureLine.subject(event))")
      lines.append("happened \(line.time(event.timestamp))\(lag)")
    }
    lines += capture.findings.map { "! \($0)" }
    lines.append("")
    lines.append("POST \(capture.path)")
    lines += capture.headers.map { "\($0.name): \($0.displayText)" }
    let head = lines.map { SafeText.line($0) + "\n" }.joined()
    return head + "\n" + bodyText(capture.body)
  }

  /// `85 ms before it came`; after, when the sender's clock is ahead.
  private static func distance(_ lag: Int64) -> String {
    let size = lag.magnitude < 1000 ? "\(lag.magnitude) ms" : CaptureLine.lag(lag).replacing("-", with: "")
    return "\(size) \(lag < 0 ? "after" : "before") it came"
  }

  private static func bodyText(_ body: [UInt8]?) -> String {
    guard let body else { return "(the body was not read: it was over the limit)\n" }
    guard !body.isEmpty else { return "(no body)\n" }
    let text = String(validating: body, as: UTF8.self)
    let note = text == nil ? "(not UTF-8: what cannot be read is shown as \u{FFFD}; --body gives the exact bytes)\n" : ""
    let shown = SafeText.lines(text ?? String(decoding: body, as: UTF8.self))
    return note + shown + (shown.hasSuffix("\n") ? "" : "\n")
  }
}
