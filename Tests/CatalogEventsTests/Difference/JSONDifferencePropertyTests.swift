import CatalogEvents
import Testing

/// Whatever two documents are compared: their changes lead from one to the other, and there are none without need.
@Suite struct JSONDifferencePropertyTests {
  @Test(arguments: 0..<300)
  func theChangesLeadFromTheOldToTheNew(seed: Int) throws {
    var random = RandomPayload(seed: UInt64(seed))
    let old = random.value(depth: 4)
    let new = seed % 4 == 0 ? random.value(depth: 4) : random.altered(old)
    let found = try difference(old, new)
    #expect(!found.isCutOff)
    var rebuilt = old
    // From the last to the first, and then from the first to the last, no place moves before it was used.
    for change in found.changes.reversed() where change.kind == .removed {
      rebuilt.remove(at: try #require(change.oldPath).components[...])
    }
    for change in found.changes where change.kind == .added || change.kind == .changed {
      rebuilt.put(
        PayloadValue(try #require(change.new)), at: try #require(change.newPath).components[...], replaces: change.kind == .changed)
    }
    #expect(rebuilt.sorted == new.sorted)
    #expect(found.isEmpty == (old.sorted == new.sorted))
  }

  @Test(arguments: 0..<100)
  func nothingIsDifferentFromItself(seed: Int) throws {
    var random = RandomPayload(seed: UInt64(seed))
    let value = random.value(depth: 4)
    let found = try difference(value, value, .init(comparesTimestamp: true, comparesOrder: true))
    #expect(found.isEmpty && found.rows.count == 1)
    #expect(try difference(value, value.sorted).isEmpty)
  }

  @Test(arguments: 0..<100)
  func theOtherWayRoundAddedIsRemoved(seed: Int) throws {
    var random = RandomPayload(seed: UInt64(seed))
    let old = random.value(depth: 4)
    // Of elements that changed places, either can be the one that stayed.
    let new = random.altered(old, movingElements: false)
    let there = try difference(old, new).changes
    let back = try difference(new, old).changes
    #expect(there.count == back.count)
    let paths = { (changes: [JSONDifference.Change], kind: JSONDifference.Kind) in
      changes.filter { $0.kind == kind }.map(\.path.description).sorted()
    }
    #expect(paths(there, .added) == paths(back, .removed) && paths(there, .removed) == paths(back, .added))
  }

  private func difference(
    _ old: PayloadValue, _ new: PayloadValue, _ options: JSONDifference.Options = .init(limit: .max)
  ) throws -> JSONDifference {
    JSONDifference(from: try JSONDocument(old.catalogBytes), to: try JSONDocument(new.catalogBytes), options: options)
  }
}

/// Values at random, of few names and few scalars, so that many are alike; names do not repeat, since a path could not tell them apart.
private struct RandomPayload {
  private var generator: SeededGenerator

  init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
  }

  mutating func value(depth: Int) -> PayloadValue {
    switch Int.random(in: 0..<(depth > 0 ? 7 : 3), using: &generator) {
    case 0: .null
    case 1: .number(["0", "1", "1.0"].randomElement(using: &generator) ?? "0")
    case 2: .string(["", "a", "é\u{1F600}"].randomElement(using: &generator) ?? "")
    case 3, 4: .object(members(depth: depth))
    case 5: .array(names().map { name in .object([.init("name", .string(name)), .init("type", value(depth: 0))]) })
    default: .array((0..<Int.random(in: 0..<5, using: &generator)).map { _ in value(depth: depth - 1) })
    }
  }

  private mutating func names() -> [String] {
    Array(["a", "b", "c", "d", "e", "f"].shuffled(using: &generator).prefix(Int.random(in: 0..<6, using: &generator)))
  }

  private mutating func members(depth: Int) -> [PayloadValue.Member] {
    names().map { .init($0, value(depth: depth - 1)) }
  }

  /// The value with some of what is in it changed, added, left out or moved.
  mutating func altered(_ value: PayloadValue, movingElements: Bool = true) -> PayloadValue {
    if Int.random(in: 0..<8, using: &generator) == 0 { return self.value(depth: 2) }
    switch value {
    case .array(let elements):
      var altered = elements.map { self.altered($0, movingElements: movingElements) }
      if !altered.isEmpty, Bool.random(using: &generator) { altered.remove(at: Int.random(in: altered.indices, using: &generator)) }
      if Bool.random(using: &generator) { altered.insert(self.value(depth: 1), at: Int.random(in: 0...altered.count, using: &generator)) }
      if movingElements, Int.random(in: 0..<4, using: &generator) == 0 { altered.shuffle(using: &generator) }
      return .array(altered)
    case .object(var members):
      for index in members.indices { members[index].value = altered(members[index].value, movingElements: movingElements) }
      if Bool.random(using: &generator) { members.shuffle(using: &generator) }
      if !members.isEmpty, Bool.random(using: &generator) { members.removeLast() }
      let name = "g"
      if !members.contains(where: { $0.name == name }) { members.append(.init(name, self.value(depth: 1))) }
      return .object(members)
    default: return value
    }
  }
}

extension PayloadValue {
  /// With the names of every object in the order of the alphabet.
  fileprivate var sorted: PayloadValue {
    switch self {
    case .array(let elements): .array(elements.map(\.sorted))
    case .object(let members): .object(members.map { .init($0.name, $0.value.sorted) }.sorted { $0.name < $1.name })
    default: self
    }
  }

  fileprivate mutating func remove(at path: ArraySlice<JSONPath.Component>) {
    change(at: path) { container, component in
      switch (container, component) {
      case (.array(var elements), .index(let index)):
        elements.remove(at: index)
        container = .array(elements)
      case (.object(let members), .name(let name)): container = .object(members.filter { $0.name != name })
      default: Issue.record("there is no such place")
      }
    }
  }

  fileprivate mutating func put(_ value: PayloadValue, at path: ArraySlice<JSONPath.Component>, replaces: Bool) {
    guard !path.isEmpty else {
      self = value
      return
    }
    change(at: path) { container, component in
      switch (container, component) {
      case (.array(var elements), .index(let index)):
        if replaces { elements[index] = value } else { elements.insert(value, at: index) }
        container = .array(elements)
      case (.object(let members), .name(let name)):
        container = .object(members.filter { $0.name != name } + [.init(name, value)])
      default: Issue.record("there is no such place")
      }
    }
  }

  /// Hands the container at the end but one of the path to `body`, with the last component.
  private mutating func change(at path: ArraySlice<JSONPath.Component>, _ body: (inout PayloadValue, JSONPath.Component) -> Void) {
    guard let first = path.first else { return }
    guard path.count > 1 else { return body(&self, first) }
    switch (self, first) {
    case (.array(var elements), .index(let index)):
      elements[index].change(at: path.dropFirst(), body)
      self = .array(elements)
    case (.object(var members), .name(let name)):
      guard let index = members.firstIndex(where: { $0.name == name }) else { return }
      members[index].value.change(at: path.dropFirst(), body)
      self = .object(members)
    default: Issue.record("there is no such place")
    }
  }
}
