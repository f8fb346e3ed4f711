/// A point in time as the catalog writes it: milliseconds since 1970-01-01 00:00:00 UTC.
///
/// It may lie anywhere in the range of `Int64`, because a sender can write any integer; formatting never traps.
public struct Timestamp: Sendable, Hashable, Comparable {
  public var milliseconds: Int64

  public init(milliseconds: Int64) {
    self.milliseconds = milliseconds
  }

  public static func < (left: Self, right: Self) -> Bool {
    left.milliseconds < right.milliseconds
  }

  /// The milliseconds from `other` to this one, negative when this one is earlier, held at the ends of `Int64`.
  public func milliseconds(since other: Timestamp) -> Int64 {
    let (difference, overflow) = milliseconds.subtractingReportingOverflow(other.milliseconds)
    return overflow ? (milliseconds < other.milliseconds ? .min : .max) : difference
  }
}
