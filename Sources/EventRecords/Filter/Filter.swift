public import CatalogEvents

public import struct Foundation.TimeZone

/// A question that captures answer with yes or no: what a person types at `/` and as a FILTER argument.
///
/// It is read once, by `FilterParser`, where the grammar is written down; `FilterReference` lists its forms for people. It has two
/// meanings that a test holds equal: `matches` for a capture in memory, and the store's SQL.
public struct Filter: Sendable, Hashable {
  /// The text as it was typed.
  public let text: String
  /// What it says.
  public let root: FilterNode

  /// Reads a filter; a text of nothing but spaces matches every capture.
  ///
  /// A date without a zone is meant in `timeZone`.
  public init(_ text: String, timeZone: TimeZone) throws(FilterError) {
    var parser = FilterParser(text, timeZone: timeZone)
    root = try parser.parse()
    self.text = text
  }

  /// Whether it matches every capture, because nothing is asked.
  public var isEmpty: Bool {
    root == .all([])
  }

  /// Whether it asks how long ago something was, so that what it matches changes with the time.
  public var dependsOnTime: Bool {
    root.terms.contains { term in
      if case .received(_, .ago) = term.test { true } else { false }
    }
  }

  /// Whether a capture is meant. `now` is what `since:10m` counts back from.
  public func matches(_ capture: Capture, now: Timestamp) -> Bool {
    root.matches(capture, now: now)
  }
}

/// A part of a filter.
public indirect enum FilterNode: Sendable, Hashable {
  /// Each of them must match; none at all matches everything.
  case all([FilterNode])
  /// At least one of them must match.
  case any([FilterNode])
  case not(FilterNode)
  case term(FilterTerm)

  /// Every term in it, in the order in which they were typed.
  public var terms: [FilterTerm] {
    switch self {
    case .all(let nodes), .any(let nodes): nodes.flatMap(\.terms)
    case .not(let node): node.terms
    case .term(let term): [term]
    }
  }

  func matches(_ capture: Capture, now: Timestamp) -> Bool {
    switch self {
    case .all(let nodes): nodes.allSatisfy { $0.matches(capture, now: now) }
    case .any(let nodes): nodes.contains { $0.matches(capture, now: now) }
    case .not(let node): !node.matches(capture, now: now)
    case .term(let term): term.matches(capture, now: now)
    }
  }
}

/// Why a text is not a filter, and where.
public struct FilterError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The character at which it is wrong, from 1; one past the last where something is missing at the end.
  public var column: Int
  /// One sentence without its full stop: `there is no field nmae, did you mean name?`.
  public var message: String

  public init(column: Int, message: String) {
    self.column = column
    self.message = message
  }

  public var description: String {
    "column \(column): \(message)"
  }
}
