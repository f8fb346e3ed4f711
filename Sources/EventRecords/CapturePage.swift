public import CatalogEvents

/// What a row of the table shows of a capture: everything but its headers and its body.
public struct CaptureSummary: Sendable, Hashable, Identifiable {
  public var id: Int64
  public var receivedAt: Timestamp
  public var verdict: Verdict
  public var status: Int
  public var event: CatalogEvent?
  public var reason: String?
  public var byteCount: Int
  public var findingCount: Int
  /// Which attempt of which Cloud Tasks task it is; `nil` when it came by no task.
  public var task: TaskAttempt?
  /// The signs that come of comparing it with other captures: `drift` and `duplicate`. All of its signs are in `signs(_:)`.
  public var comparedSigns: Set<Sign>

  public init(
    id: Int64, receivedAt: Timestamp, verdict: Verdict, status: Int, event: CatalogEvent?, reason: String?, byteCount: Int,
    findingCount: Int, task: TaskAttempt? = nil, comparedSigns: Set<Sign> = []
  ) {
    self.id = id
    self.receivedAt = receivedAt
    self.verdict = verdict
    self.status = status
    self.event = event
    self.reason = reason
    self.byteCount = byteCount
    self.findingCount = findingCount
    self.task = task
    self.comparedSigns = comparedSigns
  }

  /// Milliseconds between the event and its arrival, negative when the sender's clock is ahead; `nil` without an event.
  public var lag: Int64? {
    event.map { receivedAt.milliseconds(since: $0.timestamp) }
  }
}

/// A question for some rows of the table.
///
/// Pages are addressed by key and never by offset, so that any page of a million rows costs the same. Where the list is sorted,
/// `oldest` and `before` mean what stands further up in it, `newest` and `after` what stands further down.
public struct PageRequest: Sendable, Hashable {
  public enum Position: Sendable, Hashable {
    /// The newest rows.
    case newest
    /// The oldest rows.
    case oldest
    /// The rows just older than this one, without it.
    case before(Int64)
    /// The rows just newer than this one, without it.
    case after(Int64)
    /// This row (or the nearest older one when it is gone) with about half a page to either side.
    case around(Int64)
  }

  public var position: Position
  /// The greatest number of rows that the answer may hold.
  public var limit: Int
  /// Rows newer than this are left out, as if they had not arrived yet: a paused table.
  public var newestID: Int64?
  /// Which captures the list holds; `nil` for all.
  public var filter: Filter?
  /// The time from which the filter counts back.
  public var now: Timestamp
  public var sort: CaptureSort
  /// Whether of the attempts of one Cloud Tasks task only the newest is in the list.
  public var foldsAttempts: Bool
  /// Which question this is: an answer to an older one is dropped.
  public var generation: Int

  public init(
    position: Position, limit: Int, newestID: Int64? = nil, filter: Filter? = nil, now: Timestamp = Timestamp(milliseconds: 0),
    sort: CaptureSort = .arrival, foldsAttempts: Bool = false, generation: Int = 0
  ) {
    self.position = position
    self.limit = limit
    self.newestID = newestID
    self.filter = filter
    self.now = now
    self.sort = sort
    self.foldsAttempts = foldsAttempts
    self.generation = generation
  }
}

/// Some rows of the table in the order of the list, which is oldest first unless it is sorted, and how many lie to either side of them.
public struct CapturePage: Sendable, Hashable {
  public var rows: [CaptureSummary]
  /// How many rows that match stand before the first.
  public var countBefore: Int
  /// How many rows that match stand after the last.
  public var countAfter: Int
  /// Whether the two counts are exact. To count what matches in a large store takes long, and so ends early: they are then what was
  /// counted, and there are more.
  public var isCountExact: Bool
  /// How many captures, matching or not, are newer than the question's `newestID`.
  public var heldCount: Int
  /// Of the whole store, whatever was asked.
  public var counts: StoreCounts
  public var generation: Int

  public init(
    rows: [CaptureSummary], countBefore: Int, countAfter: Int, isCountExact: Bool = true, heldCount: Int = 0, counts: StoreCounts,
    generation: Int
  ) {
    self.rows = rows
    self.countBefore = countBefore
    self.countAfter = countAfter
    self.isCountExact = isCountExact
    self.heldCount = heldCount
    self.counts = counts
    self.generation = generation
  }
}

/// How much a store holds.
public struct StoreCounts: Sendable, Hashable {
  public var accepted: Int
  public var rejected: Int
  /// The size of the database with its write-ahead log, in bytes; 0 when it is in memory.
  public var byteCount: Int

  public init(accepted: Int = 0, rejected: Int = 0, byteCount: Int = 0) {
    self.accepted = accepted
    self.rejected = rejected
    self.byteCount = byteCount
  }

  /// Every capture, accepted or rejected.
  public var received: Int {
    accepted + rejected
  }
}
