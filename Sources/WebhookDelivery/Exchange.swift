import NIOHTTP1
import Synchronization

/// One request on its way, shared by the sender, which waits for it, and the connection, which carries it.
final class Exchange: Sendable {
  struct Progress {
    /// Whether a byte of the request may have left this machine.
    var isWritten = false
    /// Whether the connection had carried a request before.
    var isOnReusedConnection = false
    /// The first bytes that came back, at most eight.
    var answerBeginning: [UInt8] = []
    /// What the target was waited for in vain, when it was.
    var timeout: Timeout?
  }

  enum Timeout: Sendable, Hashable {
    case takingRequest, answering
  }

  let head: HTTPRequestHead
  private let state = Mutex(Progress())

  init(head: HTTPRequestHead) {
    self.head = head
  }

  var progress: Progress {
    state.withLock { $0 }
  }

  func update(_ change: (inout Progress) -> Void) {
    state.withLock { change(&$0) }
  }
}

/// The exchanges under way, by the number under which each is announced to its connection.
final class ExchangeRegistry: Sendable {
  private struct Entries {
    var nextNumber = 0
    var exchanges: [Int: Exchange] = [:]
  }

  private let entries = Mutex(Entries())

  /// Enters an exchange and returns its number.
  func add(_ exchange: Exchange) -> Int {
    entries.withLock { entries in
      entries.nextNumber += 1
      entries.exchanges[entries.nextNumber] = exchange
      return entries.nextNumber
    }
  }

  func remove(_ number: Int) {
    entries.withLock { _ = $0.exchanges.removeValue(forKey: number) }
  }

  subscript(_ number: Int) -> Exchange? {
    entries.withLock { $0.exchanges[number] }
  }
}
