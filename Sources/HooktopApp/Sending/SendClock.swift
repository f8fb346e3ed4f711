/// The time by which sends are paced: the real one, or one that a test moves.
public struct SendClock: Sendable {
  public var now: @Sendable () -> ContinuousClock.Instant
  /// Waits until the moment has come; throws when the task is cancelled.
  public var sleep: @Sendable (_ until: ContinuousClock.Instant) async throws -> Void

  public init(
    now: @escaping @Sendable () -> ContinuousClock.Instant,
    sleep: @escaping @Sendable (_ until: ContinuousClock.Instant) async throws -> Void
  ) {
    self.now = now
    self.sleep = sleep
  }

  public static let continuous = SendClock(
    now: { ContinuousClock.now }, sleep: { try await Task.sleep(until: $0, clock: .continuous) })
}
