import CatalogEvents

/// The options of `hooktop send` that say what is sent, as they were typed.
public struct DraftOptions: Sendable, Hashable {
  public var kind: DraftKind
  public var action = "create"
  /// The resource type, for `DraftKind.event`.
  public var type: String?
  public var workspace: String?
  public var collection: String?
  public var name: String?
  public var location: String?
  /// `KEY=VALUE` each.
  public var properties: [String] = []
  /// `NAME:TYPE` each.
  public var fields: [String] = []
  /// SQL, or `@FILE`.
  public var definition: String?
  /// Milliseconds since 1970.
  public var timestamp: Int64?
  /// JSON, `@FILE`, or `-` for standard input.
  public var data: String?

  public init(kind: DraftKind) {
    self.kind = kind
  }

  // What a test event is about when nothing else is said, so that the bare command fires one.
  public static let exampleWorkspace = "acme"
  public static let exampleCollection = "sales"
  public static let exampleDataset = "orders"
  public static let exampleView = "v_orders"
  public static let exampleDefinition = "SELECT * FROM sales.orders"
}

extension DraftOptions {
  /// The event that the options describe. An option that would have no effect, and one that is missing, is a failure of usage; data
  /// that is not JSON is one of input.
  func draft(reading input: InputReader = InputReader()) throws(CommandFailure) -> EventDraft {
    try refuseWhatHasNoEffect()
    let type = try resourceType()
    guard !action.isEmpty else { throw usage("--action is empty: give an action such as create") }
    let workspace = try value(workspace, "--workspace", else: Self.exampleWorkspace)
    let collection: String?
    let name: String
    switch kind {
    case .dataset, .view:
      collection = try value(self.collection, "--collection", else: Self.exampleCollection)
      name = try value(self.name, "--name", else: kind == .view ? Self.exampleView : Self.exampleDataset)
    case .event:
      collection = self.collection
      name = try value(self.name, "--name", else: type == .workspace ? workspace : nil)
    }
    return EventDraft(
      action: Action(rawValue: action), workspace: workspace, collection: collection, resourceType: type, resourceName: name,
      timestamp: timestamp.map { Timestamp(milliseconds: $0) }, data: try payload(reading: input))
  }

  private func resourceType() throws(CommandFailure) -> ResourceType {
    switch kind {
    case .dataset: .dataset
    case .view: .view
    case .event: ResourceType(rawValue: try value(type, "--type", else: nil))
    }
  }

  private func payload(reading input: InputReader) throws(CommandFailure) -> PayloadValue {
    if let data {
      let bytes = try input.bytes(of: data, option: "--data", dashIsStandardInput: true)
      do throws(JSONError) {
        return PayloadValue(try JSONDocument(bytes).root)
      } catch {
        throw CommandFailure(.badInput, "--data is not JSON, \(error): give JSON, @FILE, or - for standard input")
      }
    }
    switch (kind, action) {
    case (.dataset, "create"):
      return CatalogPayload.datasetCreated(
        location: location, properties: try propertyMembers(), fields: fields.isEmpty ? nil : try schemaFields())
    case (.view, "create"), (.view, "update"):
      let sql = try value(definition, "--definition", else: Self.exampleDefinition)
      let bytes = try input.bytes(of: sql, option: "--definition", dashIsStandardInput: false)
      guard let text = String(validating: bytes, as: UTF8.self) else {
        throw CommandFailure(.badInput, "the file of --definition is not UTF-8: save it as UTF-8 text")
      }
      return CatalogPayload.viewCreated(definition: text, properties: try propertyMembers())
    case (.dataset, "update"):
      return CatalogPayload.datasetUpdated(description: nil, properties: try propertyMembers())
    case (.dataset, "delete"):
      return CatalogPayload.datasetDeleted(location: location, droppedBy: nil)
    case (.view, "delete"):
      return CatalogPayload.viewDeleted(droppedBy: nil)
    default:
      return .object([])
    }
  }

  /// The options that only count where the data is built from them.
  private func refuseWhatHasNoEffect() throws(CommandFailure) {
    let given = [
      ("--location", location != nil), ("--property", !properties.isEmpty), ("--field", !fields.isEmpty),
      ("--definition", definition != nil),
    ].filter(\.1).map(\.0)
    guard let first = given.first else { return }
    if data != nil {
      throw usage("\(first) has no effect beside --data, which gives the data whole: leave one of them out")
    }
    let building: [String] =
      switch (kind, action) {
      case (.dataset, "create"): ["--location", "--property", "--field"]
      case (.dataset, "update"): ["--property"]
      case (.dataset, "delete"): ["--location"]
      case (.view, "create"), (.view, "update"): ["--property", "--definition"]
      default: []
      }
    if let useless = given.first(where: { !building.contains($0) }) {
      throw usage("\(useless) has no effect on \(action) \(kind.rawValue): give the data whole with --data")
    }
  }

  private func propertyMembers() throws(CommandFailure) -> [PayloadValue.Member] {
    var members: [PayloadValue.Member] = []
    for text in properties {
      guard let sign = text.firstIndex(of: "="), sign != text.startIndex else {
        throw usage("--property \"\(text)\" must be KEY=VALUE, as in owner=ana")
      }
      let name = String(text[..<sign])
      guard !members.contains(where: { $0.name == name }) else { throw usage("--property \(name) is given twice: a key has one value") }
      members.append(PayloadValue.Member(name, .string(String(text[text.index(after: sign)...]))))
    }
    return members
  }

  private func schemaFields() throws(CommandFailure) -> [CatalogPayload.Field] {
    var result: [CatalogPayload.Field] = []
    for text in fields {
      // A type may have colons of its own: `list<item: string>`.
      guard let colon = text.firstIndex(of: ":"), colon != text.startIndex, text.index(after: colon) != text.endIndex else {
        throw usage("--field \"\(text)\" must be NAME:TYPE, as in id:int64")
      }
      result.append(CatalogPayload.Field(name: String(text[..<colon]), type: String(text[text.index(after: colon)...])))
    }
    return result
  }

  private func value(_ given: String?, _ option: String, else standing: String?) throws(CommandFailure) -> String {
    guard let value = given ?? standing else { throw usage("send \(kind.rawValue) needs \(option)") }
    guard !value.isEmpty else { throw usage("\(option) is empty: give it a value, or leave it out") }
    return value
  }

  private func usage(_ sentence: String) -> CommandFailure {
    CommandFailure(.usage, sentence)
  }
}
