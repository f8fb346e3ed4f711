/// A place of the form at which the keyboard can be.
enum ComposeField: Sendable, Hashable {
  case kind, workspace, collection, name
  case location
  case properties(RowList.Place)
  case schema(RowList.Place)
  case definition, data
  case timestamp
  case target, url
  case count, rate
  case fire, close

  /// The shape of the text that is typed into it; `nil` for what is chosen or pressed.
  var shape: EditableText.Shape? {
    switch self {
    case .definition, .data: .lines
    case .kind, .target, .fire, .close, .properties(.add), .schema(.add): nil
    default: .line
    }
  }

  /// Whether Arrow types are offered in it.
  var takesType: Bool {
    if case .schema(.cell(_, .value)) = self { true } else { false }
  }

  /// As it is named in a sentence.
  var name: String {
    switch self {
    case .kind: "kind"
    case .workspace: "workspace"
    case .collection: "collection"
    case .name: "name"
    case .location: "location"
    case .properties: "property"
    case .schema: "schema field"
    case .definition: "SQL"
    case .data: "data"
    case .timestamp: "timestamp"
    case .target: "target"
    case .url: "URL"
    case .count: "count"
    case .rate: "rate"
    case .fire: "fire"
    case .close: "close"
    }
  }
}

/// A line of the form: a label, and the places in it from left to right.
struct ComposeLine: Sendable, Hashable {
  var label: String
  /// Empty for a line that only tells something.
  var fields: [ComposeField]
  /// What a line without fields says.
  var note = ""
  var rows = 1
}
