/// Walks through two documents at once and gathers what is different.
struct JSONComparison {
  typealias Part = JSONDifference.Part
  typealias Row = JSONDifference.Row

  private(set) var changes: [JSONDifference.Change] = []
  private(set) var rows: [Row] = []
  private(set) var isCutOff = false

  private let options: JSONDifference.Options
  private let old: JSONDocument
  private let new: JSONDocument
  private let oldMasked: Set<Int>
  private let oldMarks: JSONFingerprints
  private let newMarks: JSONFingerprints
  /// The way to what is being compared, in either document.
  private var oldPath = JSONPath()
  private var newPath = JSONPath()

  init(old: JSONDocument, new: JSONDocument, options: JSONDifference.Options) {
    self.old = old
    self.new = new
    self.options = options
    oldMasked = options.comparesTimestamp ? [] : Self.timestamps(in: old)
    let newMasked = options.comparesTimestamp ? [] : Self.timestamps(in: new)
    oldMarks = JSONFingerprints(old, masked: oldMasked, countsOrder: options.comparesOrder)
    newMarks = JSONFingerprints(new, masked: newMasked, countsOrder: options.comparesOrder)
  }

  /// The nodes of every `event.timestamp` of a document, of which there can be several.
  private static func timestamps(in document: JSONDocument) -> Set<Int> {
    let events = document.root.members.filter { $0.nameValue.isText("event") }
    let timestamps = events.flatMap { $0.value.members }.filter { $0.nameValue.isText("timestamp") && $0.value.kind == .number }
    return Set(timestamps.map(\.value.index))
  }

  mutating func run() {
    compare(Part(member: nil, value: old.root), Part(member: nil, value: new.root), depth: 0)
  }

  private mutating func compare(_ old: Part, _ new: Part, depth: Int) {
    if oldMarks[old.value] == newMarks[new.value] {
      addAlike(old, new, depth: depth)
      return
    }
    switch (old.value.kind, new.value.kind) {
    case (.object, .object):
      open(old, new, depth: depth)
      compareMembers(old.value, new.value, depth: depth + 1)
      close(old, new, depth: depth)
    case (.array, .array):
      open(old, new, depth: depth)
      compareElements(old.value, new.value, depth: depth + 1)
      close(old, new, depth: depth)
    default: add(.changed, old, new, depth: depth)
    }
  }

  private mutating func open(_ old: Part, _ new: Part, depth: Int) {
    rows.append(Row(kind: .opening, depth: depth, old: old, new: new))
  }

  private mutating func close(_ old: Part, _ new: Part, depth: Int) {
    rows.append(Row(kind: .closing, depth: depth, old: old, new: new))
  }
}

// MARK: - Objects and arrays

extension JSONComparison {
  private mutating func compareMembers(_ old: JSONValue, _ new: JSONValue, depth: Int) {
    let olds = old.members
    let news = new.members
    var positions: [Key: Int] = [:]
    for (position, key) in Key.all(olds.map { oldMarks[$0] }).enumerated() { positions[key] = position }
    let partners = Key.all(news.map { newMarks[$0] }).map { positions[$0] }
    var isPaired = [Bool](repeating: false, count: olds.count)
    for case let partner? in partners { isPaired[partner] = true }
    if options.comparesOrder, !Self.isRising(partners.compactMap { $0 }) { addReordered(old, new) }

    var isDone = [Bool](repeating: false, count: olds.count)
    var next = 0
    func part(_ member: JSONMember) -> Part { Part(member: member, value: member.value) }
    for (member, partner) in zip(news, partners) {
      // What was removed is told where it had stood: after what stood before it.
      while next < olds.count, isDone[next] || !isPaired[next] {
        if !isPaired[next] { addRemoved(part(olds[next]), at: .name(olds[next].name), depth: depth) }
        next += 1
      }
      guard let partner else {
        addAdded(part(member), at: .name(member.name), depth: depth)
        continue
      }
      isDone[partner] = true
      compare(part(olds[partner]), part(member), at: (.name(olds[partner].name), .name(member.name)), depth: depth)
    }
    for index in next..<olds.count where !isPaired[index] {
      addRemoved(part(olds[index]), at: .name(olds[index].name), depth: depth)
    }
  }

  private mutating func compareElements(_ old: JSONValue, _ new: JSONValue, depth: Int) {
    let olds = old.elements
    let news = new.elements
    for pair in pairs(olds, news) {
      switch pair {
      case (let from?, let to?):
        compare(Part(value: olds[from]), Part(value: news[to]), at: (.index(from), .index(to)), depth: depth)
      case (let from?, nil): addRemoved(Part(value: olds[from]), at: .index(from), depth: depth)
      case (nil, let to?): addAdded(Part(value: news[to]), at: .index(to), depth: depth)
      case (nil, nil): break
      }
    }
  }

