/// The `data` that the catalog's client builds for each kind of event, with its order of keys.
///
/// Each function has the arguments of the builder in `opteryx_catalog.webhooks.events`, and writes `nil` as the client writes `None`.
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
    var members: [PayloadValue.Member] = [.init("location", .text(location)), .init("properties", .object(properties))]
    if let fields {
      let rows = fields.map { field in
        PayloadValue.object([.init("name", .string(field.name)), .init("type", .string(field.type))])
      }
      members.append(.init("schema", .object([.init("fields", .array(rows))])))
    }
    return .object(members)
  }

  public static func datasetDeleted(location: String?, droppedBy: String?) -> PayloadValue {
    .object([.init("location", .text(location)), .init("dropped_by", .text(droppedBy))])
  }

  /// Identifiers are written `collection.dataset`; a rename may move a dataset to another collection.
  public static func datasetRenamed(
    oldIdentifier: String, newIdentifier: String, oldLocation: String?, newLocation: String?, renamedBy: String?
  ) -> PayloadValue {
    .object([
      .init("old_identifier", .string(oldIdentifier)),
      .init("new_identifier", .string(newIdentifier)),
      .init("old_location", .text(oldLocation)),
      .init("new_location", .text(newLocation)),
      .init("renamed_by", .text(renamedBy)),
    ])
  }

  public static func datasetUpdated(description: String?, properties: [PayloadValue.Member]) -> PayloadValue {
    updated(description: description, properties: properties)
  }

  public static func datasetCommitted(snapshotID: Int64, sequenceNumber: Int64, recordCount: Int64, fileCount: Int64) -> PayloadValue {
    .object([
      .init("snapshot_id", .integer(snapshotID)),
      .init("sequence_number", .integer(sequenceNumber)),
      .init("record_count", .integer(recordCount)),
      .init("file_count", .integer(fileCount)),
    ])
  }

  public static func collectionCreated(properties: [PayloadValue.Member]) -> PayloadValue {
    .object([.init("properties", .object(properties))])
  }

  static func updated(description: String?, properties: [PayloadValue.Member]) -> PayloadValue {
    .object([.init("description", .text(description)), .init("properties", .object(properties))])
  }
}
