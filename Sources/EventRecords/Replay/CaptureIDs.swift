/// The numbers of captures that a question is about, in its order.
public struct CaptureIDs: Sendable, Hashable {
  /// As many as were asked for at most.
  public var ids: [Int64]
  /// How many there are in all.
  public var total: Int

  public init(ids: [Int64], total: Int) {
    self.ids = ids
    self.total = total
  }

  public init(_ page: CapturePage) {
    self.init(ids: page.rows.map(\.id), total: page.countBefore + page.rows.count + page.countAfter)
  }
}
