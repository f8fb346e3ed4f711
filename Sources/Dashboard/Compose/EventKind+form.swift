import CatalogEvents

extension EventKind {
  /// How the `data` of a kind is filled in.
  enum Form: Sendable, Hashable {
    case dataset, view, json
  }

  var form: Form {
    switch (action, resourceType) {
    case (.create, .dataset): .dataset
    case (.create, .view): .view
    default: .json
    }
  }

  /// An event about a whole workspace has no collection, and its name is the workspace's.
  var isAboutWorkspace: Bool { collectionUse == .null }

  /// The kind of that title; the first one when this version knows none.
  static func titled(_ title: String) -> EventKind {
    all.first { $0.title == title } ?? all[0]
  }
}

extension PayloadValue {
  /// The value as JSON text for people to edit: a line for every member and element.
  var indentedText: String {
    indentedText(by: "")
  }

  private func indentedText(by indent: String) -> String {
    let inner = indent + "  "
    switch self {
    case .array(let elements) where !elements.isEmpty:
      let lines = elements.map { inner + $0.indentedText(by: inner) }
      return "[\n" + lines.joined(separator: ",\n") + "\n" + indent + "]"
    case .object(let members) where !members.isEmpty:
      let lines = members.map { "\(inner)\(PayloadValue.string($0.name).spelling): \($0.value.indentedText(by: inner))" }
      return "{\n" + lines.joined(separator: ",\n") + "\n" + indent + "}"
    default:
      return spelling
    }
  }

  private var spelling: String { String(decoding: catalogBytes, as: UTF8.self) }
}
