public import CatalogEvents
import Foundation

/// What of a capture a term can ask for.
public enum FilterField: Sendable, Hashable {
  case action, type, workspace, collection, name, verdict, reason, finding, remote, path, body
  case id, status, size, lag
  case tls
  case since, before, after
  /// The values of the header lines of that name, whatever its case.
  case header(String)
  /// The values at the end of a path from the root of the body: `data.schema.fields.name`.
  case json(JSONPath)

  /// What kind of values it takes.
  public enum Kind: Sendable, Hashable {
    case text, verdict, boolean, number, size, duration, time
  }

  public var kind: Kind {
    switch self {
    case .action, .type, .workspace, .collection, .name, .reason, .finding, .remote, .path, .body, .header, .json: .text
    case .verdict: .verdict
    case .tls: .boolean
    case .id, .status: .number
    case .size: .size
    case .lag: .duration
    case .since, .before, .after: .time
    }
  }

  /// The fields that are one word, by their names; other spellings that are taken as well come after.
  static let named: [(name: String, field: FilterField)] = [
    ("action", .action), ("type", .type), ("ws", .workspace), ("coll", .collection), ("name", .name), ("verdict", .verdict),
    ("status", .status), ("size", .size), ("lag", .lag), ("since", .since), ("before", .before), ("after", .after), ("id", .id),
    ("tls", .tls), ("remote", .remote), ("path", .path), ("finding", .finding), ("reason", .reason), ("body", .body),
    ("resource_type", .type), ("workspace", .workspace), ("collection", .collection), ("resource_name", .name), ("findings", .finding),
    ("bytes", .size),
  ]

  /// The fields that go on with a dot and a name.
  static let prefixes = ["data", "event", "header"]

  /// What can be typed before a comparison, in the order in which people are shown it: `action`, ..., `header.`, `data.`.
  public static let completions: [String] = named.prefix(19).map(\.name) + ["header.", "data.", "event."]

  /// As it is typed: `ws`, `header.user-agent`, `data.schema.fields.name`.
  public var spelling: String {
    switch self {
    case .header(let name): "header." + FilterQuoting.pathName(name)
    case .json(let path):
      path.components.enumerated().map { index, component in
        switch component {
        case .index(let number): "[\(number)]"
        case .name(let name): (index == 0 ? "" : ".") + FilterQuoting.pathName(name)
        }
      }.joined()
    default: Self.named.first { $0.field == self }?.name ?? ""
    }
  }

  /// The field of that spelling; `nil` when there is none.
  public init?(spelling: String) {
    guard let filter = try? Filter(spelling + ":x*", timeZone: .gmt), case .term(let term) = filter.root,
      case .text(let field, _) = term.test
    else {
      guard let named = Self.named.first(where: { $0.name == spelling }) else { return nil }
      self = named.field
      return
    }
    self = field
  }
}
