/// A question for the numbers of many captures: all that a table shows.
///
/// The table holds no more than its page, so the store finds them; however many match, only the newest `limit` are held.
public struct CaptureIDRequest: Sendable, Hashable {
  /// The most that the answer may hold.
  public static let standardLimit = 10_000

  /// Captures newer than this are left out, as if they had not arrived yet: a paused table.
  public var newestID: Int64?
  public var limit: Int

  public init(newestID: Int64? = nil, limit: Int = CaptureIDRequest.standardLimit) {
    self.newestID = newestID
    self.limit = limit
  }
}

/// The numbers of captures that match, oldest first.
public struct CaptureIDs: Sendable, Hashable {
  /// The newest of them, as many as were asked for at most.
  public var ids: [Int64]
  /// How many match in all.
  public var total: Int

  public init(ids: [Int64], total: Int) {
    self.ids = ids
    self.total = total
  }
}
