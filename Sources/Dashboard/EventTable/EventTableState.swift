import CatalogEvents
import EventRecords

/// The live table: a window on the store's rows, and one of them selected.
///
/// It holds the rows around the view and the counts, never the store's rows. The selected row is known by its identity, and stays on the
/// same line of the screen whatever arrives.
struct EventTableState: Sendable {
  /// The rows around the view, oldest first, without gaps.
  private(set) var rows: [CaptureSummary] = []
  /// How many rows of the list lie before the first and after the last of `rows`.
  private(set) var countBefore = 0
  private(set) var countAfter = 0
  /// `nil` until the first page came.
  private(set) var counts: StoreCounts?
  private(set) var selectedID: Int64?
  private(set) var isFollowing = true
  private(set) var isPaused = false
  /// Which captures the list holds; `nil` for all.
  private(set) var filter: Filter?
  private(set) var sort = CaptureSort.arrival
  /// Whether of the attempts of one Cloud Tasks task only the newest is in the list.
  private(set) var foldsAttempts = false
  /// Whether the counts are exact, and not what was counted of more.
  private(set) var isCountExact = true
  /// The time from which the filter counts back.
  var now = Timestamp(milliseconds: 0)

  /// How many captures arrived while the table is paused.
  private var heldCount = 0
  /// What was selected before a filter hid it: the page is asked for around it, so that it is selected again when it shows.
  private var anchorID: Int64?
  /// While the table is paused, the newest capture that it shows.
  private var ceiling: Int64?
  /// Whether the store must first be asked which capture was the newest when the table was paused.
  private var isCeilingUnknown = false
  /// On which line of the view the selected row stands.
  private var selectedLine = 0
  /// How many rows the view has.
  private var viewRows = 0
  /// How far a move went past the rows that are held; the rest is moved when they come.
  private var owedMove = 0
  private var aim = Aim.selected
  /// A capture that is gone to as soon as its page comes.
  private var goal: Int64?
  /// A capture that was to be gone to and is not in the list, until it is told.
  private var missedID: Int64?
  private var questions = PageQuestions()

  /// Which rows the next page should hold.
  private enum Aim: Sendable, Hashable {
    case selected, oldest, newest
  }

  var selectedIndex: Int? {
    selectedID.flatMap { id in rows.firstIndex { $0.id == id } }
  }

  var selected: CaptureSummary? {
    selectedIndex.map { rows[$0] }
  }

  /// The rows in view.
  var visibleRows: ArraySlice<CaptureSummary> {
    let top = topIndex
    return rows[top..<min(rows.count, top + viewRows)]
  }

  private var topIndex: Int {
    clampedTop(wanted: (selectedIndex ?? 0) - selectedLine)
  }

  /// A top at which the view is as full as the rows allow.
  private func clampedTop(wanted: Int) -> Int {
    max(0, min(wanted, rows.count - viewRows))
  }
}

extension EventTableState {
  var counters: TableCounters {
    let received = counts?.received ?? 0
    let listed = countBefore + rows.count + countAfter
    // The store may take or lose rows between two pages, never within one; the sum holds at every moment.
    let isWhole = filter == nil && !foldsAttempts
    let held = isPaused ? max(0, isWhole ? received - listed : heldCount) : 0
    let shown = isWhole ? received - held : min(listed, received - held)
    return TableCounters(
      received: received, shown: shown, held: held, hidden: received - held - shown, isExact: isWhole || isCountExact,
      rejected: counts?.rejected ?? 0)
  }

  /// The selected row's place in the list, from 1.
  var position: Int? {
    selectedIndex.map { countBefore + $0 + 1 }
  }

  /// How many rows of the list are newer than the selected one.
  var countBelow: Int {
    selectedIndex.map { rows.count - 1 - $0 + countAfter } ?? 0
  }
}

extension EventTableState {
  /// Asks for the first page, once.
  mutating func start() -> [Effect] {
    questions.hasAsked ? [] : ask()
  }

  mutating func storeChanged() -> [Effect] {
    ask()
  }

  /// Gives the view another number of rows.
  mutating func resize(rows: Int) -> [Effect] {
    guard rows != viewRows else { return [] }
    viewRows = rows
    settle()
    return counts == nil || isWellFilled ? [] : ask()
  }

