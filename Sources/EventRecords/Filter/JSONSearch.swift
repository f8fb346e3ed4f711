import CatalogEvents

/// Looks through the values at the end of a path: a path into an array goes into every element, and of members that have the same
/// name into every one.
struct JSONSearch {
  private let components: [Component]

  /// A name as the bytes that it is compared by: a string compares composed and decomposed letters as equal, and JSON does not.
  private enum Component {
    case name([UInt8])
    case index(Int)
  }

  init(_ path: JSONPath) {
    components = path.components.map { component in
      switch component {
      case .name(let name): .name(Array(name.utf8))
      case .index(let index): .index(index)
      }
    }
  }

  func contains(in bytes: [UInt8], where isWanted: (JSONValue) -> Bool) -> Bool {
    guard let document = try? JSONDocument(bytes) else { return false }
    return contains(in: document.root, where: isWanted)
  }

  /// The strings and other scalars at the end of the path, as a filter compares them.
  func texts(in bytes: [UInt8]) -> [String] {
    var texts: [String] = []
    _ = contains(in: bytes) { value in
      switch value.kind {
      case .string: texts.append(value.string ?? "")
      case .number, .boolean, .null: texts.append(value.spelling)
      case .array, .object: break
      }
      return false
    }
    return texts
  }

  /// Without recursion, because a sender chooses the nesting.
  private func contains(in root: JSONValue, where isWanted: (JSONValue) -> Bool) -> Bool {
    var waiting = [(value: root, depth: 0)]
    while let (value, depth) = waiting.popLast() {
      guard depth < components.count else {
        if isWanted(value) { return true }
        waiting += value.elements.map { ($0, depth) }
        continue
      }
      switch (components[depth], value.kind) {
      case (.name(let name), .object):
        for member in value.members where member.name.utf8.elementsEqual(name) { waiting.append((member.value, depth + 1)) }
      case (.index(let index), .array):
        let elements = value.elements
        if elements.indices.contains(index) { waiting.append((elements[index], depth + 1)) }
      case (.name, .array): waiting += value.elements.map { ($0, depth) }
      default: break
      }
    }
    return false
  }
}

extension JSONValue {
  /// A string by its text, any other scalar as it is spelled. Arrays and objects have no text: only `*` says that they are there.
  func matches(_ pattern: FilterPattern) -> Bool {
    switch kind {
    case .string: string.map { pattern.matches(Array($0.utf8)) } ?? false
    case .number, .boolean, .null: pattern.matches(Array(spelling.utf8))
    case .array, .object: pattern.isAnything
    }
  }
}
