/// A number for each value of a document by which it can be told from every other one, so that two values are compared in one step
/// however much is in them.
///
/// 64 bits of the standard library's keyed hash: a sender can neither foresee nor bring about that two values have the same.
struct JSONFingerprints {
  private var marks: [Int]

  /// For the nodes of a document, names among them. The nodes in `masked` are all alike.
  init(_ document: JSONDocument, masked: Set<Int>, countsOrder: Bool) {
    let storage = document.storage
    marks = [Int](repeating: 0, count: storage.nodes.count)
    // From the last to the first: what is in a container comes before the container itself.
    for index in storage.nodes.indices.reversed() where !masked.contains(index) {
      let value = JSONValue(storage: storage, index: index)
      var hasher = Hasher()
      switch value.kind {
      case .object:
        hasher.combine(1)
        combine(membersOf: value, countsOrder: countsOrder, into: &hasher)
      case .array:
        hasher.combine(2)
        for element in value.children { hasher.combine(marks[element]) }
      case .string:
        hasher.combine(3)
        if value.hasEscapes {
          for byte in value.exactText { hasher.combine(byte) }
        } else {
          for byte in storage.bytes[value.byteRange].dropFirst().dropLast() { hasher.combine(byte) }
        }
      case .null, .boolean, .number:
        hasher.combine(4)
        for byte in storage.bytes[value.byteRange] { hasher.combine(byte) }
      }
      marks[index] = hasher.finalize()
    }
  }

  subscript(value: JSONValue) -> Int { marks[value.index] }
  subscript(member: JSONMember) -> Int { marks[member.index] }

  private func combine(membersOf object: JSONValue, countsOrder: Bool, into hasher: inout Hasher) {
    var occurrences: [Int: Int] = [:]
    var sum = 0
    for name in object.children {
      let occurrence = occurrences[marks[name], default: 0]
      occurrences[marks[name]] = occurrence + 1
      var member = Hasher()
      member.combine(marks[name])
      member.combine(occurrence)
      member.combine(marks[name + 1])
      if countsOrder { hasher.combine(member.finalize()) } else { sum &+= member.finalize() }
    }
    hasher.combine(sum)
  }
}
