import EventStore

/// Sees what another process stores in the same file: a second dashboard, or a listener beside this one.
///
/// Our own commits ring the store's signal at once; theirs are found by asking, once a second, for the newest id, which costs one seek.
struct StoreWatch: Sendable {
  var store: EventStore
  var interval: Duration = .seconds(1)
  var changed: @Sendable () -> Void

  /// Watches until the task is cancelled.
  func run() async {
    var known = try? await store.newestID()
    while !Task.isCancelled {
      try? await Task.sleep(for: interval)
      guard let newest = try? await store.newestID() else { continue }
      if newest != known { changed() }
      known = newest
    }
  }
}
