extension CatalogPayload {
  /// The catalog sends this same `data` when it creates a view and when it replaces one.
  public static func viewCreated(definition: String, properties: [PayloadValue.Member]) -> PayloadValue {
    .object([.init("definition", .string(definition)), .init("properties", .object(properties))])
  }

  public static func viewDeleted(droppedBy: String?) -> PayloadValue {
    .object([.init("dropped_by", .text(droppedBy))])
  }

  public static func viewUpdated(description: String?, properties: [PayloadValue.Member]) -> PayloadValue {
    updated(description: description, properties: properties)
  }

  /// What is `nil` is left out, as the client does here and nowhere else.
  public static func viewExecuted(executionTimeMS: Int64?, rowCount: Int64?, error: String?) -> PayloadValue {
    var members: [PayloadValue.Member] = []
    if let executionTimeMS {
      members.append(.init("execution_time_ms", .integer(executionTimeMS)))
    }
    if let rowCount {
      members.append(.init("row_count", .integer(rowCount)))
    }
    if let error {
      members.append(.init("error", .string(error)))
    }
    return .object(members)
  }
}