  /// Which element is held against which: by name where all have one, else by position.
  private func pairs(_ olds: [JSONValue], _ news: [JSONValue]) -> [(old: Int?, new: Int?)] {
    if let oldNames = names(of: olds, oldMarks), let newNames = names(of: news, newMarks) {
      return JSONAlignment.pairs(Key.all(oldNames), Key.all(newNames))
    }
    return (0..<max(olds.count, news.count)).map { ($0 < olds.count ? $0 : nil, $0 < news.count ? $0 : nil) }
  }

  /// The fingerprints of the elements' names; `nil` unless all are objects that have a string under `name`.
  private func names(of elements: [JSONValue], _ marks: JSONFingerprints) -> [Int]? {
    var names: [Int] = []
    for element in elements {
      guard let name = element["name"], name.kind == .string else { return nil }
      names.append(marks[name])
    }
    return names
  }

  private mutating func compare(
    _ old: Part, _ new: Part, at components: (old: JSONPath.Component, new: JSONPath.Component), depth: Int
  ) {
    guard !isCutOff else { return }
    oldPath.components.append(components.old)
    newPath.components.append(components.new)
    compare(old, new, depth: depth)
    oldPath.components.removeLast()
    newPath.components.removeLast()
  }

  private static func isRising(_ numbers: [Int]) -> Bool {
    zip(numbers, numbers.dropFirst()).allSatisfy { $0 < $1 }
  }

  /// A name that may come several times, with the number of times that it came before.
  struct Key: Hashable {
    var mark: Int
    var occurrence: Int

    static func all(_ marks: [Int]) -> [Key] {
      var counts: [Int: Int] = [:]
      return marks.map { mark in
        defer { counts[mark, default: 0] += 1 }
        return Key(mark: mark, occurrence: counts[mark, default: 0])
      }
    }
  }
}

// MARK: - What is told

extension JSONComparison {
  /// Adds what is the same in both. Of more than three in a row, those between the first and the last are only counted.
  private mutating func addAlike(_ old: Part, _ new: Part, depth: Int) {
    let isPassedOver = oldMasked.contains(old.value.index) && old.value.spelling != new.value.spelling
    let row = Row(kind: isPassedOver ? .passedOver : .alike, depth: depth, old: old, new: new)
    func isAlike(_ distance: Int) -> Bool {
      rows.count >= distance && rows[rows.count - distance].kind == .alike && rows[rows.count - distance].depth == depth
    }
    if !isPassedOver, isAlike(1), rows.count >= 2, case .leftOut(let count) = rows[rows.count - 2].kind {
      rows[rows.count - 2].kind = .leftOut(count + 1)
      rows[rows.count - 1] = row
    } else if !isPassedOver, isAlike(1), isAlike(2), isAlike(3) {
      rows.removeLast(2)
      rows.append(Row(kind: .leftOut(2), depth: depth))
      rows.append(row)
    } else {
      rows.append(row)
    }
  }

  private mutating func addRemoved(_ part: Part, at component: JSONPath.Component, depth: Int) {
    oldPath.components.append(component)
    add(.removed, part, nil, depth: depth)
    oldPath.components.removeLast()
  }

  private mutating func addAdded(_ part: Part, at component: JSONPath.Component, depth: Int) {
    newPath.components.append(component)
    add(.added, nil, part, depth: depth)
    newPath.components.removeLast()
  }

  private mutating func add(_ kind: Row.Kind, _ old: Part?, _ new: Part?, depth: Int) {
    guard hasRoom() else { return }
    rows.append(Row(kind: kind, depth: depth, old: old, new: new, change: changes.count))
    changes.append(
      JSONDifference.Change(
        kind: kind == .added ? .added : kind == .removed ? .removed : .changed, oldPath: old.map { _ in oldPath },
        newPath: new.map { _ in newPath }, old: old?.value, new: new?.value))
  }

  private mutating func addReordered(_ old: JSONValue, _ new: JSONValue) {
    guard hasRoom() else { return }
    rows[rows.count - 1].change = changes.count
    changes.append(JSONDifference.Change(kind: .reordered, oldPath: oldPath, newPath: newPath, old: old, new: new))
  }

  private mutating func hasRoom() -> Bool {
    if changes.count >= options.limit { isCutOff = true }
    return !isCutOff
  }
}

extension JSONDifference.Part {
  fileprivate init(value: JSONValue) {
    self.init(member: nil, value: value)
  }
}
