import EventRecords

/// What the filter line remembers while the table holds the filter itself.
struct FilterState: Sendable, Hashable {
  /// How many filters are remembered.
  static let limit = 100

  /// The filters that were kept, oldest first.
  private(set) var history: [String]
  /// How it was when the line was opened, for Esc.
  var before: Filter?
  /// What was selected when the line was opened.
  var selectedBefore: Int64?
  /// The question for values that occur, and the text that they are for.
  private(set) var generation = 0
  private(set) var asked: FilterCompletion?

  init(history: [String]) {
    self.history = history.suffix(Self.limit)
  }

  mutating func remember(_ text: String) {
    history.removeAll { $0 == text }
    history = (history + [text]).suffix(Self.limit)
  }

  /// The question for the values of a field that is being typed.
  mutating func ask(for completion: FilterCompletion, field: FilterField, prefix: String) -> Effect {
    generation += 1
    asked = completion
    return .loadFilterValues(FilterValueRequest(field: field, prefix: prefix, generation: generation))
  }

  /// What an answer completes; `nil` when it is not the one that is waited for.
  mutating func take(_ values: FilterValues) -> FilterCompletion? {
    guard values.generation == generation else { return nil }
    defer { asked = nil }
    return asked
  }
}
