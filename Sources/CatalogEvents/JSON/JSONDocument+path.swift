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
        guard value.kind == .array, let element = value.element(at: index) else { return nil }
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
    guard (0..<count).contains(position) else { return nil }
    var child = index + 1
    for _ in 0..<position {
      child = Int(storage.nodes[child].next)
    }
    return JSONValue(storage: storage, index: child)
  }

  /// The element or member in which the node of that index lies.
  private func child(around target: Int) -> (JSONPath.Component, JSONValue)? {
    let isObject = kind == .object
    var child = index + 1
    for position in 0..<count {
      let value = JSONValue(storage: storage, index: isObject ? child + 1 : child)
      let next = Int(value.node.next)
      if target < next {
        let component: JSONPath.Component = isObject ? .name(JSONValue(storage: storage, index: child).text) : .index(position)
        return (component, value)
      }
      child = next
    }
    return nil
  }
}
