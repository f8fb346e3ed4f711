public import CatalogEvents

/// What an event is about.
public struct CatalogResource: Sendable, Hashable {
  public var workspace: String
  public var collection: String?
  public var type: ResourceType
  public var name: String

  public init(workspace: String, collection: String?, type: ResourceType, name: String) {
    self.workspace = workspace
    self.collection = collection
    self.type = type
    self.name = name
  }

  /// Names are compared byte for byte, as the store compares them: two spellings of `é` are two names.
  public static func == (left: Self, right: Self) -> Bool {
    left.bytes == right.bytes
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(bytes)
  }

  private var bytes: [[UInt8]?] {
    [Array(workspace.utf8), collection.map { Array($0.utf8) }, Array(type.rawValue.utf8), Array(name.utf8)]
  }
}

extension CatalogEvent {
  public var resource: CatalogResource {
    CatalogResource(workspace: workspace, collection: collection, type: resourceType, name: resourceName)
  }
}

/// All that is known to have happened to one resource, in the order of arrival.
public struct Timeline: Sendable, Hashable {
  public var resource: CatalogResource
  public var entries: [TimelineEntry]
  /// Whether there are older events than these.
  public var isPartial: Bool

  public init(resource: CatalogResource, entries: [TimelineEntry], isPartial: Bool) {
    self.resource = resource
    self.entries = entries
    self.isPartial = isPartial
  }
}

/// One event of a resource, and what it changed.
public struct TimelineEntry: Sendable, Hashable, Identifiable {
  public var summary: CaptureSummary
  /// The capture that it was compared with: the one before it that tells the same things; `nil` when it is the first such.
  public var comparedID: Int64?
  /// What is different since then, or else what it says.
  public var changes: [TimelineChange]
  /// Whether there are more changes than are told.
  public var isCutOff: Bool

  public var id: Int64 { summary.id }

  public init(summary: CaptureSummary, comparedID: Int64?, changes: [TimelineChange], isCutOff: Bool) {
    self.summary = summary
    self.comparedID = comparedID
    self.changes = changes
    self.isCutOff = isCutOff
  }
}

/// One thing that an event changed, or says.
public struct TimelineChange: Sendable, Hashable {
  /// `+` added, `-` removed, `~` changed, a space for what is only told.
  public var sign: String
  /// `severity int64`, `location null → "gs://b"`.
  public var text: String

  public init(sign: String, text: String) {
    self.sign = sign
    self.text = text
  }
}
