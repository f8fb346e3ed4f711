/// What else the store has to do with a capture.
public struct CaptureRelations: Sendable, Hashable {
  /// The capture before it that says which fields the same resource has: what its schema is compared with.
  public var previous: Capture?
  /// Every capture of the same Cloud Tasks task, itself among them, in the order of arrival; none when it came from no task.
  public var attempts: [CaptureSummary]
  /// What was sent from it, in the order of creation.
  public var deliveries: [Delivery]
  /// How long its sender waited from the end of the request to the commit, after which it is answered; `nil` when that is not known.
  public var answerTime: Duration?

  public init(
    previous: Capture? = nil, attempts: [CaptureSummary] = [], deliveries: [Delivery] = [], answerTime: Duration? = nil
  ) {
    self.previous = previous
    self.attempts = attempts
    self.deliveries = deliveries
    self.answerTime = answerTime
  }
}
