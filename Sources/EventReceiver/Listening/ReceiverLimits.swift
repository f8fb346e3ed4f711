/// What a client may ask of the receiver at most.
public struct ReceiverLimits: Sendable, Hashable {
  /// Bytes of a body.
  public var bodyBytes = 8 << 20
  /// Bytes of a request line and its headers.
  public var headBytes = 16 << 10
  public var headerFields = 100
  /// Connections open at once, over all listeners.
  public var connections = 1024
  /// From a request's first byte to the end of its head; on a new connection from its acceptance, the TLS handshake included.
  public var headTime: Duration = .seconds(10)
  /// From the end of a head to the end of its body.
  public var bodyTime: Duration = .seconds(20)
  /// Between two requests on a connection, and for taking an answer.
  public var idleTime: Duration = .seconds(30)
  /// What a half-sent request still has after the receiver was told to stop.
  public var stopTime: Duration = .seconds(2)
  /// How long what a refused client goes on sending is dropped, so that it can read why, before its connection is cut.
  public var drainTime: Duration = .seconds(1)

  public init() {}
}
