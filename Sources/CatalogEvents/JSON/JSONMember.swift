/// A name and its value in an object.
public struct JSONMember: Sendable {
  let storage: JSONStorage
  /// Of the name's node, which the value's follows.
  let index: Int

  /// With its escapes decoded; a surrogate without its other half becomes U+FFFD.
  public var name: String { nameValue.text }

  /// Where the name lies, its quotes included.
  public var nameRange: Range<Int> { nameValue.byteRange }

  public var value: JSONValue { JSONValue(storage: storage, index: index + 1) }

  var nameValue: JSONValue { JSONValue(storage: storage, index: index) }
}

extension JSONValue {
  /// In the order in which they came, duplicates included.
  public var members: [JSONMember] {
    guard kind == .object else { return [] }
    var members: [JSONMember] = []
    members.reserveCapacity(count)
    var child = index + 1
    for _ in 0..<count {
      members.append(JSONMember(storage: storage, index: child))
      child = Int(storage.nodes[child + 1].next)
    }
    return members
  }

  /// The last member of that name, as Python's reader takes it.
  ///
  /// Names are compared by scalars: `é` as one scalar and as two are two names.
  public subscript(_ name: String) -> JSONValue? {
    guard kind == .object else { return nil }
    var found: JSONValue?
    var child = index + 1
    for _ in 0..<count {
      if JSONValue(storage: storage, index: child).isText(name) {
        found = JSONValue(storage: storage, index: child + 1)
      }
      child = Int(storage.nodes[child + 1].next)
    }
    return found
  }
}
