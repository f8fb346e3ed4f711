/// A reason why sends did not succeed, and how many met it.
public struct SendFailure: Sendable, Hashable {
  /// `answered 500`, or why no answer came.
  public var reason: String
  public var count: Int

  public init(reason: String, count: Int) {
    self.reason = reason
    self.count = count
  }
}

extension Delivery {
  /// Why it was not delivered, in few words: `answered 500`, or why no answer came. `nil` when it was.
  public var failureReason: String? {
    guard state != .delivered else { return nil }
    return switch attempts.last?.outcome {
    case .answered(let answer): "answered \(answer.status)"
    case .failed(let reason): reason
    case nil: "not sent"
    }
  }
}
