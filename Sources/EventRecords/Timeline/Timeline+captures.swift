import CatalogEvents

extension Timeline {
  /// How many changes of one event are told.
  public static let changeLimit = 40

  /// Tells the story of a resource from its captures, oldest first.
  public init(of resource: CatalogResource, from captures: [Capture], isPartial: Bool) {
    var entries: [TimelineEntry] = []
    /// The newest event so far that tells the same things, by what it is told by.
    var last: [String: (id: Int64, document: JSONDocument)] = [:]
    for capture in captures {
      guard let event = capture.event, let document = capture.body.flatMap({ try? JSONDocument($0) }) else { continue }
      // A create and an update both say all of what the resource is; of the other actions each has data of its own.
      let kind = event.declaresSchema ? "create" : event.action.rawValue
      let before = last[kind]
      last[kind] = (capture.id, document)
      let (told, isCutOff) = before.map { Self.changes(from: $0.document, to: document) } ?? (Self.contents(of: document), false)
      entries.append(
        TimelineEntry(
          summary: capture.summary, comparedID: before?.id, changes: Array(told.prefix(Self.changeLimit)),
          isCutOff: isCutOff || told.count > Self.changeLimit))
    }
    self.init(resource: resource, entries: entries, isPartial: isPartial)
  }

  /// What is different in `data`: the fields of a schema first, in words of their own, then the rest by path.
  private static func changes(from old: JSONDocument, to new: JSONDocument) -> (changes: [TimelineChange], isCutOff: Bool) {
    var changes: [TimelineChange] = []
    var hasSchemas = false
    if let before = SchemaFields(old), let after = SchemaFields(new) {
      hasSchemas = true
      changes += after.changes(since: before).map { TimelineChange(sign: $0.sign, text: String($0.phrase.dropFirst(2))) }
    }
    let difference = JSONDifference(from: old, to: new, options: JSONDifference.Options(limit: changeLimit + 1))
    for change in difference.changes {
      // Who, what and when stands in the entry's own line.
      guard change.path.components.first != .name("event") else { continue }
      if hasSchemas, change.path.components.starts(with: schemaPath) { continue }
      changes.append(self.change(change))
    }
    return (changes, difference.isCutOff)
  }

  private static let schemaPath: [JSONPath.Component] = [.name("data"), .name("schema"), .name("fields")]

  private static func change(_ change: JSONDifference.Change) -> TimelineChange {
    let path = shortPath(change.path)
    switch change.kind {
    case .added: return TimelineChange(sign: "+", text: "\(path) \(brief(change.new))")
    case .removed: return TimelineChange(sign: "-", text: "\(path) \(brief(change.old))")
    case .changed: return TimelineChange(sign: "~", text: "\(path) \(brief(change.old)) → \(brief(change.new))")
    case .reordered: return TimelineChange(sign: "~", text: "\(path): other order of names")
    }
  }

  /// What the first event of its kind says, one line for each member of its data.
  private static func contents(of document: JSONDocument) -> [TimelineChange] {
    (document.root["data"]?.members ?? []).map { member in
      if member.name == "schema", let fields = member.value["fields"], fields.kind == .array {
        return TimelineChange(sign: " ", text: "schema of \(fields.count) field\(fields.count == 1 ? "" : "s")")
      }
      return TimelineChange(sign: " ", text: "\(JSONPath([.name(member.name)])) \(brief(member.value))")
    }
  }

  /// The path without the `data` that all have in common.
  private static func shortPath(_ path: JSONPath) -> JSONPath {
    path.components.count > 1 && path.components[0] == .name("data") ? JSONPath(Array(path.components.dropFirst())) : path
  }

  /// A value in a few words: a short one as it is spelled, a long one by its beginning, arrays and objects by their size.
  private static func brief(_ value: JSONValue?) -> String {
    guard let value else { return "" }
    switch value.kind {
    case .object where value.count > 0: return "{\(value.count) member\(value.count == 1 ? "" : "s")}"
    case .array where value.count > 0: return "[\(value.count) element\(value.count == 1 ? "" : "s")]"
    case .string:
      let text = value.string ?? value.spelling
      guard value.byteRange.count > briefLimit else { return "\"\(text)\"" }
      return "\"\(text.prefix(briefLimit))…\" (\(value.byteRange.count) bytes)"
    default: return value.byteRange.count > briefLimit ? value.spelling.prefix(briefLimit) + "…" : value.spelling
    }
  }

  private static let briefLimit = 160
}
