/// What else the store has to do with a capture.
public struct CaptureRelations: Sendable, Hashable {
  /// The capture before it that says which fields the same resource has: what its schema is compared with.
  public var previous: Capture?
  /// Every capture of the same Cloud Tasks task, itself among them, in the order of arrival; none when it came from no task.
  public var attempts: [CaptureSummary]

  public init(previous: Capture? = nil, attempts: [CaptureSummary] = []) {
    self.previous = previous
    self.attempts = attempts
  }
}
