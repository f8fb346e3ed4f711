/// Sees to it that at most one question for a page is under way, and that only its answer counts.
///
/// What changes meanwhile is gathered into one more question: ten thousand captures cost one query, not ten thousand.
struct PageQuestions: Sendable, Hashable {
  private var generation = 0
  private var isWaiting = false
  private var isStale = false
  private var secondsWaited = 0

  /// After how many seconds a question counts as lost.
  private static let patience = 5

  var hasAsked: Bool { generation > 0 }

  /// The number of a new question; `nil` when one is under way, which is then followed by another. A question that supersedes does not
  /// wait: the answer to the one under way will be dropped.
  mutating func next(superseding: Bool) -> Int? {
    if isWaiting && !superseding {
      isStale = true
      return nil
    }
    generation += 1
    isWaiting = true
    isStale = false
    secondsWaited = 0
    return generation
  }

  /// Takes an answer in: `nil` when it answers an older question, else whether things changed since it was asked.
  mutating func answered(_ answer: Int) -> Bool? {
    guard isWaiting, answer == generation else { return nil }
    isWaiting = false
    defer { isStale = false }
    return isStale
  }

  /// Whether the question under way has to be asked again.
  mutating func secondPassed() -> Bool {
    guard isWaiting else { return false }
    secondsWaited += 1
    return secondsWaited > Self.patience
  }
}
