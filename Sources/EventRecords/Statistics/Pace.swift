/// How long the newest events took to arrive, and how long our answers took.
public struct Pace: Sendable, Hashable {
  /// How many of the newest captures it is of.
  public static let captureCount = 1_000

  public var lag: Percentiles?
  public var answer: Percentiles?

  public init(lag: Percentiles? = nil, answer: Percentiles? = nil) {
    self.lag = lag
    self.answer = answer
  }
}
