public import CatalogEvents

/// One send of an event to a target, with its attempts.
public struct Delivery: Sendable, Hashable, Identifiable {
  public enum State: String, Sendable, Hashable {
    /// Its first attempt has not started.
    case waiting
    /// An attempt is under way.
    case sending
    /// An attempt was answered with 200 to 299.
    case delivered
    /// It will not be attempted again.
    case failed
  }

  /// The store's number for it, rising in the order of creation; 0 until it is stored.
  public var id: Int64
  public var createdAt: Timestamp
  /// The target's URL.
  public var target: String
  /// What is sent, for the list: `create dataset acme/sales.orders`.
  public var label: String
  public var headers: [HeaderField]
  public var body: [UInt8]
  public var state: State
  public var attempts: [Attempt]
  /// The capture that it was made from: replayed, or edited and sent. `nil` when it was composed, or when that capture is gone.
  public var captureID: Int64?

  public init(
    id: Int64 = 0, createdAt: Timestamp, target: String, label: String, headers: [HeaderField], body: [UInt8], state: State = .waiting,
    attempts: [Attempt] = [], captureID: Int64? = nil
  ) {
    self.id = id
    self.createdAt = createdAt
    self.target = target
    self.label = label
    self.headers = headers
    self.body = body
    self.state = state
    self.attempts = attempts
    self.captureID = captureID
  }
}

/// One try to deliver, and how it ended.
public struct Attempt: Sendable, Hashable {
  public var startedAt: Timestamp
  /// From the start of the connection to the end of the answer, or to the failure.
  public var duration: Duration
  public var outcome: Outcome

  public enum Outcome: Sendable, Hashable {
    case answered(Answer)
    /// No whole answer came; why not, as one clause: `connection refused by 127.0.0.1:9`.
    case failed(reason: String)
  }

  public init(startedAt: Timestamp, duration: Duration, outcome: Outcome) {
    self.startedAt = startedAt
    self.duration = duration
    self.outcome = outcome
  }

  /// Whether the target took it: an answer of 200 to 299.
  public var isSuccess: Bool {
    if case .answered(let answer) = outcome { (200...299).contains(answer.status) } else { false }
  }
}

/// What a target answered.
public struct Answer: Sendable, Hashable {
  public var status: Int
  public var headers: [HeaderField]
  /// The first 64 KiB of the body.
  public var body: [UInt8]
  /// Whether the body went on past what is kept.
  public var isTruncated: Bool

  public init(status: Int, headers: [HeaderField], body: [UInt8], isTruncated: Bool) {
    self.status = status
    self.headers = headers
    self.body = body
    self.isTruncated = isTruncated
  }
}
