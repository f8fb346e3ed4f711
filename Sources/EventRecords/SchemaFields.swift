public import CatalogEvents

/// The fields that an event says a dataset has: `data.schema.fields`, in their order.
public struct SchemaFields: Sendable, Hashable {
  public var fields: [SchemaField]

  public init(_ fields: [SchemaField]) {
    self.fields = fields
  }

  /// `nil` when the document says nothing of fields.
  public init?(_ document: JSONDocument) {
    guard let list = document.root["data"]?["schema"]?["fields"], list.kind == .array else { return nil }
    fields = list.elements.map { element in
      guard element.kind == .object else { return SchemaField(name: "", type: element.spelling) }
      return SchemaField(name: Self.text(element["name"]), type: Self.text(element["type"]))
    }
  }

  /// `nil` when the body is not JSON or says nothing of fields.
  public init?(body: [UInt8]) {
    guard let document = try? JSONDocument(body) else { return nil }
    self.init(document)
  }

  /// A string by its text, anything else as it is spelled: a catalog may describe a type by more than its name.
  private static func text(_ value: JSONValue?) -> String {
    value.map { $0.string ?? $0.spelling } ?? ""
  }
}

/// A field of a dataset.
public struct SchemaField: Sendable, Hashable {
  public var name: String
  /// As Arrow prints it: `decimal128(18, 2)`, `list<item: string>`.
  public var type: String

  public init(name: String, type: String) {
    self.name = name
    self.type = type
  }
}
