import TerminalSurface

/// Tells double clicks from clicks: presses of one button on one cell, each soon after the one before.
struct ClickCounter {
  /// Within it a press counts with the one before.
  static let patience = Duration.milliseconds(400)

  private var last: (button: MouseEvent.Button, position: Surface.Position, clicks: Int, at: ContinuousClock.Instant)?

  /// The event with its number of clicks; anything but a press stays as it is.
  mutating func count(_ event: MouseEvent, at now: ContinuousClock.Instant) -> MouseEvent {
    guard case .press(let button, _) = event.kind else {
      if case .wheel = event.kind { last = nil }
      return event
    }
    var clicks = 1
    if let last, last.button == button, last.position == event.position, last.at.duration(to: now) <= Self.patience {
      clicks = last.clicks + 1
    }
    last = (button, event.position, clicks, now)
    var event = event
    event.kind = .press(button, clicks: clicks)
    return event
  }
}
