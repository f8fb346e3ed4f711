import CatalogEvents
import EventRecords
import Foundation
import TerminalSurface

/// View 2: what was sent, to where, and what came back.
///
/// It holds the rows around the view, never the store's. The selected delivery is known by its identity, and stays on the same line of the
/// screen whatever is sent meanwhile.
struct DeliveriesState: Sendable, Hashable {
  /// The rows around the view, oldest first, without gaps.
  private(set) var rows: [Delivery] = []
  private(set) var countBefore = 0
  private(set) var countAfter = 0
  private(set) var selectedID: Int64?
  private(set) var isFollowing = true
  /// Whether the detail lies over the whole view; `.back` then closes it.
  private(set) var isDetailOpen = false
  /// Whether a page has come, be it an empty one.
  private(set) var isLoaded = false
  private(set) var detailPane = TextPane()
  /// What is masked in what is shown.
  var mask = SecretMask()
  private(set) var tab = DeliverySection.delivery
  /// Which deliveries the list holds; `nil` for all.
  private(set) var filter: Filter?
  /// The filter that was on when the line for it was opened.
  var filterBefore: Filter?
  /// The time from which the filter counts back.
  var now = Timestamp(milliseconds: 0)
  /// On which line of the list the selected row stands.
  private(set) var selectedLine = 0

  private var size = Size(columns: 80, rows: 24)
  private var goesToOldest = false
  private var questions = PageQuestions()
  /// How many rows of the list are in view.
  private var viewRows: Int {
    max(1, DeliveriesLayout(Rect(size)).list.rows)
  }

  var selectedIndex: Int? {
    selectedID.flatMap { id in rows.firstIndex { $0.id == id } }
  }

  /// The selected delivery, as it may be shown.
  var selected: Delivery? {
    selectedIndex.map { mask(rows[$0]) }
  }

  /// Moves through the list or the open detail, or opens and closes it.
  mutating func update(_ command: Command) -> [Effect] {
    if command == .nextTab || command == .previousTab {
      tab = tab.next(command == .nextTab ? 1 : -1)
      detailPane = TextPane()
      return []
    }
    if isDetailOpen {
      if command == .back || command == .leave { isDetailOpen = false }
      guard let selected else { return [] }
      let text = DeliveryText.text(of: selected, tab: tab, theme: Theme(usesColor: false), clock: ClockFormat(timeZone: .gmt))
      detailPane.apply(command, text: text, size: Size(columns: max(1, size.columns - 2), rows: max(0, size.rows - 1)))
      return []
    }
    switch command {
    case .moveDown: return move(by: 1)
    case .moveUp: return move(by: -1)
    case .pageDown: return move(by: max(1, viewRows - 1))
    case .pageUp: return move(by: -max(1, viewRows - 1))
    case .halfPageDown: return move(by: max(1, viewRows / 2))
    case .halfPageUp: return move(by: -max(1, viewRows / 2))
    case .moveToStart: return moveToStart()
    case .moveToEnd: return follow()
    case .toggleFollow:
      if !isFollowing { return follow() }
      isFollowing = false
    case .openDetail:
      guard selected != nil else { return [] }
      isDetailOpen = true
      // What is being read stays, whatever is sent meanwhile.
      isFollowing = false
      detailPane = TextPane()
    default: break
    }
    return []
  }

  /// Takes in a page of the list, and asks for the next one when the store has changed meanwhile.
  @discardableResult
  mutating func update(_ page: DeliveryPage) -> [Effect] {
    guard let isStale = questions.answered(page.generation) else { return [] }
    rows = page.rows
    countBefore = page.countBefore
    countAfter = page.countAfter
    isLoaded = true
    if isFollowing {
      select(rows.count - 1, line: viewRows - 1)
    } else if goesToOldest {
      goesToOldest = false
      select(0, line: 0)
    } else if selectedIndex == nil {
      // It is gone from the store, or hidden: the nearest older one takes its place.
      select(selectedID.map { id in rows.lastIndex { $0.id < id } ?? 0 } ?? rows.count - 1, line: selectedLine)
    }
    return isStale ? ask() : []
  }

