import EventRecords
import Synchronization

/// Keeps the tally of a job while its sends end, and tells of it no more often than a screen can use.
final class SendLedger: Sendable {
  private struct State {
    var tally: SendTally
    var newest: Delivery?
    var toldAt: ContinuousClock.Instant?
    var isTellingDue = false
  }

  /// The least time between two tellings.
  static let interval: Duration = .milliseconds(50)

  private let state: Mutex<State>
  private let clock: SendClock
  private let tell: @Sendable (SendTally, Delivery?) -> Void

  init(total: Int, clock: SendClock, tell: @escaping @Sendable (SendTally, Delivery?) -> Void) {
    state = Mutex(State(tally: SendTally(total: total)))
    self.clock = clock
    self.tell = tell
  }

  var tally: SendTally { state.withLock { $0.tally } }

  /// Counts a send that has ended, and tells of it now or, when something was told just before, a moment later.
  func count(_ delivery: Delivery) async {
    let due: ContinuousClock.Instant? = state.withLock { state in
      state.tally.count(delivery)
      state.newest = delivery
      let now = clock.now()
      if let toldAt = state.toldAt, toldAt.duration(to: now) < Self.interval {
        // One of the sends waits for all that end in the meantime.
        if state.isTellingDue { return nil }
        state.isTellingDue = true
        return toldAt.advanced(by: Self.interval)
      }
      tell(&state, at: now)
      return nil
    }
    guard let due else { return }
    // When it is cancelled, the last telling at the end of the job says all.
    guard (try? await clock.sleep(due)) != nil else { return }
    state.withLock { state in
      // Another send that ended later may have told of all in the meantime.
      let now = clock.now()
      if state.isTellingDue, due <= now, (state.toldAt ?? now).advanced(by: Self.interval) <= now { tell(&state, at: now) }
    }
  }

  /// Tells how it ended.
  func close() -> SendTally {
    state.withLock { state in
      tell(&state, at: clock.now())
      return state.tally
    }
  }

  // Under the lock, so that no older tally is told after a newer one.
  private func tell(_ state: inout State, at now: ContinuousClock.Instant) {
    state.toldAt = now
    state.isTellingDue = false
    tell(state.tally, state.newest)
  }
}
