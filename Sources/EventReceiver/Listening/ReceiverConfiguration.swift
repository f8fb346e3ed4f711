/// Where the receiver listens and what it refuses.
public struct ReceiverConfiguration: Sendable {
  /// `nil` switches plain HTTP off.
  public var http: ListenAddress?
  /// `nil` switches HTTPS off.
  public var https: ListenAddress?
  /// Needed for HTTPS.
  public var identity: ServerIdentity?
  public var limits: ReceiverLimits

  public init(http: ListenAddress?, https: ListenAddress?, identity: ServerIdentity?, limits: ReceiverLimits = ReceiverLimits()) {
    self.http = http
    self.https = https
    self.identity = identity
    self.limits = limits
  }
}
