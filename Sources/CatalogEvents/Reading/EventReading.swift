/// What a receiver makes of a body: the event in it, or why there is none.
public enum EventReading: Sendable, Hashable {
  /// An event, with what is odd about it.
  case event(CatalogEvent, findings: [Finding])
  /// No event; why, in the words that the sender is told: `event.action is missing`.
  case rejected(reason: String)

  /// Reads the body of a webhook, under the rules of the contract (strict JSON, at most 512 levels deep).
  public init(body: [UInt8]) { fatalError("interface") }
}

/// Something odd in an event that was accepted all the same.
public struct Finding: Sendable, Hashable {
  /// The value that it is about; for something absent, where it would be.
  public var path: JSONPath
  /// A phrase that names the value: `data.location is null`.
  public var message: String

  public init(path: JSONPath, message: String) {
    self.path = path
    self.message = message
  }

  /// What is odd in an event's document, in the order of the document.
  public static func all(in document: JSONDocument) -> [Finding] { fatalError("interface") }
}
