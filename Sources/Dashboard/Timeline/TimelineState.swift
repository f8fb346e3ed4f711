import EventRecords
import TerminalSurface

/// What happened to one resource, in order, over the table; one of the events is selected.
struct TimelineState: Sendable, Hashable {
  let resource: CatalogResource
  /// The event that it was opened from.
  let originID: Int64
  /// `nil` until it was read.
  private(set) var timeline: Timeline?
  private(set) var selectedID: Int64
  private var scroll = ScrollPosition()

  init(of resource: CatalogResource, originID: Int64) {
    self.resource = resource
    self.originID = originID
    selectedID = originID
  }

  var selectedIndex: Int {
    timeline?.entries.firstIndex { $0.id == selectedID } ?? 0
  }

  /// The first line in view in so many rows: the selected event is in view whatever the size.
  func topLine(rows: Int) -> Int {
    var state = self
    state.reveal(rows: rows)
    return state.scroll.top(lineCount: timeline?.entries.reduce(0) { $0 + $1.lineCount } ?? 0, rows: rows)
  }

  /// Takes in what was asked for; what belongs to another timeline is left.
  mutating func update(_ timeline: Timeline, rows: Int) {
    guard timeline.resource == resource else { return }
    self.timeline = timeline
    if !timeline.entries.contains(where: { $0.id == selectedID }), let last = timeline.entries.last { selectedID = last.id }
    reveal(rows: rows)
  }

  /// Moves from event to event.
  mutating func update(_ command: Command, rows: Int) {
    guard let entries = timeline?.entries, !entries.isEmpty else { return }
    let target: Int
    switch command {
    case .moveDown: target = selectedIndex + 1
    case .moveUp: target = selectedIndex - 1
    case .pageDown, .halfPageDown: target = selectedIndex + max(1, rows / 4)
    case .pageUp, .halfPageUp: target = selectedIndex - max(1, rows / 4)
    case .moveToStart: target = 0
    case .moveToEnd: target = entries.count - 1
    default: return
    }
    selectedID = entries[min(max(0, target), entries.count - 1)].id
    reveal(rows: rows)
  }

  /// Selects an event, as a click does.
  mutating func select(_ id: Int64, rows: Int) {
    guard timeline?.entries.contains(where: { $0.id == id }) == true else { return }
    selectedID = id
    reveal(rows: rows)
  }

  /// Has the selected event in view with all that it changed, as far as there is room.
  private mutating func reveal(rows: Int) {
    guard let entries = timeline?.entries, !entries.isEmpty else { return }
    let index = selectedIndex
    let start = entries[..<index].reduce(0) { $0 + $1.lineCount }
    scroll.reveal(start + entries[index].lineCount - 1, rows: rows)
    scroll.reveal(start, rows: rows)
  }
}

extension TimelineEntry {
  /// How many lines it takes: its own, its changes, and what is said when there are none or too many.
  var lineCount: Int {
    1 + max(1, changes.count + (isCutOff ? 1 : 0))
  }
}
