/// One kind of event that the catalog's client can build: an action on a type of resource, and what belongs to it.
public struct EventKind: Sendable, Hashable {
  /// What stands in `event.collection`.
  public enum CollectionUse: Sendable, Hashable {
    /// The name of the collection that the resource lies in.
    case named
    /// Null, because the event is about a whole workspace.
    case null
    /// The contract does not say.
    case open
  }

  /// A key that stands under `data`, and what may stand in it.
  public struct DataKey: Sendable, Hashable {
    public enum Content: Sendable, Hashable {
      case string, stringOrNull, integer, object
      /// An object with `fields`, an array of objects with a `name` and a `type`.
      case schema
    }

    public var name: String
    public var content: Content
    /// Whether the client always writes it.
    public var isRequired: Bool
  }

  public var action: Action
  public var resourceType: ResourceType
  public var collectionUse: CollectionUse
  /// The keys under `data`, in the client's order. Where the client builds one kind in more than one shape, there are several.
  public var dataShapes: [[DataKey]]
  /// A name for a resource of this type, to begin a draft with.
  public var exampleName: String
  /// A correct `data`, to begin a draft with.
  public var exampleData: PayloadValue

  /// What a person calls it: `create dataset`.
  public var title: String { "\(action.rawValue) \(resourceType.rawValue)" }

  /// Whether a draft of this kind must name a collection.
  public var needsCollection: Bool { collectionUse == .named }
}

extension EventKind {
  /// The kind of an event, or `nil` when the client has no builder for it.
  public static func of(_ action: Action, _ resourceType: ResourceType) -> EventKind? {
    all.first { $0.action == action && $0.resourceType == resourceType }
  }
}
