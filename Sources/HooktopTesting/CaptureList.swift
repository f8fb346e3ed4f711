import CatalogEvents
public import EventRecords

/// Captures in memory that answer the dashboard's questions as the store does.
public struct CaptureList: Sendable {
  /// In the order of arrival.
  public private(set) var captures: [Capture] = []
  /// Questions for pages that were answered.
  public private(set) var pageQueryCount = 0
  private var nextID: Int64 = 1

  public init() {}

  /// Takes a capture in; one without an id gets the next one.
  public mutating func append(_ capture: Capture) {
    var capture = capture
    if capture.id == 0 { capture.id = nextID }
    nextID = max(nextID, capture.id) + 1
    captures.append(capture)
  }

  /// Forgets a capture, as a store does that keeps only some of the rejected ones.
  public mutating func remove(id: Int64) {
    captures.removeAll { $0.id == id }
  }

  public func capture(id: Int64) -> Capture? {
    captures.first { $0.id == id }
  }

  public mutating func page(_ request: PageRequest) -> CapturePage {
    pageQueryCount += 1
    let end = request.newestID.map { newest in captures.firstIndex { $0.id > newest } ?? captures.count } ?? captures.count
    let listed = captures[..<end]
    let start: Int
    switch request.position {
    case .newest: start = end - request.limit
    case .oldest: start = 0
    case .before(let id): start = (listed.firstIndex { $0.id >= id } ?? end) - request.limit
    case .after(let id): start = listed.firstIndex { $0.id > id } ?? end
    case .around(let id):
      let middle = (listed.firstIndex { $0.id > id } ?? end) - 1
      // A page at an end of the list is filled from the other side.
      start = min(middle - request.limit / 2, end - request.limit)
    }
    let first = max(0, start)
    let last: Int
    switch request.position {
    case .before(let id): last = listed.firstIndex { $0.id >= id } ?? end
    default: last = min(end, first + request.limit)
    }
    let rejected = captures.count { $0.verdict == .rejected }
    return CapturePage(
      rows: listed[min(first, last)..<last].map(\.summary), countBefore: min(first, last), countAfter: end - last,
      counts: StoreCounts(accepted: captures.count - rejected, rejected: rejected, byteCount: 4096 * captures.count),
      generation: request.generation)
  }
}
