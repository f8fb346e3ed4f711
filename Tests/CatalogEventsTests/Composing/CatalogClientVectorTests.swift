import CatalogEvents
import Foundation
import Testing

/// Compares our bytes with those of the catalog's own client, which `Vectors/make_vectors.py` has run.
@Suite struct CatalogClientVectorTests {
  private let vectors: JSONDocument

  init() throws {
    // Read where it lies in the package, as it was written: a file to compare with is no resource of the program.
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let file = tests.appending(path: "Vectors/vectors.json")
    vectors = try JSONDocument([UInt8](Data(contentsOf: file)))
  }

  @Test func writesEveryEventAsTheClientDoes() throws {
    let events = try #require(vectors.root["events"]).elements
    #expect(events.count > 100)
    for vector in events {
      let draft = try EventDraft(vector: vector)
      let body = try #require(vector["body"]?.string)
      #expect(String(decoding: draft.body(at: Timestamp(milliseconds: 1)), as: UTF8.self) == body)
    }
  }

  @Test func writesEveryValueAsTheClientDoes() throws {
    let values = try #require(vectors.root["values"]).elements
    #expect(values.count > 50)
    for vector in values {
      let value = try PayloadValue.parse(try #require(vector["spelling"]?.string))
      let bytes = try #require(vector["bytes"]?.string)
      #expect(String(decoding: value.catalogBytes, as: UTF8.self) == bytes)
    }
  }

  @Test func writesTheHeadersAsTheClientDoes() throws {
    for vector in try #require(vectors.root["events"]).elements {
      let body = try #require(vector["body"]?.string)
      let headers = CatalogRequest.headers(host: "catalog.test", contentLength: body.utf8.count)
      // The HTTP library adds Host later, in front of the others.
      #expect(headers.first?.name == "Host")
      #expect(headers.dropFirst().map { [$0.name, $0.value] } == vector["headers"]?.members.map { [$0.name, $0.value.string ?? ""] })
    }
  }

  @Test func readsBackEveryEventOfTheClient() throws {
    for vector in try #require(vectors.root["events"]).elements {
      let draft = try EventDraft(vector: vector)
      let body = Array(try #require(vector["body"]?.string).utf8)
      let event = try #require(EventReading(body: body).event)
      #expect(event.action == draft.action)
      #expect(event.workspace == draft.workspace)
      #expect(event.collection == draft.collection)
      #expect(event.resourceType == draft.resourceType)
      #expect(event.resourceName == draft.resourceName)
      #expect(event.timestamp == draft.timestamp)
      let data = try #require(try JSONDocument(body).root["data"])
      #expect(PayloadValue(data) == draft.data)
    }
  }

  @Test func coversEveryKindOfEvent() throws {
    let drafts = try #require(vectors.root["events"]).elements.map { try EventDraft(vector: $0) }
    for kind in EventKind.all {
      #expect(drafts.contains { $0.action == kind.action && $0.resourceType == kind.resourceType }, "\(kind.title)")
    }
  }
}

extension EventDraft {
  fileprivate init(vector: JSONValue) throws {
    let arguments = try PayloadArguments(spelling: #require(vector["arguments"]?.string))
    self.init(
      action: Action(rawValue: try #require(vector["action"]?.string)),
      workspace: try #require(vector["workspace"]?.string),
      collection: vector["collection"]?.string,
      resourceType: ResourceType(rawValue: try #require(vector["resource_type"]?.string)),
      resourceName: try #require(vector["resource_name"]?.string),
      timestamp: Timestamp(milliseconds: try #require(vector["timestamp"]?.integer)),
      data: try arguments.payload(builder: #require(vector["builder"]?.string)))
  }
}

/// The arguments that the client's builder was called with.
private struct PayloadArguments {
  let root: JSONValue

  init(spelling: String) throws {
    root = try JSONDocument(spelling).root
  }

  func payload(builder: String) throws -> PayloadValue {
    switch builder {
    case "dataset_created_payload":
      CatalogPayload.datasetCreated(location: text("location"), properties: try properties, fields: fields)
    case "dataset_deleted_payload":
      CatalogPayload.datasetDeleted(location: text("location"), droppedBy: text("dropped_by"))
    case "dataset_renamed_payload":
      CatalogPayload.datasetRenamed(
        oldIdentifier: try #require(text("old_identifier")), newIdentifier: try #require(text("new_identifier")),
        oldLocation: text("old_location"), newLocation: text("new_location"), renamedBy: text("renamed_by"))
    case "dataset_updated_payload":
      CatalogPayload.datasetUpdated(description: text("description"), properties: try properties)
    case "dataset_commit_payload":
      CatalogPayload.datasetCommitted(
        snapshotID: try #require(number("snapshot_id")), sequenceNumber: try #require(number("sequence_number")),
        recordCount: try #require(number("record_count")), fileCount: try #require(number("file_count")))
    case "collection_created_payload":
      CatalogPayload.collectionCreated(properties: try properties)
    case "view_created_payload":
      CatalogPayload.viewCreated(definition: try #require(text("definition")), properties: try properties)
    case "view_deleted_payload":
      CatalogPayload.viewDeleted(droppedBy: text("dropped_by"))
    case "view_updated_payload":
      CatalogPayload.viewUpdated(description: text("description"), properties: try properties)
    case "view_executed_payload":
      CatalogPayload.viewExecuted(executionTimeMS: number("execution_time_ms"), rowCount: number("row_count"), error: text("error"))
    case "workspace_deleted_payload":
      CatalogPayload.workspaceDeleted(droppedBy: text("dropped_by"))
    case "workspace_restored_payload":
      CatalogPayload.workspaceRestored(restoredBy: text("restored_by"))
    case "workspace_locked_payload":
      CatalogPayload.workspaceLocked(lockedBy: text("locked_by"))
    case "workspace_unlocked_payload":
      CatalogPayload.workspaceUnlocked(unlockedBy: text("unlocked_by"))
    default:
      try #require(nil as PayloadValue?, "no builder is called \(builder)")
    }
  }

  private func text(_ name: String) -> String? { root[name]?.string }
  private func number(_ name: String) -> Int64? { root[name]?.integer }

  private var properties: [PayloadValue.Member] {
    get throws {
      guard case .object(let members) = PayloadValue(try #require(root["properties"])) else { return [] }
      return members
    }
  }

  private var fields: [CatalogPayload.Field]? {
    guard let fields = root["fields"], fields.kind == .array else { return nil }
    return fields.elements.map { field in
      CatalogPayload.Field(name: field["name"]?.string ?? "", type: field["type"]?.string ?? "")
    }
  }
}
