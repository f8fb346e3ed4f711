/// The captures that are marked, by their numbers: whatever is sorted, filtered or arrives, a mark stays on what it was put on.
struct Marks: Sendable, Hashable {
  /// So many can be marked at most.
  static let limit = 10_000

  private var ids: Set<Int64> = []
  /// The one that was marked last: a range begins at it.
  private(set) var last: Int64?

  var count: Int { ids.count }
  var isEmpty: Bool { ids.isEmpty }

  /// In the order of arrival.
  var inOrder: [Int64] { ids.sorted() }

  func contains(_ id: Int64) -> Bool {
    ids.contains(id)
  }

  /// Marks a capture, or unmarks it; `false` when there is no room for one more.
  mutating func toggle(_ id: Int64) -> Bool {
    if ids.remove(id) != nil {
      if last == id { last = nil }
      return true
    }
    return add([id]) == 1
  }

  /// Marks captures as far as there is room, and returns how many of them are marked now.
  mutating func add(_ more: [Int64]) -> Int {
    var count = 0
    for id in more {
      guard ids.contains(id) || ids.count < Self.limit else { continue }
      ids.insert(id)
      count += 1
      last = id
    }
    return count
  }

  mutating func remove(_ some: [Int64]) {
    ids.subtract(some)
    if let last, !ids.contains(last) { self.last = nil }
  }

  mutating func removeAll() {
    self = Marks()
  }
}
