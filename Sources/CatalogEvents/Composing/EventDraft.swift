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
  public func body(at now: Timestamp) -> [UInt8] {
    let event = PayloadValue.object([
      .init("action", .string(action.rawValue)),
      .init("workspace", .string(workspace)),
      .init("collection", .text(collection)),
      .init("resource_type", .string(resourceType.rawValue)),
      .init("resource_name", .string(resourceName)),
      .init("timestamp", .integer((timestamp ?? now).milliseconds)),
    ])
    return PayloadValue.object([.init("event", event), .init("data", data)]).catalogBytes
  }
}
