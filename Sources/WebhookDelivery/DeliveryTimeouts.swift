import NIOCore

/// How long a delivery may take; the catalog's client allows the same.
public struct DeliveryTimeouts: Sendable, Hashable {
  /// To connect, the TLS handshake included.
  public var connect: Duration = .seconds(10)
  /// Between two pieces of the answer.
  public var read: Duration = .seconds(10)
  /// How long a connection waits for the next delivery to its target before it is closed.
  public var keep: Duration = .seconds(1)

  public init() {}

  public init(connect: Duration, read: Duration) {
    self.connect = connect
    self.read = read
  }
}

extension Duration {
  /// As a timer takes it: from a millisecond to a day.
  var timeAmount: TimeAmount {
    TimeAmount(min(max(self, .milliseconds(1)), .seconds(86_400)))
  }

  /// `10 s`, `250 ms`.
  var plainText: String {
    let (seconds, attoseconds) = components
    return attoseconds == 0 ? "\(seconds) s" : "\(timeAmount.nanoseconds / 1_000_000) ms"
  }
}
