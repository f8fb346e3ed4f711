import CatalogEvents

/// Tells the time at the start of every second, so that a clock on the screen changes when the wall's does.
struct SecondTicker: Sendable {
  var now: @Sendable () -> Timestamp
  var tick: @Sendable (Timestamp) -> Void

  /// Ticks until the task is cancelled.
  func run() async {
    while !Task.isCancelled {
      let time = now()
      tick(time)
      let intoSecond = ((time.milliseconds % 1000) + 1000) % 1000
      // A few milliseconds past the second, lest a clock that is read early shows the same second twice.
      try? await Task.sleep(for: .milliseconds(1005 - intoSecond))
    }
  }
}
