import HummingbirdCore
import Logging
import NIOCore
import Synchronization

/// Counts the connections of every listener and refuses those beyond a number.
///
/// A refused one is closed at once rather than left in the kernel's backlog, where its client would wait without an answer.
final class ConnectionLimit: Sendable {
  struct Exceeded: Error {}

  private let most: Int
  private let count = Mutex(0)

  init(_ most: Int) {
    self.most = most
  }

  /// Takes a place for a connection until it is closed; `false` when there is none.
  func admit(_ channel: any Channel) -> Bool {
    let isAdmitted = count.withLock { count in
      guard count < most else { return false }
      count += 1
      return true
    }
    if isAdmitted {
      channel.closeFuture.whenComplete { _ in self.count.withLock { $0 -= 1 } }
    }
    return isAdmitted
  }
}

/// A child channel that is set up only within a limit: outermost, so that a connection over it costs no TLS handshake.
struct LimitedChannel<Base: ServerChildChannel>: ServerChildChannel {
  let base: Base
  let limit: ConnectionLimit

  func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Base.Value> {
    guard limit.admit(channel) else {
      logger.debug("a connection was refused: too many are open")
      channel.close(promise: nil)  // a failed set-up alone leaves it open
      return channel.eventLoop.makeFailedFuture(ConnectionLimit.Exceeded())
    }
    return base.setup(channel: channel, logger: logger)
  }

  func handle(value: Base.Value, logger: Logger) async {
    await base.handle(value: value, logger: logger)
  }
}
