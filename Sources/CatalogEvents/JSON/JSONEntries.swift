/// What lies just inside an array or object, one after the other, from any place on; for all other values nothing.
///
/// It costs nothing to make, however much is in the container.
public struct JSONEntries: Sequence, IteratorProtocol, Sendable {
  public struct Entry: Sendable {
    /// Where a member's name lies, its quotes included; `nil` in an array.
    public var name: Range<Int>?
    public var value: JSONValue
  }

  let storage: JSONStorage
  let isObject: Bool
  /// The index of the next entry's first node.
  var position: Int
  /// The index of the first node after the container.
  let end: Int

  public var isAtEnd: Bool { position >= end }

  public mutating func next() -> Entry? {
    guard !isAtEnd else { return nil }
    let value = JSONValue(storage: storage, index: isObject ? position + 1 : position)
    defer { position = Int(value.node.next) }
    return Entry(name: isObject ? storage.nodes[position].range : nil, value: value)
  }
}

extension JSONValue {
  /// The elements of an array, or the members of an object.
  public var entries: JSONEntries {
    let isContainer = kind == .object || kind == .array
    return JSONEntries(
      storage: storage, isObject: kind == .object, position: isContainer ? index + 1 : Int(node.next), end: Int(node.next))
  }

  /// The entries that follow one of this container's own, `child`.
  public func entries(after child: JSONValue) -> JSONEntries {
    var entries = entries
    entries.position = Int(child.node.next)
    return entries
  }
}

extension JSONDocument {
  /// The value, or the name of a member as a string, whose first byte is at `offset`.
  public func value(startingAt offset: Int) -> JSONValue? {
    var low = 0
    var high = storage.nodes.count
    while low < high {
      let middle = (low + high) / 2
      if Int(storage.nodes[middle].start) < offset { low = middle + 1 } else { high = middle }
    }
    return low < storage.nodes.count && Int(storage.nodes[low].start) == offset ? JSONValue(storage: storage, index: low) : nil
  }

  /// The arrays and objects in which the byte at `offset` lies, the outermost first.
  ///
  /// It looks at every sibling on the way, so ask for it at the press of a key, not in a loop.
  public func containers(around offset: Int) -> [JSONValue] {
    var containers: [JSONValue] = []
    var value = root
    while value.kind == .object || value.kind == .array, value.byteRange.contains(offset) {
      containers.append(value)
      guard let child = value.entries.first(where: { $0.value.byteRange.upperBound > offset })?.value else { break }
      value = child
    }
    return containers
  }
}
