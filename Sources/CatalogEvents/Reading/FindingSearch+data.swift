extension FindingSearch {
  /// What stands under `data`, by what the contract says of the event's kind.
  mutating func searchData(of root: JSONValue, kind: EventKind?) {
    guard let data = root["data"] else {
      addMissing("data", in: root)
      return
    }
    guard data.kind == .object else {
      add(data, data.kind == .null ? "is null" : "is not an object")
      return
    }
    // Where there are two shapes, the one that fits better is meant.
    guard let shapes = kind?.dataShapes else { return }
    if shapes.count == 1 {
      searchShape(shapes[0], of: data)
      return
    }
    let attempts = shapes.map { shape in
      var attempt = self
      attempt.searchShape(shape, of: data)
      return attempt
    }
    if let best = attempts.min(by: { $0.count < $1.count }) {
      self = best
    }
  }

  private mutating func searchShape(_ shape: [EventKind.DataKey], of data: JSONValue) {
    for key in shape {
      guard let value = data[key.name] else {
        if key.isRequired {
          addMissing(key.name, in: data)
        }
        continue
      }
      searchContent(value, key.content)
    }
  }

  private mutating func searchContent(_ value: JSONValue, _ content: EventKind.DataKey.Content) {
    switch (content, value.kind) {
    case (.string, .string), (.stringOrNull, .string), (.stringOrNull, .null), (.object, .object):
      break
    case (.schema, .object):
      searchSchema(value)
    case (_, .null):
      add(value, "is null")
    case (.string, _), (.stringOrNull, _):
      add(value, "is not a string")
    case (.object, _), (.schema, _):
      add(value, "is not an object")
    case (.integer, _):
      if !value.isInteger {
        add(value, "is not an integer")
      }
    }
  }

  private mutating func searchSchema(_ schema: JSONValue) {
    guard let fields = schema["fields"] else {
      addMissing("fields", in: schema)
      return
    }
    guard fields.kind == .array else {
      add(fields, "is not an array")
      return
    }
    var names: [JSONValue] = []
    for field in fields.elements {
      guard !isCutOff else { return }
      guard field.kind == .object else {
        add(field, "is not an object")
        continue
      }
      searchShape(Self.fieldShape, of: field)
      if let name = field["name"], name.kind == .string {
        names.append(name)
      }
    }
    for (name, _) in Self.repeated(in: names) {
      guard !isCutOff else { return }
      add(name, "repeats \(quoted(name.text.shortened))")
    }
  }

  private static let fieldShape = [
    EventKind.DataKey(name: "name", content: .string, isRequired: true),
    EventKind.DataKey(name: "type", content: .string, isRequired: true),
  ]
}