  /// A second went by: a question that nobody answered is asked again.
  mutating func secondPassed() -> [Effect] {
    if questions.secondPassed() { return ask(superseding: true) }
    return filter?.dependsOnTime ?? false ? ask() : []
  }

  mutating func update(_ command: Command) -> [Effect] {
    goal = nil
    anchorID = nil
    switch command {
    case .moveDown: return move(by: 1, scrolling: false)
    case .moveUp: return move(by: -1, scrolling: false)
    case .pageDown: return move(by: max(1, viewRows - 1), scrolling: true)
    case .pageUp: return move(by: -max(1, viewRows - 1), scrolling: true)
    case .halfPageDown: return move(by: max(1, viewRows / 2), scrolling: true)
    case .halfPageUp: return move(by: -max(1, viewRows / 2), scrolling: true)
    case .moveToStart:
      isFollowing = false
      return jump(to: .oldest)
    case .moveToEnd:
      isFollowing = sort == .arrival
      return jump(to: .newest)
    case .toggleFollow:
      // To follow makes sense only where the newest is the last.
      isFollowing = sort == .arrival ? !isFollowing : true
      sort = .arrival
      return isFollowing ? jump(to: .newest) : []
    case .togglePause: return togglePause()
    default: return []
    }
  }

  mutating func update(_ page: CapturePage) -> [Effect] {
    guard let isStale = questions.answered(page.generation) else { return [] }
    if isCeilingUnknown {
      isCeilingUnknown = false
      counts = page.counts
      heldCount = 0
      ceiling = page.rows.last?.id ?? 0
      return ask(superseding: true)
    }
    if let goal, !page.rows.contains(where: { $0.id == goal }) {
      // The rows that are held stay, and with them the place in the list.
      self.goal = nil
      missedID = goal
      counts = page.counts
      return ask(superseding: true)
    }
    let previousID = anchorID ?? selectedID
    rows = page.rows
    countBefore = page.countBefore
    countAfter = page.countAfter
    isCountExact = page.isCountExact
    heldCount = page.heldCount
    counts = page.counts
    if let goal { select(goal) } else { choose(previousID) }
    anchorID = nil
    if owedMove != 0 {
      let owed = owedMove
      owedMove = 0
      let more = move(by: owed, scrolling: true)
      if !more.isEmpty { return more }
    }
    return isStale ? ask() : []
  }

  /// Selects the row that the page was asked for, or the one that was selected before.
  private mutating func choose(_ previousID: Int64?) {
    let wanted = isFollowing ? Aim.newest : aim
    aim = .selected
    switch wanted {
    case .newest:
      selectedID = rows.last?.id
      selectedLine = max(0, viewRows - 1)
    case .oldest:
      selectedID = rows.first?.id
      selectedLine = 0
    case .selected:
      guard let previousID, !rows.contains(where: { $0.id == previousID }) else {
        selectedID = previousID ?? rows.last?.id
        break
      }
      // It is gone from the store, or hidden: the nearest older one takes its place, in a sorted list what is near it there.
      let nearest = sort == .arrival ? rows.last { $0.id < previousID } ?? rows.first : rows.isEmpty ? nil : rows[rows.count / 2]
      selectedID = nearest?.id
    }
    settle()
  }

  /// Selects a capture by its number and stops following, once it is found; the table stays where it is when there is none.
  mutating func go(to id: Int64) -> [Effect] {
    owedMove = 0
    if rows.contains(where: { $0.id == id }) {
      select(id)
      return isWellFilled ? [] : ask()
    }
    goal = id
    return ask(superseding: true)
  }

  /// The capture that was gone to and is not in the list, once.
  mutating func takeMissed() -> Int64? {
    defer { missedID = nil }
    return missedID
  }

  /// Selects a row that is held: on its own line where it is in view, else in the middle.
  private mutating func select(_ id: Int64) {
    guard let index = rows.firstIndex(where: { $0.id == id }) else { return }
    let line = visibleRows.indices.contains(index) ? index - topIndex : viewRows / 2
    goal = nil
    aim = .selected
    isFollowing = false
    selectedID = id
    selectedLine = line
    settle()
  }

  private mutating func jump(to end: Aim) -> [Effect] {
    owedMove = 0
    aim = end
    if end == .oldest ? countBefore == 0 : countAfter == 0 {
      // The end is among the rows that are held, and need not be waited for.
      choose(selectedID)
      aim = end
    }
    return ask(superseding: true)
  }

