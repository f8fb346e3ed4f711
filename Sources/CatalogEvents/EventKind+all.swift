extension EventKind {
  /// Every kind that the client of `opteryx-catalog` has a builder for, those that its contract document names first.
  public static let all: [EventKind] = [
    EventKind(
      .create, .dataset, .named, [.string("location"), .object("properties"), .schema("schema")], name: "orders",
      data: CatalogPayload.datasetCreated(
        location: "gs://bucket/acme/sales/orders", properties: [.init("owner", .string("ana@acme.test"))],
        fields: [.init(name: "id", type: "int64"), .init(name: "placed_at", type: "timestamp[us]")])),
    EventKind(
      .create, .view, .named, definition, name: "orders_daily",
      data: CatalogPayload.viewCreated(definition: "SELECT placed_at, COUNT(*) FROM sales.orders GROUP BY placed_at", properties: [])),
    // The catalog itself sends the view's definition; the client's own builder for updates gives a description instead.
    EventKind(
      .update, .view, .named, definition, description, name: "orders_daily",
      data: CatalogPayload.viewCreated(definition: "SELECT COUNT(*) FROM sales.orders", properties: [])),
    EventKind(
      .delete, .view, .named, [.stringOrNull("dropped_by")], name: "orders_daily",
      data: CatalogPayload.viewDeleted(droppedBy: "ana@acme.test")),
    EventKind(
      .execute, .view, .named, [.optionalInteger("execution_time_ms"), .optionalInteger("row_count"), .optionalString("error")],
      name: "orders_daily", data: CatalogPayload.viewExecuted(executionTimeMS: 125, rowCount: 31, error: nil)),
    EventKind(
      .delete, .dataset, .named, [.stringOrNull("location"), .stringOrNull("dropped_by")], name: "orders",
      data: CatalogPayload.datasetDeleted(location: "gs://bucket/acme/sales/orders", droppedBy: "ana@acme.test")),
    EventKind(
      .rename, .dataset, .named,
      [
        .string("old_identifier"), .string("new_identifier"), .stringOrNull("old_location"), .string("new_location"),
        .stringOrNull("renamed_by"),
      ],
      name: "orders_2026",
      data: CatalogPayload.datasetRenamed(
        oldIdentifier: "sales.orders", newIdentifier: "sales.orders_2026", oldLocation: "gs://bucket/acme/sales/orders",
        newLocation: "gs://bucket/acme/sales/orders_2026", renamedBy: "ana@acme.test")),
    EventKind(
      .update, .dataset, .named, description, name: "orders",
      data: CatalogPayload.datasetUpdated(description: "Orders of all shops", properties: [])),
    EventKind(
      .commit, .dataset, .named,
      [.integer("snapshot_id"), .integer("sequence_number"), .integer("record_count"), .integer("file_count")], name: "orders",
      data: CatalogPayload.datasetCommitted(
        snapshotID: 7_198_264_530_192_837_465, sequenceNumber: 12, recordCount: 1_000_000, fileCount: 4)),
    EventKind(.create, .collection, .open, [.object("properties")], name: "sales", data: CatalogPayload.collectionCreated(properties: [])),
    EventKind(
      .lock, .workspace, .null, [.stringOrNull("locked_by")], name: "acme",
      data: CatalogPayload.workspaceLocked(lockedBy: "ana@acme.test")),
    EventKind(
      .unlock, .workspace, .null, [.stringOrNull("unlocked_by")], name: "acme",
      data: CatalogPayload.workspaceUnlocked(unlockedBy: "ana@acme.test")),
    EventKind(
      .delete, .workspace, .null, [.stringOrNull("dropped_by")], name: "acme",
      data: CatalogPayload.workspaceDeleted(droppedBy: "ana@acme.test")),
    EventKind(
      .restore, .workspace, .null, [.stringOrNull("restored_by")], name: "acme",
      data: CatalogPayload.workspaceRestored(restoredBy: "ana@acme.test")),
  ]

  private static let definition: [DataKey] = [.string("definition"), .object("properties")]
  private static let description: [DataKey] = [.stringOrNull("description"), .object("properties")]

  private init(
    _ action: Action, _ resourceType: ResourceType, _ collectionUse: CollectionUse, _ dataShapes: [DataKey]..., name: String,
    data: PayloadValue
  ) {
    self.init(
      action: action, resourceType: resourceType, collectionUse: collectionUse, dataShapes: dataShapes, exampleName: name,
      exampleData: data)
  }
}

extension EventKind.DataKey {
  fileprivate static func string(_ name: String) -> Self { Self(name: name, content: .string, isRequired: true) }
  fileprivate static func stringOrNull(_ name: String) -> Self { Self(name: name, content: .stringOrNull, isRequired: true) }
  fileprivate static func integer(_ name: String) -> Self { Self(name: name, content: .integer, isRequired: true) }
  fileprivate static func object(_ name: String) -> Self { Self(name: name, content: .object, isRequired: true) }
  fileprivate static func schema(_ name: String) -> Self { Self(name: name, content: .schema, isRequired: false) }
  fileprivate static func optionalInteger(_ name: String) -> Self { Self(name: name, content: .integer, isRequired: false) }
  fileprivate static func optionalString(_ name: String) -> Self { Self(name: name, content: .string, isRequired: false) }
}
