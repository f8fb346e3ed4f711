/// What became of one field between two schemas of a dataset.
public enum SchemaChange: Sendable, Hashable {
  case added(SchemaField)
  case removed(SchemaField)
  case retyped(name: String, from: String, to: String)

  /// `+` added, `-` removed, `~` retyped.
  public var sign: String {
    switch self {
    case .added: "+"
    case .removed: "-"
    case .retyped: "~"
    }
  }

  /// The change in a few words: `+ severity int64`, `- host`, `~ amount int64 → double`.
  public var phrase: String {
    switch self {
    case .added(let field): "+ \(field.name) \(field.type)"
    case .removed(let field): "- \(field.name)"
    case .retyped(let name, let from, let to): "~ \(name) \(from) → \(to)"
    }
  }
}

/// A field of a dataset beside what it was before, or one that is gone.
public struct SchemaRow: Sendable, Hashable {
  /// From 1; `nil` for a field that is gone.
  public var position: Int?
  public var field: SchemaField
  /// `nil` when it is as it was, and when there is nothing to compare with.
  public var change: SchemaChange?

  public init(position: Int?, field: SchemaField, change: SchemaChange?) {
    self.position = position
    self.field = field
    self.change = change
  }
}

extension SchemaFields {
  /// The fields in their order, then those of `previous` that are gone; nothing counts as changed when there is none before.
  ///
  /// Fields are matched by name, exactly; of several with one name the first with the first, the second with the second. A field that
  /// only moved to another place has not changed.
  public func rows(since previous: SchemaFields?) -> [SchemaRow] {
    guard let previous else {
      return fields.enumerated().map { SchemaRow(position: $0 + 1, field: $1, change: nil) }
    }
    var old: [FieldKey: SchemaField] = [:]
    let oldKeys = Self.keys(of: previous.fields)
    for (key, field) in zip(oldKeys, previous.fields) { old[key] = field }
    var rows: [SchemaRow] = []
    rows.reserveCapacity(fields.count)
    for (index, (key, field)) in zip(Self.keys(of: fields), fields).enumerated() {
      let before = old.removeValue(forKey: key)
      var change: SchemaChange?
      if let before {
        if !before.type.utf8.elementsEqual(field.type.utf8) {
          change = .retyped(name: field.name, from: before.type, to: field.type)
        }
      } else {
        change = .added(field)
      }
      rows.append(SchemaRow(position: index + 1, field: field, change: change))
    }
    for (key, field) in zip(oldKeys, previous.fields) where old[key] != nil {
      rows.append(SchemaRow(position: nil, field: field, change: .removed(field)))
    }
    return rows
  }

  /// What was added, retyped and removed since `previous`: in the order of the fields, those that are gone last.
  public func changes(since previous: SchemaFields) -> [SchemaChange] {
    rows(since: previous).compactMap(\.change)
  }

  /// A name byte for byte (two spellings of `é` are two names), and which of its occurrences it is.
  private struct FieldKey: Hashable {
    var name: [UInt8]
    var occurrence: Int
  }

  private static func keys(of fields: [SchemaField]) -> [FieldKey] {
    var counts: [[UInt8]: Int] = [:]
    return fields.map { field in
      let name = Array(field.name.utf8)
      let occurrence = counts[name, default: 0]
      counts[name] = occurrence + 1
      return FieldKey(name: name, occurrence: occurrence)
    }
  }
}
