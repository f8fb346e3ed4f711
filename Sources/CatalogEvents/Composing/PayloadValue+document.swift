extension PayloadValue {
  /// The value that a JSON text is, its order, duplicates and digits kept.
  public static func parse(_ text: String) throws(JSONError) -> PayloadValue {
    PayloadValue(try JSONDocument(Array(text.utf8)).root)
  }

  /// The value that a document holds, its order, duplicates and digits kept.
  public init(_ value: JSONValue) {
    // From the last node to the first: when a container is reached, all that is in it is built, with its first part last.
    var built: [PayloadValue] = []
    for index in (value.index..<Int(value.node.next)).reversed() {
      let part = JSONValue(storage: value.storage, index: index)
      switch part.kind {
      case .null: built.append(.null)
      case .boolean: built.append(.boolean(part.boolean == true))
      case .number: built.append(.number(part.spelling))
      case .string: built.append(PayloadValue(string: part))
      case .array:
        let elements = built.suffix(part.count).reversed()
        built.removeLast(part.count)
        built.append(.array(Array(elements)))
      case .object:
        var members: [Member] = []
        members.reserveCapacity(part.count)
        for member in part.members {
          // Its name has been built as a string too, and lies before the value.
          built.removeLast()
          members.append(Member(named: member.nameValue, built.removeLast()))
        }
        built.append(.object(members))
      }
    }
    self = built.last ?? .null
  }

  private init(string part: JSONValue) {
    if part.hasLoneSurrogate, let codeUnits = part.codeUnits {
      self = .codeUnits(codeUnits)
    } else {
      self = .string(part.text)
    }
  }
}

extension PayloadValue.Member {
  fileprivate init(named name: JSONValue, _ value: PayloadValue) {
    if name.hasLoneSurrogate, let codeUnits = name.codeUnits {
      self.init(nameCodeUnits: codeUnits, value)
    } else {
      self.init(name.text, value)
    }
  }
}
