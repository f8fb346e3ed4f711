import EventRecords
import TerminalSurface

/// What the header says of lag and answers: asked for at most once a second, and only where the header has room for it.
struct PaceState: Sendable, Hashable {
  private(set) var pace: Pace?
  private var isOutdated = true
  private var questions = PageQuestions()

  /// From so many columns on the header shows it.
  static let leastColumns = 120

  mutating func storeChanged() {
    isOutdated = true
  }

  /// Asks for the first time, as soon as there is room.
  mutating func start(columns: Int) -> [Effect] {
    questions.hasAsked ? [] : secondPassed(columns: columns)
  }

  mutating func secondPassed(columns: Int) -> [Effect] {
    guard columns >= Self.leastColumns else { return [] }
    let isLost = questions.secondPassed()
    guard isOutdated || isLost, let generation = questions.next(superseding: isLost) else { return [] }
    isOutdated = false
    return [.loadPace(generation: generation)]
  }

  mutating func update(_ pace: Pace, generation: Int) {
    guard let isStale = questions.answered(generation) else { return }
    self.pace = pace
    isOutdated = isOutdated || isStale
  }
}

extension Pace {
  /// `lag p50 0.2 s p95 41 s   answered p99 3 ms`, then what can be left out of it; nothing where nothing is known.
  func forms(theme: Theme) -> [StyledLine] {
    var lagSpans: [StyledSpan] = []
    if let lag {
      lagSpans = [
        StyledSpan("lag p50 ", theme.faint), StyledSpan(ClockFormat.took(microseconds: lag.p50)), StyledSpan(" p95 ", theme.faint),
        StyledSpan(ClockFormat.took(microseconds: lag.p95)),
      ]
    }
    guard let answer else { return lagSpans.isEmpty ? [] : [StyledLine(lagSpans)] }
    let answerSpans = [StyledSpan("answered p99 ", theme.faint), StyledSpan(ClockFormat.took(microseconds: answer.p99))]
    guard !lagSpans.isEmpty else { return [StyledLine(answerSpans)] }
    return [StyledLine(lagSpans + [StyledSpan("   ")] + answerSpans), StyledLine(lagSpans)]
  }
}
