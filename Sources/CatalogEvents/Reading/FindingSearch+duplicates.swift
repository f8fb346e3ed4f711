extension FindingSearch {
  /// Names that come more than once in an object, anywhere in the document.
  mutating func searchDuplicates() {
    let storage = document.storage
    for index in storage.nodes.indices where storage.nodes[index].detail > 1 {
      guard !isCutOff else { return }
      let value = JSONValue(storage: storage, index: index)
      if value.kind == .object, value.mayHaveDuplicates {
        addDuplicates(in: value)
      }
    }
  }

  private mutating func addDuplicates(in object: JSONValue) {
    var last: [[UInt8]: (count: Int, member: JSONMember)] = [:]
    for member in object.members {
      let count = last[member.nameValue.exactText]?.count ?? 0
      last[member.nameValue.exactText] = (count + 1, member)
    }
    let repeated = last.values.filter { $0.count > 1 }.sorted { $0.member.index < $1.member.index }
    for (count, member) in repeated {
      guard !isCutOff else { return }
      add(at: member.nameRange.lowerBound, "is there \(count) times, and the last one counts") {
        object.path.appending(.name(member.name))
      }
    }
  }
}

extension JSONValue {
  /// For an object of the usual size whether it has a name twice, found without making strings; `true` for a large one.
  fileprivate var mayHaveDuplicates: Bool {
    guard count <= 16 else { return true }
    let names = members.map(\.nameValue)
    return names.indices.contains { later in
      names[..<later].contains { $0.hasSameText(as: names[later]) }
    }
  }

  private func hasSameText(as other: JSONValue) -> Bool {
    if hasEscapes || other.hasEscapes {
      exactText == other.exactText
    } else {
      byteRange.count == other.byteRange.count && storage.bytes[byteRange].elementsEqual(storage.bytes[other.byteRange])
    }
  }

  /// The UTF-8 of a string, by which it can be told from every other; one that no UTF-8 can hold is its code units after a byte
  /// that no UTF-8 begins with.
  var exactText: [UInt8] {
    if hasLoneSurrogate, let codeUnits {
      [0xFF] + codeUnits.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    } else {
      Array(text.utf8)
    }
  }
}
