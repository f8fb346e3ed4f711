/// A step of the machine that matches an expression.
enum ExpressionStep: Sendable, Hashable {
  /// Takes one scalar of the set and goes on to the next step.
  case take(ScalarSet)
  case require(ExpressionPosition)
  /// Goes on at both steps.
  case split(Int, Int)
  case jump(Int)
  case match
}

/// Makes the machine's steps out of an expression.
struct ExpressionCompiler {
  struct TooLarge: Error {}

  /// Counted repeats are written out, and could be of any size.
  private static let stepLimit = 2_000

  private(set) var steps: [ExpressionStep] = []

  mutating func add(_ node: ExpressionNode) throws(TooLarge) {
    switch node {
    case .set(let set): try append(.take(set))
    case .position(let position): try append(.require(position))
    case .sequence(let nodes): for node in nodes { try add(node) }
    case .choice(let nodes): try add(choice: nodes)
    case .repeated(let node, let least, let most): try add(node, least: least, most: most)
    }
  }

  private mutating func add(choice nodes: [ExpressionNode]) throws(TooLarge) {
    var jumps: [Int] = []
    for (index, node) in nodes.enumerated() {
      guard index < nodes.count - 1 else {
        try add(node)
        break
      }
      let split = steps.count
      try append(.split(split + 1, 0))
      try add(node)
      jumps.append(steps.count)
      try append(.jump(0))
      steps[split] = .split(split + 1, steps.count)
    }
    for jump in jumps { steps[jump] = .jump(steps.count) }
  }

  private mutating func add(_ node: ExpressionNode, least: Int, most: Int?) throws(TooLarge) {
    for _ in 0..<least { try addOnce(node) }
    guard let most else {
      let split = steps.count
      try append(.split(split + 1, 0))
      try addOnce(node)
      try append(.jump(split))
      steps[split] = .split(split + 1, steps.count)
      return
    }
    var splits: [Int] = []
    for _ in 0..<(most - least) {
      splits.append(steps.count)
      try append(.split(steps.count + 1, 0))
      try addOnce(node)
    }
    for split in splits { steps[split] = .split(split + 1, steps.count) }
  }

  /// One turn of a repeat; a node without steps counts as well, or `((){1000}){1000}` would take long to be nothing.
  private mutating func addOnce(_ node: ExpressionNode) throws(TooLarge) {
    let start = steps.count
    try add(node)
    if steps.count == start { try append(.jump(start + 1)) }
  }

  private mutating func append(_ step: ExpressionStep) throws(TooLarge) {
    guard steps.count < Self.stepLimit else { throw TooLarge() }
    steps.append(step)
  }
}
