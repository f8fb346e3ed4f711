import Synchronization

/// Thins a burst of "the store changed" to a rate that a screen can use: the first one passes at once, those of the next moment
/// become one at its end.
///
/// It is rung on the store's writer thread after every commit, thousands of times a second under load, and must cost next to nothing.
final class StoreSignal: Sendable {
  private enum State {
    /// Nothing was passed on lately.
    case quiet
    /// Something was just passed on; nothing came since.
    case resting
    /// Something came since and is owed at the end of the rest.
    case owing
  }

  private let state = Mutex(State.quiet)
  private let rings: AsyncStream<Void>
  private let bell: AsyncStream<Void>.Continuation
  private let interval: Duration
  private let pass: @Sendable () -> Void

  /// `pass` is called at most once an `interval` while `run` runs.
  init(interval: Duration = .milliseconds(40), pass: @escaping @Sendable () -> Void) {
    self.interval = interval
    self.pass = pass
    (rings, bell) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
  }

  func ring() {
    let isFirst = state.withLock { state in
      switch state {
      case .quiet:
        state = .resting
        return true
      case .resting:
        state = .owing
        return false
      case .owing:
        return false
      }
    }
    if isFirst { bell.yield() }
  }

  /// Passes the rings on until the task is cancelled.
  func run() async {
    for await _ in rings {
      var isOwing = true
      while isOwing {
        pass()
        try? await Task.sleep(for: interval)
        isOwing = state.withLock { state in
          defer { state = state == .owing ? .resting : .quiet }
          return state == .owing
        }
      }
    }
  }
}
