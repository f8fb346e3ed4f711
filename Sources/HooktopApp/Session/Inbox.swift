import Dashboard
import Synchronization

/// Where everything that the dashboard is told arrives, in order: any thread posts, one loop takes.
///
/// Posting is synchronous, because Swift concurrency gives no order among tasks, and never waits. What says nothing new beside
/// what already lies there is dropped, so that a stalled loop finds a bounded inbox.
final class Inbox: Sendable {
  private struct State {
    var messages: [Message] = []
    var waiter: CheckedContinuation<Void, Never>?
    var isClosed = false

    mutating func takeWaiter() -> CheckedContinuation<Void, Never>? {
      defer { waiter = nil }
      return waiter
    }
  }

  private let state = Mutex(State())

  /// Leaves a message for the loop.
  func post(_ message: Message) {
    let waiter = state.withLock { state -> CheckedContinuation<Void, Never>? in
      guard !state.isClosed else { return nil }
      if message == .storeChanged, state.messages.contains(.storeChanged) { return nil }
      state.messages.append(message)
      return state.takeWaiter()
    }
    waiter?.resume()
  }

  /// Ends the loop: what was posted before is still taken, what is posted after is dropped.
  func close() {
    let waiter = state.withLock { state in
      state.isClosed = true
      return state.takeWaiter()
    }
    waiter?.resume()
  }

  /// Everything that was posted since the last call, waiting for something when there is nothing; `nil` once the inbox is closed
  /// and empty. Only one task may wait at a time.
  func takeAll() async -> [Message]? {
    while true {
      let (messages, isClosed) = state.withLock { state in
        defer { state.messages = [] }
        return (state.messages, state.isClosed)
      }
      if !messages.isEmpty { return messages }
      if isClosed { return nil }
      await withCheckedContinuation { continuation in
        let isReady = state.withLock { state in
          // Something may have come between the look above and here.
          if !state.messages.isEmpty || state.isClosed { return true }
          state.waiter = continuation
          return false
        }
        if isReady { continuation.resume() }
      }
    }
  }
}
