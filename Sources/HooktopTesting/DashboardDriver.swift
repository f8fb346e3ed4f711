public import CatalogEvents
public import Dashboard
public import EventRecords
import Foundation
public import TerminalSurface

/// Drives a dashboard as an operator and the program around it would: keys go in, captures arrive, questions are answered.
///
/// Stories read as what a person does and sees:
/// ```
/// var driver = DashboardDriver()
/// driver.receive(.fixture(name: "orders"))
/// driver.press("p")
/// #expect(driver.shows("PAUSED 0 held"))
/// ```
public struct DashboardDriver: Sendable {
  public private(set) var state: DashboardState
  public private(set) var size: Size
  public private(set) var now: Timestamp
  /// Every effect so far that was not a question to the store.
  public private(set) var effects: [Effect] = []
  /// What the store holds.
  public var captures = CaptureList()
  /// The deliveries that the store holds, oldest first.
  public var deliveries: [Delivery] = []
  /// Whether questions are answered at once; else they wait for `answer()`.
  public var answersAtOnce = true
  /// Questions that were not answered yet, oldest first.
  public private(set) var questions: [Effect] = []

  /// 2026-11-23 14:03:20 UTC.
  public static let start = Timestamp(milliseconds: 1_795_442_600_000)

  public init(size: Size = Size(columns: 80, rows: 24), environment: DashboardEnvironment = .fixture(), captures: [Capture] = []) {
    self.size = size
    now = Self.start
    state = DashboardState(environment: environment, size: size)
    for capture in captures { self.captures.append(capture) }
    deliver(.listenersChanged(ListenerStatus.fixtures))
    deliver(.ticked(now))
  }

  /// Tells the dashboard a fact, and answers what it asks.
  public mutating func deliver(_ message: Message) {
    take(state.update(message))
  }

  private mutating func take(_ new: [Effect]) {
    for effect in new {
      switch effect {
      case .loadPage, .loadFilterValues, .loadCapture, .loadDeliveries, .loadRelations, .loadIDs, .loadStatistics, .loadTimeline, .loadPace:
        questions.append(effect)
      default: effects.append(effect)
      }
    }
    if answersAtOnce { answerAll() }
  }

  /// Answers the oldest question that waits.
  public mutating func answer() {
    guard !questions.isEmpty else { return }
    switch questions.removeFirst() {
    case .loadPage(let request): take(state.update(.pageLoaded(captures.page(request))))
    case .loadFilterValues(let request):
      take(state.update(.filterValuesLoaded(FilterValues(request, in: captures.captures.reversed()))))
    case .loadCapture(let id): take(state.update(.captureLoaded(id: id, capture: captures.capture(id: id))))
    case .loadIDs(let request): take(state.update(.idsLoaded(CaptureIDs(captures.page(request)))))
    case .loadRelations(let id): take(state.update(.relationsLoaded(id: id, captures.relations(of: id, deliveries: deliveries))))
    case .loadDeliveries(let request): take(state.update(.deliveriesLoaded(page(request))))
    case .loadStatistics(let request): take(state.update(.statisticsLoaded(captures.statistics(request))))
    case .loadPace(let generation): take(state.update(.paceLoaded(captures.pace, generation: generation)))
    case .loadTimeline(let resource): take(state.update(.timelineLoaded(captures.timeline(of: resource))))
    default: break
    }
  }

  /// The newest deliveries, whatever part of the list is asked for: a story has few.
  private func page(_ request: DeliveryPageRequest) -> DeliveryPage {
    if let filter = request.filter, !filter.isEmpty {
      let matching = deliveries.filter { filter.matches($0, now: request.now) }
      return DeliveryPage(request, of: matching.map(\.id)) { id in matching.first { $0.id == id } }
    }
    let rows = Array(deliveries.suffix(request.limit))
    return DeliveryPage(rows: rows, countBefore: deliveries.count - rows.count, countAfter: 0, generation: request.generation)
  }

  /// Answers every question, and those that follow from the answers.
  public mutating func answerAll() {
    while !questions.isEmpty { answer() }
  }

  /// Presses keys one after the other.
  public mutating func press(_ keys: Key...) {
    for key in keys { deliver(.input(.key(key))) }
  }

  /// Types text, a key a character.
  public mutating func type(_ text: String) {
    for character in text { deliver(.input(.key(.character(character)))) }
  }

  /// A capture arrives and is committed.
  public mutating func receive(_ arrived: Capture...) {
    receive(arrived)
  }

  /// Captures arrive and are committed together.
  public mutating func receive(_ arrived: [Capture]) {
    for capture in arrived { captures.append(capture) }
    deliver(.storeChanged)
  }

  /// Lets time pass, a tick a second.
  public mutating func wait(seconds: Int) {
    for _ in 0..<seconds {
      now.milliseconds += 1000
      deliver(.ticked(now))
    }
  }

  public mutating func resize(columns: Int, rows: Int) {
    size = Size(columns: columns, rows: rows)
    deliver(.input(.resized(size)))
  }

  /// Every effect since the last call, questions to the store left out.
  public mutating func takeEffects() -> [Effect] {
    defer { effects = [] }
    return effects
  }
}

extension DashboardDriver {
  /// The screen as it is drawn now.
  public var surface: Surface {
    var surface = Surface(size: size)
    state.draw(on: &surface, in: Rect(size))
    return surface
  }

  /// The rows of the screen as text, without the spaces at their ends.
  public var screen: [String] {
    let surface = surface
    return (0..<size.rows).map { surface.text(row: $0).trimmingEnd() }
  }

  /// Whether some row of the screen contains `text`.
  public func shows(_ text: String) -> Bool {
    screen.contains { $0.contains(text) }
  }

  /// The first row that contains `text`.
  public func row(of text: String) -> Int? {
    screen.firstIndex { $0.contains(text) }
  }
}

extension String {
  /// Without the spaces at its end.
  func trimmingEnd() -> String {
    var text = Substring(self)
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
