import EventRecords
import EventStore
import Synchronization

/// The way of a capture from the receiver into the store, which tells when the store begins to fail and when it can again.
final class Intake: Sendable {
  private let store: EventStore
  private let isFailing = Mutex(false)
  private let report: @Sendable (_ reason: String?) -> Void

  /// `report` is called with the reason of the first failure, and with `nil` at the first success after one.
  init(store: EventStore, report: @escaping @Sendable (_ reason: String?) -> Void) {
    self.store = store
    self.report = report
  }

  /// Returns when the capture is stored for good; throws when it could not be, and the sender must not be told otherwise.
  func accept(_ capture: Capture) async throws {
    do {
      _ = try await store.append(capture)
      tell(failure: nil)
    } catch {
      tell(failure: error.description)
      throw error
    }
  }

  // Under the lock, or a failure could be reported after the success that followed it, and stand for ever.
  private func tell(failure reason: String?) {
    isFailing.withLock { isFailing in
      guard isFailing != (reason != nil) else { return }
      isFailing.toggle()
      report(reason)
    }
  }
}
