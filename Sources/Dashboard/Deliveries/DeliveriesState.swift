import EventRecords
import TerminalSurface

/// View 2: what was sent, to where, and what came back.
struct DeliveriesState: Sendable, Hashable {
  /// Send orders that have not ended yet.
  var activeOrderCount: Int { 0 }

  /// Whether the detail lies over the whole view; `.back` then closes it.
  private(set) var isDetailOpen = false

  init() {
  }

  /// Moves through the list, or opens and closes the detail; `rows` is the height in which the view is drawn.
  mutating func update(_ command: Command, rows: Int) -> [Effect] {
    []
  }

  /// Takes in a page of the list, and asks for the next one when the store has changed meanwhile.
  @discardableResult
  mutating func update(_ page: DeliveryPage) -> [Effect] {
    []
  }

  /// Takes in how far a send order has come.
  mutating func update(_ progress: SendProgress) {
  }

  /// The store has changed: what is shown may be out of date.
  mutating func storeChanged() -> [Effect] {
    []
  }

  /// The view comes onto the screen, in a height of `rows`.
  mutating func activate(rows: Int) -> [Effect] {
    []
  }

  func draw(on surface: inout Surface, in rect: Rect, theme: Theme, clock: ClockFormat) {
  }
}
