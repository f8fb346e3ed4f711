/// A name and its value in an object.
public struct JSONMember: Sendable {
  let storage: JSONStorage
  /// Of the name's node, which the value's follows.
  let index: Int

  /// With its escapes decoded; a surrogate without its other half becomes U+FFFD.
  public var name: String { nameValue.text }

  /// The name as it is spelled in the document, its quotes included.
  public var nameSpelling: String { nameValue.spelling }

  /// Where the name lies, its quotes included.
  public var nameRange: Range<Int> { nameValue.byteRange }

  public var value: JSONValue { JSONValue(storage: storage, index: index + 1) }

  var nameValue: JSONValue { JSONValue(storage: storage, index: index) }
}

extension JSONValue {
  /// In the order in which they came, duplicates included.
  public var members: [JSONMember] {
    kind == .object ? children.map { JSONMember(storage: storage, index: $0) } : []
  }

  /// The last member of that name, as Python's reader takes it.
  ///
  /// Names are compared by scalars: `é` as one scalar and as two are two names.
  public subscript(_ name: String) -> JSONValue? {
    guard kind == .object else { return nil }
    var found: JSONValue?
    for child in children where JSONValue(storage: storage, index: child).isText(name) {
      found = JSONValue(storage: storage, index: child + 1)
    }
    return found
  }

  /// The nodes of the elements of an array, or of the names in an object.
  var children: JSONChildren { JSONChildren(of: self) }
}

/// The indexes of the nodes that lie just inside an array or object.
struct JSONChildren: Sequence, IteratorProtocol {
  private let storage: JSONStorage
  /// From a name to its value.
  private let step: Int
  private var position: Int
  private var rest: Int

  init(of value: JSONValue) {
    storage = value.storage
    step = value.kind == .object ? 1 : 0
    position = value.index + 1
    rest = value.count
  }

  var underestimatedCount: Int { rest }

  mutating func next() -> Int? {
    guard rest > 0 else { return nil }
    rest -= 1
    let child = position
    position = Int(storage.nodes[child + step].next)
    return child
  }
}
