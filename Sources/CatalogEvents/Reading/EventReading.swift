/// What a receiver makes of a body: the event in it, or why there is none.
public enum EventReading: Sendable, Hashable {
  /// An event, with what is odd about it.
  case event(CatalogEvent, findings: [Finding])
  /// No event; why, in the words that the sender is told: `event.action is missing`.
  case rejected(reason: String)

  /// Reads the body of a webhook, under the rules of the contract (strict JSON, at most 512 levels deep).
  ///
  /// The first of these that is wrong is the reason: the body is empty, not JSON or too deep, not an object; `event` is missing or
  /// not an object; then `action`, `workspace`, `resource_type`, `resource_name` and `timestamp`, in this order. All else is a
  /// finding; a `collection` that is neither a string nor null counts as none.
  public init(body: [UInt8]) {
    guard !body.isEmpty else {
      self = .rejected(reason: "the body is empty")
      return
    }
    do {
      self.init(try JSONDocument(body))
    } catch {
      self = .rejected(
        reason: error.isTooDeep ? "the body nests deeper than \(JSONDocument.depthLimit)" : "the body is not JSON: \(error)")
    }
  }

  /// Reads a body that has been taken apart already.
  public init(_ document: JSONDocument) {
    do {
      self = .event(try CatalogEvent(document), findings: Finding.all(in: document))
    } catch {
      self = .rejected(reason: error.reason)
    }
  }
}

private struct Rejection: Error {
  var reason: String
}

extension CatalogEvent {
  fileprivate init(_ document: JSONDocument) throws(Rejection) {
    guard document.root.kind == .object else { throw Rejection(reason: "the body is not an object") }
    guard let event = document.root["event"] else { throw Rejection(reason: "event is missing") }
    guard event.kind == .object else { throw Rejection(reason: "event is not an object") }
    self.init(
      action: Action(rawValue: try Self.string("action", in: event)),
      workspace: try Self.string("workspace", in: event),
      collection: event["collection"]?.string,
      resourceType: ResourceType(rawValue: try Self.string("resource_type", in: event)),
      resourceName: try Self.string("resource_name", in: event),
      timestamp: try Self.timestamp(in: event))
  }

  private static func string(_ name: String, in event: JSONValue) throws(Rejection) -> String {
    guard let value = event[name] else { throw Rejection(reason: "event.\(name) is missing") }
    guard let string = value.string else { throw Rejection(reason: "event.\(name) is not a string") }
    return string
  }

  private static func timestamp(in event: JSONValue) throws(Rejection) -> Timestamp {
    guard let value = event["timestamp"] else { throw Rejection(reason: "event.timestamp is missing") }
    guard value.isInteger else { throw Rejection(reason: "event.timestamp is not an integer") }
    guard let milliseconds = value.integer else {
      throw Rejection(reason: "event.timestamp is not an integer that fits 64 bits")
    }
    return Timestamp(milliseconds: milliseconds)
  }
}
