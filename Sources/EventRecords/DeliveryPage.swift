public import CatalogEvents

/// A question for some deliveries, by key like a `PageRequest`.
public struct DeliveryPageRequest: Sendable, Hashable {
  public var position: PageRequest.Position
  public var limit: Int
  /// Which deliveries the list holds; `nil` for all.
  public var filter: Filter?
  /// The time from which the filter counts back.
  public var now: Timestamp
  public var generation: Int

  public init(
    position: PageRequest.Position, limit: Int, filter: Filter? = nil, now: Timestamp = Timestamp(milliseconds: 0), generation: Int = 0
  ) {
    self.position = position
    self.limit = limit
    self.filter = filter
    self.now = now
    self.generation = generation
  }
}

/// Some deliveries with their attempts, oldest first, and how many lie to either side of them.
public struct DeliveryPage: Sendable, Hashable {
  public var rows: [Delivery]
  public var countBefore: Int
  public var countAfter: Int
  public var generation: Int

  public init(rows: [Delivery], countBefore: Int, countAfter: Int, generation: Int) {
    self.rows = rows
    self.countBefore = countBefore
    self.countAfter = countAfter
    self.generation = generation
  }
}

extension DeliveryPage {
  /// The page of a list that is all there, oldest first.
  public init(_ request: DeliveryPageRequest, of ids: [Int64], delivery: (Int64) throws -> Delivery?) rethrows {
    let limit = min(max(0, request.limit), ids.count)
    let first: Int
    switch request.position {
    case .newest: first = ids.count - limit
    case .oldest: first = 0
    case .before(let id): first = max(0, ids.prefix { $0 < id }.count - limit)
    case .after(let id): first = ids.prefix { $0 <= id }.count
    case .around(let id): first = max(0, min(ids.prefix { $0 <= id }.count - 1 - limit / 2, ids.count - limit))
    }
    var last = min(ids.count, first + limit)
    if case .before(let id) = request.position { last = min(last, ids.prefix { $0 < id }.count) }
    self.init(
      rows: try ids[first..<last].compactMap(delivery), countBefore: first, countAfter: ids.count - last, generation: request.generation)
  }
}
