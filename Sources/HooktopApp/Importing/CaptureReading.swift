import CatalogEvents
import EventRecords

/// Makes a capture of a line that `CaptureJSON` wrote.
struct CaptureReading {
  /// Why a line is none of ours, as a clause that names what is wrong in it.
  struct Mistake: Error, Sendable, Hashable {
    var reason: String
  }

  let capture: Capture
  /// Whether secrets of it were masked when it was exported, and are lost.
  let isMasked: Bool

  init(_ line: [UInt8]) throws(Mistake) {
    let document: JSONDocument
    do throws(JSONError) {
      document = try JSONDocument(line)
    } catch {
      throw Mistake(reason: "it is not JSON: \(error)")
    }
    guard document.root.kind == .object else { throw Mistake(reason: "it is not a JSON object") }
    try self.init(Line(root: document.root))
  }

  private init(_ line: Line) throws(Mistake) {
    guard let verdict = Verdict(rawValue: try line.text("verdict")) else {
      throw Mistake(reason: "verdict must be \"accepted\" or \"rejected\"")
    }
    guard let receivedAt = Timestamp(iso8601: try line.text("received_at")) else {
      throw Mistake(reason: "received_at must be a time such as \"2026-11-23T14:03:20.240Z\"")
    }
    guard let status = Int(exactly: try line.integer("status")), (100...599).contains(status) else {
      throw Mistake(reason: "status must be an HTTP status")
    }
    let event = try line.event()
    guard (event != nil) == (verdict == .accepted) else {
      throw Mistake(reason: event == nil ? "it is accepted, and has no event" : "it is rejected, and has an event")
    }
    let reason = try line.optionalText("reason")
    guard reason == nil || verdict == .rejected else { throw Mistake(reason: "it is accepted, and has a reason for which it was rejected") }
    capture = Capture(
      receivedAt: receivedAt, verdict: verdict, status: status, remote: try line.text("remote"), isTLS: try line.boolean("tls"),
      path: try line.text("path"), headers: try line.headers(), body: try line.body(), event: event, reason: reason,
      findings: try line.texts("findings"))
    isMasked = line.root["masked"]?.boolean ?? false
  }
}

/// The members of a line, each read as one kind of value.
private struct Line {
  typealias Mistake = CaptureReading.Mistake

  let root: JSONValue

  private func member(_ name: String) throws(Mistake) -> JSONValue {
    guard let value = root[name] else { throw Mistake(reason: "\(name) is missing") }
    return value
  }

  func text(_ name: String) throws(Mistake) -> String {
    guard let text = try member(name).string else { throw Mistake(reason: "\(name) must be a text") }
    return text
  }

  func optionalText(_ name: String) throws(Mistake) -> String? {
    let value = try member(name)
    if value.kind == .null { return nil }
    guard let text = value.string else { throw Mistake(reason: "\(name) must be a text or null") }
    return text
  }

  func integer(_ name: String) throws(Mistake) -> Int64 {
    guard let number = try member(name).integer else { throw Mistake(reason: "\(name) must be an integer") }
    return number
  }

  func boolean(_ name: String) throws(Mistake) -> Bool {
    guard let value = try member(name).boolean else { throw Mistake(reason: "\(name) must be true or false") }
    return value
  }

  func texts(_ name: String) throws(Mistake) -> [String] {
    let list = try member(name)
    let texts = list.elements.compactMap(\.string)
    guard list.kind == .array, texts.count == list.count else { throw Mistake(reason: "\(name) must be a list of texts") }
    return texts
  }

  func event() throws(Mistake) -> CatalogEvent? {
    guard let action = try optionalText("action") else {
      for name in ["workspace", "collection", "resource_type", "resource_name", "timestamp"] where try member(name).kind != .null {
        throw Mistake(reason: "\(name) is there, and action is not")
      }
      return nil
    }
    return CatalogEvent(
      action: Action(rawValue: action), workspace: try text("workspace"), collection: try optionalText("collection"),
      resourceType: ResourceType(rawValue: try text("resource_type")), resourceName: try text("resource_name"),
      timestamp: Timestamp(milliseconds: try integer("timestamp")))
  }

  func headers() throws(Mistake) -> [HeaderField] {
    let list = try member("headers")
    var headers: [HeaderField] = []
    for pair in list.elements {
      let parts = pair.elements
      guard parts.count == 2, let name = parts[0].string, let bytes = Self.bytes(parts[1]) else { break }
      headers.append(HeaderField(name: name, bytes: bytes))
    }
    guard list.kind == .array, headers.count == list.count else {
      throw Mistake(reason: "headers must be a list of pairs of name and value")
    }
    return headers
  }

  private static func bytes(_ value: JSONValue) -> [UInt8]? {
    if let text = value.string { return Array(text.utf8) }
    return value["base64"]?.string.flatMap(Base64.decode)
  }

  /// `nil` for a body that was refused unread: it is null, and so is its base64.
  func body() throws(Mistake) -> [UInt8]? {
    if let text = try optionalText("body") { return Array(text.utf8) }
    guard let encoded = try optionalText("body_base64") else { return nil }
    guard let bytes = Base64.decode(encoded) else { throw Mistake(reason: "body_base64 is not base64") }
    return bytes
  }
}
