extension FindingSearch {
  /// Names that come more than once in an object, anywhere in the document.
  mutating func searchDuplicates() {
    let storage = document.storage
    for index in storage.nodes.indices where storage.nodes[index].detail > 1 {
      guard !isCutOff else { return }
      let object = JSONValue(storage: storage, index: index)
      if object.kind == .object {
        searchDuplicates(in: object)
      }
    }
  }

  private mutating func searchDuplicates(in object: JSONValue) {
    let names = object.children.map { JSONValue(storage: object.storage, index: $0) }
    for (name, count) in Self.repeated(in: names) {
      guard !isCutOff else { return }
      add(at: name.byteRange.lowerBound, "is there \(count) times, and the last one counts") {
        object.path.appending(.name(name.text))
      }
    }
  }

  /// The texts that come more than once in `strings`, each as its last occurrence and with the number of them.
  static func repeated(in strings: [JSONValue]) -> [(last: JSONValue, count: Int)] {
    // Of a few, as in nearly every event, each is held against each other one, and nothing is made.
    let areFew = strings.count <= 16
    if areFew, !strings.indices.contains(where: { later in strings[..<later].contains { $0.hasSameText(as: strings[later]) } }) {
      return []
    }
    var occurrences: [[UInt8]: (last: JSONValue, count: Int)] = [:]
    for string in strings {
      let text = string.exactText
      occurrences[text] = (string, (occurrences[text]?.count ?? 0) + 1)
    }
    return occurrences.values.filter { $0.count > 1 }.sorted { $0.last.index < $1.last.index }
  }
}
