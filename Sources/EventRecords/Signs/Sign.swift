/// A mark in the column FLAGS: something about a capture that is worth a look.
///
/// The table, the help, the filter and the statistics all take signs from here. Each has a letter, so that none is told by colour alone.
public enum Sign: String, Sendable, Hashable, CaseIterable {
  /// The request was rejected, or something in its event is odd.
  case finding
  /// It says that its dataset has other fields than the create or update before it said.
  case drift
  /// It is a later attempt of a Cloud Tasks task.
  case retry
  /// The same body came before.
  case duplicate
  /// It came long after its event.
  case late
  /// It came before its event, by the sender's clock.
  case skew

  /// What stands in the column; an attempt's number follows the letter of a retry.
  public var letter: String {
    switch self {
    case .finding: "!"
    case .drift: "D"
    case .retry: "R"
    case .duplicate: "="
    case .late: "L"
    case .skew: "S"
    }
  }

  /// How the help shows it: `R2` for a retry, else its letter.
  public var example: String {
    self == .retry ? "R2" : letter
  }

  /// What it says, as a sentence without its full stop.
  public func meaning(_ limits: SignLimits) -> String {
    switch self {
    case .finding: "Something is odd: the detail says what, beside its line; or the request was rejected"
    case .drift: "The schema has drifted: its fields are not those of the create or update of the same resource before it"
    case .retry: "The second attempt of a Cloud Tasks task (R3 the third, and so on): not a new event"
    case .duplicate: "A possible duplicate: the very same body came before, and not as an attempt of the same task"
    case .late: "It came more than \(Self.seconds(limits.late)) after its event"
    case .skew: "The sender's clock is ahead: it came more than \(Self.seconds(limits.skew)) before its event"
    }
  }

  private static func seconds(_ milliseconds: Int64) -> String {
    milliseconds % 1000 == 0 ? "\(milliseconds / 1000) s" : "\(milliseconds) ms"
  }
}

/// From where on a lag is worth a sign, in milliseconds.
public struct SignLimits: Sendable, Hashable {
  /// What came later than this after its event is late.
  public var late: Int64
  /// What came earlier than this before its event tells of clocks that disagree; less may be rounding.
  public var skew: Int64

  public init(late: Int64 = 5_000, skew: Int64 = 1_000) {
    self.late = late
    self.skew = skew
  }
}
