import Dispatch
import Foundation
import Synchronization

/// The one thread that writes: it takes all that waits, commits it in one transaction, and answers each that waited.
///
/// While a commit waits for the disk, the next group gathers; so the slower the disk, the larger the groups, and no timer is
/// needed. A thread and not an actor, because a commit blocks, and threads of Swift concurrency must not.
final class StoreWriter: Sendable {
  private struct Waiting {
    var change: StoreChange
    let since = ContinuousClock.now
    var continuation: CheckedContinuation<Result<Int64, StoreError>, Never>
  }

  private struct State {
    var waiting: [Waiting] = []
    /// Of what waits and what is being committed.
    var heldCount = 0
    var heldBytes = 0
    /// Of what was committed; they go with the next group, so that no event costs a commit more.
    var answerTimes: [AnswerTime] = []
    /// Those that are being committed.
    var answerTimesUnderWay: [AnswerTime] = []
    var isAsleep = false
    var isClosing = false
    /// The thread, once it runs.
    var thread: ObjectIdentifier?

    /// Notes that the thread is being woken, and says whether it needs to be.
    mutating func wakes() -> Bool {
      defer { isAsleep = false }
      return isAsleep
    }
  }

  private enum Work {
    case group([Waiting], [AnswerTime])
    case sleep
    case end
  }

  private let transaction: GroupCommit
  private let limits: StoreLimits
  private let onChange: @Sendable () -> Void
  private let state = Mutex(State())
  private let wake = DispatchSemaphore(value: 0)
  private let ended = DispatchGroup()

  init(transaction: GroupCommit, limits: StoreLimits, onChange: @escaping @Sendable () -> Void) {
    self.transaction = transaction
    self.limits = limits
    self.onChange = onChange
    ended.enter()
    let thread = Thread { self.run() }
    thread.name = "hooktop.store"
    thread.start()
  }

  /// Has a change written with the next group; returns its id after the commit.
  ///
  /// Throws at once when too much waits already, or after `close`.
  func write(_ change: StoreChange) async throws(StoreError) -> Int64 {
    try await withCheckedContinuation { continuation in
      enqueue(Waiting(change: change, continuation: continuation))
    }.get()
  }

  /// How many records wait or are being committed.
  var heldCount: Int {
    state.withLock { $0.heldCount }
  }

  /// How long a capture's sender waited, while that is not written down yet.
  func answerTime(of capture: Int64) -> Duration? {
    state.withLock { state in
      (state.answerTimes.last { $0.capture == capture } ?? state.answerTimesUnderWay.last { $0.capture == capture })?.duration
    }
  }

  /// Commits what waits, closes the database, and returns when both are done. Calling it again is harmless.
  func close() {
    let (mustWake, thread) = state.withLock { state in
      state.isClosing = true
      return (state.wakes(), state.thread)
    }
    if mustWake { wake.signal() }
    // `onChange` may drop the last reference to the store: the thread must not wait for its own end.
    guard thread != ObjectIdentifier(Thread.current) else { return }
    ended.wait()
  }

  private func enqueue(_ waiting: Waiting) {
    let cost = waiting.change.cost
    let (refusal, mustWake) = state.withLock { state -> (StoreError?, Bool) in
      if state.isClosing { return (.closed(transaction.location.name), false) }
      let isFull =
        state.heldCount >= limits.waitingCount || (state.heldCount > 0 && state.heldBytes + cost > limits.waitingByteCount)
      if isFull { return (.tooMuchWaits(transaction.location.name), false) }
      state.waiting.append(waiting)
      state.heldCount += 1
      state.heldBytes += cost
      return (nil, state.wakes())
    }
    if mustWake { wake.signal() }
    if let refusal { waiting.continuation.resume(returning: .failure(refusal)) }
  }

  private func run() {
    state.withLock { $0.thread = ObjectIdentifier(Thread.current) }
    while true {
      switch nextWork() {
      case .group(let group, let times): commit(group, times)
      case .sleep: wake.wait()
      case .end:
        transaction.close()
        ended.leave()
        return
      }
    }
  }

  private func nextWork() -> Work {
    state.withLock { state in
      if !state.waiting.isEmpty || state.isClosing && !state.answerTimes.isEmpty {
        let group = state.waiting
        state.answerTimesUnderWay = state.answerTimes
        state.answerTimes = []
        state.waiting = []
        state.waiting.reserveCapacity(group.count)
        return .group(group, state.answerTimesUnderWay)
      }
      if state.isClosing { return .end }
      state.isAsleep = true
      return .sleep
    }
  }

  private func commit(_ group: [Waiting], _ times: [AnswerTime]) {
    let results = transaction.store(group.map(\.change) + (times.isEmpty ? [] : [.answerTimes(times)])).prefix(group.count)
    let now = ContinuousClock.now
    let bytes = group.reduce(0) { $0 + $1.change.cost }
    state.withLock { state in
      state.heldCount -= group.count
      state.heldBytes -= bytes
      state.answerTimesUnderWay = []
      for (waiting, result) in zip(group, results) {
        guard case .capture = waiting.change, case .success(let id) = result else { continue }
        state.answerTimes.append(AnswerTime(capture: id, duration: now - waiting.since))
      }
    }
    for (waiting, result) in zip(group, results) {
      waiting.continuation.resume(returning: result)
    }
    let isChanged = results.contains { if case .success = $0 { true } else { false } }
    if isChanged { onChange() }
  }
}
