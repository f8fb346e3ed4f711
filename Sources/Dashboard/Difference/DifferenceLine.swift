import TerminalSurface

/// A line of two texts that are held against one another.
struct DifferenceLine: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    /// The same on both sides, or nearly: what differs does not count.
    case alike
    case removed, added, changed
  }

  var kind: Kind
  /// `nil` where that side has nothing.
  var old: StyledLine?
  var new: StyledLine?
  /// Which change it belongs to, from 0.
  var change: Int?

  /// The sign that tells the kind, also without colours.
  var sign: String {
    switch kind {
    case .alike: " "
    case .removed: "-"
    case .added: "+"
    case .changed: "~"
    }
  }

  static func alike(_ line: StyledLine) -> DifferenceLine {
    DifferenceLine(kind: .alike, old: line, new: line)
  }
}
