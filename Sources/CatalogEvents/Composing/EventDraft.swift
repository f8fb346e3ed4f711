/// An event being composed.
public struct EventDraft: Sendable, Hashable {
  public var action: Action
  public var workspace: String
  /// Null is written when it is `nil`.
  public var collection: String?
  public var resourceType: ResourceType
  public var resourceName: String
  /// `nil` stands for the moment of sending.
  public var timestamp: Timestamp?
  /// What stands under `data`.
  public var data: PayloadValue

  public init(
    action: Action, workspace: String, collection: String?, resourceType: ResourceType, resourceName: String, timestamp: Timestamp? = nil,
    data: PayloadValue
  ) {
    self.action = action
    self.workspace = workspace
    self.collection = collection
    self.resourceType = resourceType
    self.resourceName = resourceName
    self.timestamp = timestamp
    self.data = data
  }

  /// The body that the catalog's client would send for it at `now`, byte for byte.
  public func body(at now: Timestamp) -> [UInt8] { fatalError("interface") }
}

/// The `data` that the catalog's client builds for each kind of event, with its order of keys.
public enum CatalogPayload {
  public struct Field: Sendable, Hashable {
    public var name: String
    /// As Arrow prints it: `int64`, `decimal128(18, 2)`, `list<item: string>`.
    public var type: String

    public init(name: String, type: String) {
      self.name = name
      self.type = type
    }
  }

  /// `fields` is `nil` when the catalog knew no Arrow schema: then there is no `schema` at all.
  public static func datasetCreated(location: String?, properties: [PayloadValue.Member], fields: [Field]?) -> PayloadValue {
    fatalError("interface")
  }

  public static func viewCreated(definition: String, properties: [PayloadValue.Member]) -> PayloadValue { fatalError("interface") }
}

/// The request in which the catalog's client sends a body, so that ours cannot be told from it.
public enum CatalogRequest {
  public static let userAgent = "opteryx-catalog-webhook/1.0"

  /// The header lines in the client's order, `Host` first and `Content-Length` last.
  public static func headers(host: String, contentLength: Int) -> [(name: String, value: String)] {
    [
      ("Host", host), ("User-Agent", userAgent), ("Accept-Encoding", "gzip, deflate"), ("Accept", "*/*"), ("Connection", "keep-alive"),
      ("Content-Type", "application/json"), ("Content-Length", String(contentLength)),
    ]
  }
}
