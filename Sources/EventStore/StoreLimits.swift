/// How much a store keeps of what anyone can send to it, and how much may wait to be written.
public struct StoreLimits: Sendable, Hashable {
  /// The rejected captures that are kept; the oldest go first.
  public var rejectedCount: Int
  /// The bytes of the bodies of the rejected captures that are kept, in all.
  public var rejectedByteCount: Int
  /// The deliveries that are kept; the oldest that have ended go first.
  public var deliveryCount: Int
  /// The records that may wait for the writer; one more is refused at once.
  public var waitingCount: Int
  /// The bytes of the records that may wait for the writer. A record that is larger is taken when nothing else waits.
  public var waitingByteCount: Int

  public init(
    rejectedCount: Int = 1_000, rejectedByteCount: Int = 64 << 20, deliveryCount: Int = 10_000, waitingCount: Int = 16_384,
    waitingByteCount: Int = 64 << 20
  ) {
    self.rejectedCount = rejectedCount
    self.rejectedByteCount = rejectedByteCount
    self.deliveryCount = deliveryCount
    self.waitingCount = waitingCount
    self.waitingByteCount = waitingByteCount
  }
}
