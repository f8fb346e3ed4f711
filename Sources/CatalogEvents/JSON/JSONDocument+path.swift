extension JSONDocument {
  /// The value at the end of `path`; of duplicate names the last one counts.
  public func value(at path: JSONPath) -> JSONValue? {
    var value = root
    for component in path.components {
      switch component {
      case .name(let name):
        guard let member = value[name] else { return nil }
        value = member
      case .index(let index):
        guard let element = value.element(at: index) else { return nil }
        value = element
      }
    }
    return value
  }
}

extension JSONValue {
  /// The way to it from the document's root. It looks from the root down, so ask for it when it is to be shown, not in a loop.
  public var path: JSONPath {
    var path = JSONPath()
    var container = JSONValue(storage: storage, index: 0)
    while container.index != index {
      guard let (component, child) = container.child(around: index) else { break }
      path.components.append(component)
      container = child
    }
    return path
  }

  func element(at position: Int) -> JSONValue? {
    guard kind == .array, (0..<count).contains(position) else { return nil }
    return children.dropFirst(position).first { _ in true }.map { JSONValue(storage: storage, index: $0) }
  }

  /// The element or member in which the node of that index lies.
  private func child(around target: Int) -> (JSONPath.Component, JSONValue)? {
    for (position, child) in children.enumerated() {
      switch kind {
      case .object:
        let member = JSONMember(storage: storage, index: child)
        if target < member.value.node.next {
          return (.name(member.name), member.value)
        }
      case .array:
        let element = JSONValue(storage: storage, index: child)
        if target < element.node.next {
          return (.index(position), element)
        }
      case .null, .boolean, .number, .string:
        return nil
      }
    }
    return nil
  }
}
