import CatalogEvents
import EventRecords

extension ComposeState {
  /// Fills the form from a capture's event, to be sent as a new one; returns the paths of what the form cannot hold as it came.
  ///
  /// `nil` when the form has no fields for such an event, and is left as it is.
  mutating func fill(from capture: Capture, in context: ComposeContext) -> [JSONPath]? {
    guard let event = capture.event, let body = capture.body, let document = try? JSONDocument(body),
      let kind = EventKind.of(event.action, event.resourceType)
    else { return nil }
    let data = document.root["data"]
    self.kind = kind
    workspace = EditableText(event.workspace)
    collection = EditableText(event.collection ?? "")
    name = EditableText(event.resourceName)
    timestamp = EditableText("now")
    count = EditableText("1")
    focus = .kind
    popUp = nil
    message = nil
    previewTop = nil
    switch kind.form {
    case .dataset:
      location = EditableText(data?["location"]?.string ?? "")
      properties = Self.rows(of: data?["properties"])
      schema = RowList(
        (data?["schema"]?["fields"]?.elements ?? []).compactMap { field in
          field["name"]?.string.map { ($0, field["type"]?.string ?? "") }
        })
    case .view:
      definition = EditableText(data?["definition"]?.string ?? "")
      properties = Self.rows(of: data?["properties"])
    case .json: self.data[kind.title] = EditableText(data.map { PayloadValue($0).indentedText } ?? "{}")
    }
    return lost(from: document, in: context)
  }

  private static func rows(of object: JSONValue?) -> RowList {
    RowList((object?.members ?? []).compactMap { member in member.value.string.map { (member.name, $0) } })
  }

  /// What would be different in an event that the form sends now.
  private func lost(from document: JSONDocument, in context: ComposeContext) -> [JSONPath] {
    guard let draft = ComposeReview(self, in: context).draft,
      let sent = try? JSONDocument(draft.body(at: Timestamp(milliseconds: 0)))
    else { return [JSONPath()] }
    return JSONDifference(from: document, to: sent).changes.map(\.path)
  }
}
