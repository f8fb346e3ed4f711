import Dashboard
import EventReceiver

/// Proves again and again that each of our listeners answers, as a sender would find it.
///
/// A listener that is bound can still be deaf: its certificate may have been replaced, a descriptor limit reached, the process stopped.
struct ListenerMonitor: Sendable {
  var listeners: [Listener]
  var interval: Duration = .seconds(5)
  /// Asks a URL for its health; returns why it is not well, or `nil`.
  var check: @Sendable (_ url: String) async -> String?
  var report: @Sendable ([ListenerStatus]) -> Void

  /// Checks until the task is cancelled; reports what changed, and the listeners once before anything was checked.
  func run() async {
    var statuses = listeners.map { ListenerStatus(url: $0.url, isTLS: $0.isTLS, health: .starting) }
    report(statuses)
    while !Task.isCancelled {
      let checked = await check(statuses)
      if Task.isCancelled { return }
      if checked != statuses {
        statuses = checked
        report(statuses)
      }
      try? await Task.sleep(for: interval)
    }
  }

  private func check(_ statuses: [ListenerStatus]) async -> [ListenerStatus] {
    var checked = statuses
    for (index, listener) in listeners.enumerated() {
      let reason = await check(listener.healthURL)
      checked[index].health = reason.map { .failing(reason: $0) } ?? .healthy
    }
    return checked
  }
}
