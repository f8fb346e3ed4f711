/// When each of many sends is due, for so many a second.
///
/// Each moment is counted from the start and not from the send before, so that small delays do not add up. After a stall what was missed
/// is made up for, but never more than one second's worth: the rest of the schedule moves instead.
public struct SendPace: Sendable, Hashable {
  /// The rates that can be kept: from one a day to a million a second.
  public static let rates: ClosedRange<Double> = (1.0 / 86_400)...1_000_000

  /// How many a second.
  public let rate: Double
  /// The moment of send number 0, moved by what stalls have cost.
  private var origin: ContinuousClock.Instant
  private var number = 0

  /// `nil` when `rate`, in sends a second, lies outside `rates`.
  public init?(rate: Double, from start: ContinuousClock.Instant) {
    guard Self.rates.contains(rate) else { return nil }
    self.rate = rate
    origin = start
  }

  /// The moment at which the next send is due, which may have passed. Asked once for each send, the first at the start.
  public mutating func next(at now: ContinuousClock.Instant) -> ContinuousClock.Instant {
    // Whole nanoseconds, held below what a Duration of them can say: a schedule of three centuries.
    var due = origin.advanced(by: .nanoseconds(Int64(min((Double(number) / rate * 1e9).rounded(), 9e18))))
    let lateness = due.duration(to: now) - .seconds(1)
    if lateness > .zero {
      origin = origin.advanced(by: lateness)
      due = due.advanced(by: lateness)
    }
    number &+= 1
    return due
  }
}
