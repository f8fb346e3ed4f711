/// One matching of an expression: at each scalar it holds every step that some way through the expression has reached.
struct ExpressionRun {
  private let program: [ExpressionStep]
  private let isAnchored: Bool
  private var reached: [Int] = []
  private var next: [Int] = []
  /// For each step the round in which it was reached last, so that it is entered once a round.
  private var rounds: [Int]
  private var round = 0
  private var waiting: [Int] = []

  init(_ expression: LinearExpression) {
    program = expression.program
    isAnchored = expression.isAnchored
    rounds = Array(repeating: 0, count: program.count)
  }

  mutating func isFound(in text: String) -> Bool {
    var scalars = text.unicodeScalars.makeIterator()
    var current = scalars.next()
    round = 1
    if enter(0, nil, current) { return true }
    while let scalar = current {
      let following = scalars.next()
      swap(&reached, &next)
      reached.removeAll(keepingCapacity: true)
      round += 1
      for step in next {
        guard case .take(let set) = program[step], set.contains(scalar) else { continue }
        if enter(step + 1, scalar, following) { return true }
      }
      if !isAnchored {
        if enter(0, scalar, following) { return true }
      } else if reached.isEmpty {
        return false
      }
      current = following
    }
    return false
  }

  /// Goes on from a step as far as no scalar is needed, and says whether that is a match.
  private mutating func enter(_ start: Int, _ before: Unicode.Scalar?, _ after: Unicode.Scalar?) -> Bool {
    waiting.append(start)
    while let step = waiting.popLast() {
      guard rounds[step] != round else { continue }
      rounds[step] = round
      switch program[step] {
      case .take: reached.append(step)
      case .jump(let target): waiting.append(target)
      case .split(let first, let second):
        waiting.append(second)
        waiting.append(first)
      case .require(let position): if Self.holds(position, before, after) { waiting.append(step + 1) }
      case .match:
        waiting.removeAll(keepingCapacity: true)
        return true
      }
    }
    return false
  }

  private static func holds(_ position: ExpressionPosition, _ before: Unicode.Scalar?, _ after: Unicode.Scalar?) -> Bool {
    switch position {
    case .textStart: before == nil
    case .textEnd: after == nil
    case .lineStart: before == nil || before == "\n"
    case .lineEnd: after == nil || after == "\n"
    case .wordEdge: isWordPart(before) != isWordPart(after)
    case .noWordEdge: isWordPart(before) == isWordPart(after)
    }
  }

  private static func isWordPart(_ scalar: Unicode.Scalar?) -> Bool {
    scalar.map(ScalarSet.wordParts.contains) ?? false
  }
}
