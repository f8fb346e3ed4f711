/// The numbers of captures that a question is about, in its order.
public struct CaptureIDs: Sendable, Hashable {
  /// As many as were asked for at most.
  public var ids: [Int64]
  /// How many there are in all; more than that where it is not exact, because counting all would take long.
  public var total: Int
  public var isTotalExact: Bool

  public init(ids: [Int64], total: Int, isTotalExact: Bool = true) {
    self.ids = ids
    self.total = total
    self.isTotalExact = isTotalExact
  }

  public init(_ page: CapturePage) {
    self.init(ids: page.rows.map(\.id), total: page.countBefore + page.rows.count + page.countAfter, isTotalExact: page.isCountExact)
  }
}
