import CatalogEvents
public import EventRecords

/// Captures in memory that answer the dashboard's questions as the store does.
public struct CaptureList: Sendable {
  /// In the order of arrival.
  public private(set) var captures: [Capture] = []
  /// Questions for pages that were answered.
  public private(set) var pageQueryCount = 0
  /// The greatest number of rows that an answer had.
  public private(set) var greatestPage = 0
  private var nextID: Int64 = 1
  private var rejectedCount = 0
  /// The signs of each capture that were found when it came in, by its number.
  private var signs: [Int64: Set<Sign>] = [:]
  /// Those that a capture is compared with: of the same moment, and of the same resource.
  private var moments: [Timestamp: [Capture]] = [:]
  private var resources: [CatalogResource: [Capture]] = [:]

  public init() {}

  /// A list of `count` alike captures, made quickly.
  public init(count: Int) {
    var sample = Capture.fixture()
    captures = (0..<count).map { index in
      sample.id = Int64(index) + 1
      return sample
    }
    nextID = Int64(count) + 1
  }

  /// Takes a capture in; one without an id gets the next one.
  public mutating func append(_ capture: Capture) {
    var capture = capture
    if capture.id == 0 { capture.id = nextID }
    nextID = max(nextID, capture.id) + 1
    captures.append(capture)
    findSigns(of: capture)
    if capture.verdict == .rejected { rejectedCount += 1 }
  }

  /// Forgets a capture, as a store does that keeps only some of the rejected ones.
  public mutating func remove(id: Int64) {
    captures.removeAll { $0.id == id }
    rejectedCount = captures.count { $0.verdict == .rejected }
    // What it was compared with may be gone.
    (signs, moments, resources) = ([:], [:], [:])
    for capture in captures { findSigns(of: capture) }
  }

  public func capture(id: Int64) -> Capture? {
    let index = indexAfter(id) - 1
    return index >= 0 && captures[index].id == id ? captures[index] : nil
  }

  /// Where the first capture newer than `id` stands.
  private func indexAfter(_ id: Int64) -> Int {
    var low = 0
    var high = captures.count
    while low < high {
      let middle = (low + high) / 2
      if captures[middle].id > id { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// A row of the table, with the signs that the store finds.
  func row(_ index: Int) -> CaptureSummary {
    row(captures[index])
  }

  private func row(_ capture: Capture) -> CaptureSummary {
    var row = capture.summary
    row.comparedSigns = signs[row.id] ?? []
    return row
  }

  /// The captures of which no later attempt of the same task is there.
  private func newestAttempts(in captures: ArraySlice<Capture>) -> Set<Int64> {
    var seen: [TaskAttempt] = []
    var newest: Set<Int64> = []
    for capture in captures.reversed() {
      if let task = CloudTaskHeaders(capture.headers)?.attempt {
        guard !seen.contains(where: { $0.isOfSameTask(as: task) }) else { continue }
        seen.append(task)
      }
      newest.insert(capture.id)
    }
    return newest
  }

  private mutating func findSigns(of capture: Capture) {
    guard let event = capture.event else { return }
    let found = capture.isDuplicate(after: moments[event.timestamp] ?? []) ? [Sign.duplicate] : []
    let drift = capture.hasDrifted(after: resources[event.resource] ?? []) ? [Sign.drift] : []
    signs[capture.id] = Set(found + drift)
    moments[event.timestamp, default: []].append(capture)
    if event.declaresSchema { resources[event.resource, default: []].append(capture) }
  }

  public mutating func page(_ request: PageRequest) -> CapturePage {
    pageQueryCount += 1
    guard request.filter?.isEmpty ?? true, request.sort == .arrival, !request.foldsAttempts else { return listedPage(request) }
    let end = request.newestID.map(indexAfter) ?? captures.count
    var last = end
    var first: Int
    switch request.position {
    case .newest: first = end - request.limit
    case .oldest: first = 0
    case .before(let id):
      last = min(end, indexAfter(id - 1))
      first = last - request.limit
    case .after(let id): first = min(end, indexAfter(id))
    case .around(let id):
      // A page at an end of the list is filled from the other side.
      first = min(min(end, indexAfter(id)) - 1 - request.limit / 2, end - request.limit)
    }
    first = max(0, first)
    last = min(last, first + request.limit)
    greatestPage = max(greatestPage, last - first)
    return CapturePage(
      rows: (first..<last).map(row), countBefore: first, countAfter: end - last, heldCount: captures.count - end,
      counts: counts, generation: request.generation)
  }

  private var counts: StoreCounts {
    StoreCounts(accepted: captures.count - rejectedCount, rejected: rejectedCount, byteCount: 4096 * captures.count)
  }

  /// A page of a list that is filtered or sorted.
  private mutating func listedPage(_ request: PageRequest) -> CapturePage {
    let end = request.newestID.map(indexAfter) ?? captures.count
    let sort = request.sort
    let newestAttempts = request.foldsAttempts ? newestAttempts(in: captures[..<end]) : nil
    let rows = captures[..<end].filter { newestAttempts?.contains($0.id) ?? true }.filter {
      request.filter?.matches($0, now: request.now) ?? true
    }.map(row)
      .sorted { sort.precedes(sort.place(of: $0), sort.place(of: $1)) }
    func countBefore(_ place: CaptureSort.Place) -> Int { rows.prefix { sort.precedes(sort.place(of: $0), place) }.count }
    func countUpTo(_ place: CaptureSort.Place) -> Int { rows.prefix { !sort.precedes(place, sort.place(of: $0)) }.count }
    let limit = min(max(0, request.limit), rows.count)
    var range = 0..<limit
    switch request.position {
    case .newest: range = rows.count - limit..<rows.count
    case .oldest: break
    case .before(let id):
      let last = place(of: id, sort).map(countBefore) ?? 0
      range = max(0, last - limit)..<last
    case .after(let id):
      let first = place(of: id, sort).map(countUpTo) ?? 0
      range = first..<min(rows.count, first + limit)
    case .around(let id):
      let place = place(of: id, sort)
      let first = max(0, min((place.map(countUpTo) ?? 0) - 1 - limit / 2, rows.count - limit))
      range = limit > 0 ? max(0, first)..<max(0, first) + limit : (place.map(countBefore) ?? 0)..<(place.map(countBefore) ?? 0)
    }
    greatestPage = max(greatestPage, range.count)
    return CapturePage(
      rows: Array(rows[range]), countBefore: range.lowerBound, countAfter: rows.count - range.upperBound, heldCount: captures.count - end,
      counts: counts, generation: request.generation)
  }

  /// Where a capture stands in a sorted list; one that is gone stands where the nearest older one does, or else the oldest of all.
  private func place(of id: Int64, _ sort: CaptureSort) -> CaptureSort.Place? {
    guard sort.column != .arrival else { return CaptureSort.Place(key: .number(id), id: id) }
    let nearest = captures.last { $0.id <= id } ?? captures.first
    return nearest.map { CaptureSort.Place(key: sort.key(of: $0.summary), id: id) }
  }
}
