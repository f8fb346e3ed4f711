/// What a catalog says happened: the `event` object of a webhook's body.
public struct CatalogEvent: Sendable, Hashable {
  public var action: Action
  public var workspace: String
  /// Null for events about a whole workspace.
  public var collection: String?
  public var resourceType: ResourceType
  public var resourceName: String
  public var timestamp: Timestamp

  public init(
    action: Action, workspace: String, collection: String?, resourceType: ResourceType, resourceName: String, timestamp: Timestamp
  ) {
    self.action = action
    self.workspace = workspace
    self.collection = collection
    self.resourceType = resourceType
    self.resourceName = resourceName
    self.timestamp = timestamp
  }
}

/// What was done to a resource: an open set, so that a word this version does not know is kept as it came.
public struct Action: Sendable, Hashable, RawRepresentable {
  public var rawValue: String

  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  public static let create = Action(rawValue: "create")
  public static let update = Action(rawValue: "update")
  public static let delete = Action(rawValue: "delete")
  public static let rename = Action(rawValue: "rename")
  public static let commit = Action(rawValue: "commit")
  public static let execute = Action(rawValue: "execute")
  public static let lock = Action(rawValue: "lock")
  public static let unlock = Action(rawValue: "unlock")
  public static let restore = Action(rawValue: "restore")

  /// Every action that the catalog's client has a builder for.
  public static let known: [Action] = [.create, .update, .delete, .rename, .commit, .execute, .lock, .unlock, .restore]
}

/// What kind of thing an event is about: an open set, like `Action`.
public struct ResourceType: Sendable, Hashable, RawRepresentable {
  public var rawValue: String

  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  public static let dataset = ResourceType(rawValue: "dataset")
  public static let view = ResourceType(rawValue: "view")
  public static let collection = ResourceType(rawValue: "collection")
  public static let workspace = ResourceType(rawValue: "workspace")

  /// Every resource type that the catalog's client sends events about.
  public static let known: [ResourceType] = [.dataset, .view, .collection, .workspace]
}
