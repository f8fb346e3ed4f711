public import CatalogEvents

/// What is different between two bodies: by their structure when both are JSON, else line by line.
public enum BodyDifference: Sendable {
  /// The same bytes.
  case none
  case structure(JSONDifference)
  case text(TextDifference)

  public init(from old: [UInt8], to new: [UInt8], options: JSONDifference.Options = .init()) {
    if old == new {
      self = .none
    } else if let oldDocument = try? JSONDocument(old), let newDocument = try? JSONDocument(new) {
      self = .structure(JSONDifference(from: oldDocument, to: newDocument, options: options))
    } else {
      self = .text(TextDifference(from: old, to: new))
    }
  }
}
