/// Something odd in an event that was accepted all the same.
public struct Finding: Sendable, Hashable {
  /// How many an event can have: a hostile body could have one for every few of its bytes.
  public static let limit = 100

  /// The value that it is about; for something absent, where it would be.
  public var path: JSONPath
  /// A phrase that names the value: `data.location is null`.
  public var message: String

  public init(path: JSONPath, message: String) {
    self.path = path
    self.message = message
  }

  /// What is odd in an event's document, in the order of the document; what is absent counts at the end of where it would be.
  ///
  /// After `limit` of them a last one, about the whole document, says that there are more.
  public static func all(in document: JSONDocument) -> [Finding] {
    var search = FindingSearch(document)
    search.run()
    return search.findings
  }
}
