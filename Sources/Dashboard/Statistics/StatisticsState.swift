import CatalogEvents
import EventRecords
import TerminalSurface

/// View 3: what arrived when, of which kinds, and how long it took.
///
/// It asks the store while it is on the screen, and at most once a second however much arrives.
struct StatisticsState: Sendable, Hashable {
  /// `nil` until the first answer.
  private(set) var statistics: Statistics?
  private(set) var panel = StatisticsPanel.histogram
  /// A moment in the bar under the cursor, so that the cursor keeps its place in time while bars come and go; `nil` for the newest bar.
  private(set) var cursor: Timestamp?
  /// A moment in the bar at the other end of the chosen span; `nil` while one bar is chosen.
  private(set) var anchor: Timestamp?
  /// The chosen value of each list; the first one where there is none.
  private var chosen: [StatisticsField: ValueCount] = [:]
  private var size = Size(columns: 80, rows: 20)
  private var now: Timestamp?
  private var limits = SignLimits()
  private var filter: Filter?
  private var isOutdated = false
  private var questions = PageQuestions()

  /// What a key led to, besides another look.
  enum Outcome: Sendable, Hashable {
    case none
    case left
    /// The table is to show only what a term of the filter language says, besides what the filter says already.
    case narrowed(String, showsTable: Bool)
    /// It cannot be asked for in a filter; what, as a sentence without its full stop.
    case refused(String)
  }

  /// The bars that are chosen.
  var selection: ClosedRange<Int>? {
    guard let histogram = statistics?.histogram, let last = histogram.counts.indices.last else { return nil }
    let cursor = self.cursor.flatMap(histogram.index) ?? last
    let anchor = self.anchor.flatMap(histogram.index) ?? cursor
    return min(cursor, anchor)...max(cursor, anchor)
  }

  func values(of field: StatisticsField) -> [ValueCount] {
    statistics?.values[field] ?? []
  }

  /// The place of the chosen value in its list.
  func selectedIndex(of field: StatisticsField) -> Int {
    guard let value = chosen[field] else { return 0 }
    return values(of: field).firstIndex { $0.value == value.value } ?? 0
  }
}

// MARK: - Clicking

extension StatisticsState {
  /// Gives a list the keyboard and chooses a value of it.
  mutating func select(_ index: Int, of field: StatisticsField) {
    guard values(of: field).indices.contains(index) else { return }
    panel = .values(field)
    chosen[field] = values(of: field)[index]
  }

  /// Gives the histogram the keyboard and goes to a bar; a span that was begun reaches to it.
  mutating func selectBar(_ index: Int) {
    guard let histogram = statistics?.histogram, histogram.counts.indices.contains(index) else { return }
    panel = .histogram
    cursor = index == histogram.counts.count - 1 ? nil : histogram.beginning(of: index)
  }
}

// MARK: - Asking

extension StatisticsState {
  /// The view comes onto the screen, in that size.
  mutating func activate(size: Size, now: Timestamp?, limits: SignLimits, filter: Filter?) -> [Effect] {
    self.size = size
    self.now = now
    self.limits = limits
    self.filter = filter
    return ask(superseding: true)
  }

  /// Counts only what a filter matches.
  mutating func show(_ filter: Filter?) -> [Effect] {
    guard filter != self.filter else { return [] }
    self.filter = filter
    return ask(superseding: true)
  }

  mutating func resize(to size: Size) -> [Effect] {
    guard size != self.size else { return [] }
    self.size = size
    // As many bars as there is room for now.
    return ask(superseding: true)
  }

  /// What is shown is not what the store has, or not what the filter lets through any more.
  mutating func storeChanged() {
    isOutdated = true
  }

  mutating func secondPassed(now: Timestamp) -> [Effect] {
    self.now = now
    if questions.secondPassed() { return ask(superseding: true) }
    if let histogram = statistics?.histogram, !histogram.counts.isEmpty, now >= histogram.beginning(of: histogram.counts.count) {
      isOutdated = true
    }
    return isOutdated ? ask(superseding: false) : []
  }

  mutating func update(_ statistics: Statistics) {
    guard let isStale = questions.answered(statistics.generation) else { return }
    self.statistics = statistics
    isOutdated = isOutdated || isStale
  }

  private mutating func ask(superseding: Bool) -> [Effect] {
    guard let generation = questions.next(superseding: superseding) else { return [] }
    isOutdated = false
    let layout = StatisticsLayout(Rect(size), panel: .histogram)
    let request = StatisticsRequest(
      barCount: layout.barColumns, until: now, filter: filter, now: now ?? Timestamp(milliseconds: 0), limits: limits,
      generation: generation)
    return [.loadStatistics(request)]
  }
}

// MARK: - Keys

extension StatisticsState {
  mutating func update(_ command: Command) -> Outcome {
    switch command {
    case .nextPane: panel = panel.next(1)
    case .previousPane: panel = panel.next(-1)
    case .openDetail: return narrowing(excluding: false)
    case .excludeValue: return narrowing(excluding: true)
    case .back, .leave:
      guard panel == .histogram, anchor != nil else { return .left }
      anchor = nil
    default:
      switch panel {
      case .histogram: moveInHistogram(command)
      case .values(let field): move(in: field, command)
      }
    }
    return .none
  }

  private mutating func moveInHistogram(_ command: Command) {
    guard let histogram = statistics?.histogram, let last = histogram.counts.indices.last else { return }
    let current = cursor.flatMap(histogram.index) ?? last
    let target: Int
    switch command {
    case .moveLeft: target = current - 1
    case .moveRight: target = current + 1
    case .pageUp: target = current - 10
    case .pageDown: target = current + 10
    case .moveToStart: target = 0
    case .moveToEnd: target = last
    case .startSpan:
      anchor = anchor == nil ? histogram.beginning(of: current) : nil
      return
    default: return
    }
    // At the newest bar the cursor goes along with the time.
    cursor = target >= last ? nil : histogram.beginning(of: max(0, target))
  }

  private mutating func move(in field: StatisticsField, _ command: Command) {
    let values = values(of: field)
    guard !values.isEmpty else { return }
    let current = selectedIndex(of: field)
    let target: Int
    switch command {
    case .moveDown: target = current + 1
    case .moveUp: target = current - 1
    case .pageDown: target = current + 10
    case .pageUp: target = current - 10
    case .moveToStart: target = 0
    case .moveToEnd: target = values.count - 1
    default: return
    }
    chosen[field] = values[min(max(0, target), values.count - 1)]
  }

  /// The chosen span or value as a term of the filter language.
  private func narrowing(excluding: Bool) -> Outcome {
    let term: String
    switch panel {
    case .histogram:
      guard let selection, let histogram = statistics?.histogram else { return .none }
      let since = histogram.beginning(of: selection.lowerBound).iso8601
      let before = histogram.beginning(of: selection.upperBound + 1).iso8601
      term = excluding ? "(since:\(since) before:\(before))" : "since:\(since) before:\(before)"
    case .values(let field):
      let values = values(of: field)
      guard !values.isEmpty else { return .none }
      guard let found = field.term(values[selectedIndex(of: field)].value, limits: limits) else {
        return .refused("a filter cannot ask for duplicates and drifts: they come of comparing captures")
      }
      term = found
    }
    return .narrowed(excluding ? "-" + term : term, showsTable: !excluding)
  }
}