  /// Moves the view by rows, and the selected row with it.
  mutating func scroll(by distance: Int) -> [Effect] {
    move(by: distance, scrolling: true)
  }

  private mutating func move(by distance: Int, scrolling: Bool) -> [Effect] {
    guard let index = selectedIndex else { return [] }
    let target = index + distance + owedMove
    let reached = min(max(0, target), rows.count - 1)
    if reached != index || distance < 0 { isFollowing = false }
    let canGoOn = target > reached ? countAfter > 0 : countBefore > 0
    owedMove = canGoOn ? target - reached : 0
    let top = topIndex + (scrolling ? reached - index : 0)
    selectedID = rows[reached].id
    selectedLine = reached - clampedTop(wanted: top)
    settle()
    return isWellFilled ? [] : ask()
  }

  private mutating func togglePause() -> [Effect] {
    isPaused.toggle()
    // Only when the end of the list is among the rows that are held is the newest capture known.
    isCeilingUnknown = isPaused && (counts == nil || countAfter > 0 || filter != nil || foldsAttempts || sort != .arrival)
    ceiling = isPaused && !isCeilingUnknown ? rows.last?.id ?? 0 : nil
    return ask(superseding: true)
  }

  /// Keeps the selected row in view and the view full.
  private mutating func settle() {
    selectedLine = min(max(0, selectedLine), max(0, viewRows - 1))
    if let index = selectedIndex { selectedLine = min(max(0, index - topIndex), max(0, viewRows - 1)) }
  }

  /// Whether there are rows enough around the view to move on at once.
  private var isWellFilled: Bool {
    let top = topIndex
    let margin = viewRows / 3
    return (countBefore == 0 || top >= margin) && (countAfter == 0 || rows.count - top - viewRows >= margin)
  }
}

extension EventTableState {
  /// Shows what a filter matches. `id` is selected where it matches, and else what is near it.
  mutating func show(_ filter: Filter?, around id: Int64?) -> [Effect] {
    self.filter = filter?.isEmpty ?? true ? nil : filter
    goal = nil
    owedMove = 0
    anchorID = id
    return ask(superseding: true)
  }

  /// Has one row for all attempts of a Cloud Tasks task, or one for each; the selected row stays selected while it is in the list.
  mutating func fold(_ folds: Bool) -> [Effect] {
    foldsAttempts = folds
    goal = nil
    owedMove = 0
    return ask(superseding: true)
  }

  /// Puts the list in an order; the selected row stays selected.
  mutating func show(in sort: CaptureSort) -> [Effect] {
    self.sort = sort
    isFollowing = isFollowing && sort == .arrival
    owedMove = 0
    return ask(superseding: true)
  }

  /// Asks for the rows that should be held. A question under way is waited for, unless its answer would be of no use any more.
  private mutating func ask(superseding: Bool = false) -> [Effect] {
    guard let generation = questions.next(superseding: superseding) else { return [] }
    var request = everything(limit: max(40, 3 * viewRows))
    request.generation = generation
    if isCeilingUnknown {
      // Which capture is the newest does not depend on what the filter shows.
      request.limit = 1
      request.filter = nil
      request.foldsAttempts = false
      return [.loadPage(request)]
    }
    request.sort = sort
    if let goal {
      request.position = .around(goal)
      return [.loadPage(request)]
    }
    switch isFollowing ? .newest : aim {
    case .newest: break
    case .oldest: request.position = .oldest
    case .selected: if let id = anchorID ?? selectedID { request.position = .around(id) }
    }
    return [.loadPage(request)]
  }
}

extension EventTableState {
  /// The question for all that the table shows, the newest of it where that is more than a limit.
  func everything(limit: Int) -> PageRequest {
    var request = PageRequest(position: .newest, limit: limit, newestID: ceiling, foldsAttempts: foldsAttempts)
    if filter != nil { (request.filter, request.now) = (filter, now) }
    return request
  }

  /// The question for all that the table shows from one capture to another, in the order of arrival.
  func everything(from first: Int64, to last: Int64, limit: Int) -> PageRequest {
    var request = everything(limit: limit)
    request.position = .after(first - 1)
    request.newestID = min(last, ceiling ?? last)
    return request
  }
}
