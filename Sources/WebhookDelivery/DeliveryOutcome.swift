/// How one attempt ended.
public struct DeliveryOutcome: Sendable {
  /// From the start of the connection to the end of the answer, or to the failure.
  public var duration: Duration
  public var result: Result

  public enum Result: Sendable {
    case answered(TargetAnswer)
    /// No whole answer came; why not, as one clause: `connection refused by 127.0.0.1:9`.
    case failed(reason: String)
  }

  public init(duration: Duration, result: Result) {
    self.duration = duration
    self.result = result
  }

  /// Whether the target took it: an answer of 200 to 299.
  public var isSuccess: Bool {
    if case .answered(let answer) = result { (200...299).contains(answer.status) } else { false }
  }
}

/// What a target answered: the head, and the first 64 KiB of the body.
public struct TargetAnswer: Sendable {
  /// How much of a body is kept.
  public static let bodyLimit = 64 * 1024

  public var status: Int
  /// In the order and with the case of names in which they came.
  public var headers: [(name: String, value: String)]
  /// As it came: a content encoding is not undone.
  public var body: [UInt8]
  /// Whether the body went on past what is kept; the rest was not read.
  public var isTruncated: Bool

  public init(status: Int, headers: [(name: String, value: String)], body: [UInt8], isTruncated: Bool) {
    self.status = status
    self.headers = headers
    self.body = body
    self.isTruncated = isTruncated
  }
}
