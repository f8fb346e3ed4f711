/// A question for some deliveries, by key like a `PageRequest`.
public struct DeliveryPageRequest: Sendable, Hashable {
  public var position: PageRequest.Position
  public var limit: Int
  public var generation: Int

  public init(position: PageRequest.Position, limit: Int, generation: Int = 0) {
    self.position = position
    self.limit = limit
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