  /// Takes in how far a send order has come.
  mutating func update(_ progress: SendProgress) {
    if let newest = progress.newest, let index = rows.firstIndex(where: { $0.id == newest.id && $0.id != 0 }) { rows[index] = newest }
  }

  /// Shows what a filter matches; the selected delivery stays selected while it is among them.
  mutating func show(_ filter: Filter?) -> [Effect] {
    self.filter = filter?.isEmpty ?? true ? nil : filter
    return ask(superseding: true)
  }

  /// The store has changed: what is shown may be out of date.
  mutating func storeChanged() -> [Effect] {
    ask()
  }

  /// A second went by: a question that nobody answered is asked again.
  mutating func secondPassed() -> [Effect] {
    questions.secondPassed() ? ask(superseding: true) : []
  }

  /// The view comes onto the screen, in that size.
  mutating func activate(size: Size) -> [Effect] {
    self.size = size
    return ask()
  }

  /// Gives the view another size; the selected row stays in view.
  mutating func resize(to size: Size) -> [Effect] {
    guard size != self.size else { return [] }
    self.size = size
    if let index = selectedIndex { selectedLine = min(max(0, index - topIndex(viewRows)), viewRows - 1) }
    return isLoaded && !isWellFilled ? ask() : []
  }

  /// Whether enough rows are held around the selected one to fill the view and to move on at once.
  private var isWellFilled: Bool {
    guard let index = selectedIndex else { return countBefore + countAfter == 0 }
    return (countBefore == 0 || index >= viewRows) && (countAfter == 0 || index < rows.count - viewRows)
  }

  /// The first row in view when the list is `count` rows high: the selected one is on its line, and the list as full as can be.
  func topIndex(_ count: Int) -> Int {
    let line = isFollowing ? count - 1 : min(selectedLine, count - 1)
    return max(0, min((selectedIndex ?? 0) - line, rows.count - count))
  }
}

// MARK: - Moving

extension DeliveriesState {
  /// Selects a row that is in view, on its own line, and stops following.
  mutating func select(id: Int64) {
    guard let index = rows.firstIndex(where: { $0.id == id }) else { return }
    let line = index - topIndex(viewRows)
    isFollowing = false
    select(index, line: line)
  }
}

extension DeliveriesState {
  private mutating func move(by distance: Int) -> [Effect] {
    guard let index = selectedIndex else { return [] }
    let target = min(max(0, index + distance), rows.count - 1)
    let line = index - topIndex(viewRows)
    if distance < 0 || target < rows.count - 1 { isFollowing = false }
    select(target, line: line + target - index)
    return isWellFilled ? [] : ask()
  }

  private mutating func moveToStart() -> [Effect] {
    isFollowing = false
    if countBefore == 0 {
      select(0, line: 0)
      return []
    }
    goesToOldest = true
    return ask(superseding: true)
  }

  private mutating func follow() -> [Effect] {
    isFollowing = true
    goesToOldest = false
    if countAfter == 0 { select(rows.count - 1, line: viewRows - 1) }
    return ask(superseding: true)
  }

  private mutating func select(_ index: Int, line: Int) {
    guard rows.indices.contains(index) else {
      selectedID = nil
      isDetailOpen = false
      return
    }
    selectedID = rows[index].id
    selectedLine = min(max(0, line), max(0, viewRows - 1))
  }

  /// Asks for the rows that should be held. A question under way is waited for, unless its answer would be of no use any more.
  private mutating func ask(superseding: Bool = false) -> [Effect] {
    guard let generation = questions.next(superseding: superseding) else { return [] }
    var request = DeliveryPageRequest(position: .newest, limit: max(60, 4 * viewRows), filter: filter, now: now, generation: generation)
    if goesToOldest {
      request.position = .oldest
    } else if !isFollowing, let selectedID {
      request.position = .around(selectedID)
    }
    return [.loadDeliveries(request)]
  }
}
