/// Reads a regular expression.
struct ExpressionParser {
  /// How deep groups may nest.
  private static let depthLimit = 50
  /// The greatest number in braces.
  private static let countLimit = 1000

  let scalars: [Unicode.Scalar]
  var position = 0
  private var depth = 0
  private var ignoresCase = false
  private var dotTakesLineEnds = false
  private var hasLines = false

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
  }

  mutating func parse() throws(ExpressionError) -> ExpressionNode {
    try readFlags()
    let node = try readChoice()
    guard position == scalars.count else { throw error("this ) closes nothing; write \\) for the sign itself") }
    return node
  }

  var current: Unicode.Scalar? {
    position < scalars.count ? scalars[position] : nil
  }

  func error(_ message: String, at offset: Int? = nil) -> ExpressionError {
    ExpressionError(offset: offset ?? position, message: message)
  }

  mutating func skip(_ text: String) -> Bool {
    guard scalars[position...].starts(with: text.unicodeScalars) else { return false }
    position += text.unicodeScalars.count
    return true
  }

  /// `(?ims)` at the start.
  private mutating func readFlags() throws(ExpressionError) {
    guard scalars.count > 2, scalars[0] == "(", scalars[1] == "?", "ims".unicodeScalars.contains(scalars[2]) else { return }
    position = 2
    while let flag = current, flag != ")" {
      switch flag {
      case "i": ignoresCase = true
      case "s": dotTakesLineEnds = true
      case "m": hasLines = true
      default: throw error("the flags are i, s and m")
      }
      position += 1
    }
    guard skip(")") else { throw error("a ) is missing after the flags") }
  }

  private mutating func readChoice() throws(ExpressionError) -> ExpressionNode {
    var ways = [try readSequence()]
    while skip("|") { ways.append(try readSequence()) }
    return ways.count == 1 ? ways[0] : .choice(ways)
  }

  private mutating func readSequence() throws(ExpressionError) -> ExpressionNode {
    var nodes: [ExpressionNode] = []
    while let scalar = current, scalar != "|", scalar != ")" {
      let start = position
      let node = try readAtom(scalar)
      nodes.append(try readRepeat(of: node, from: start))
    }
    return nodes.count == 1 ? nodes[0] : .sequence(nodes)
  }

  private mutating func readAtom(_ scalar: Unicode.Scalar) throws(ExpressionError) -> ExpressionNode {
    let start = position
    position += 1
    switch scalar {
    case "(": return try readGroup(from: start)
    case "[": return .set(try readSet(from: start))
    case ".": return .set(dotTakesLineEnds ? .all : ScalarSet.lineEnds.inverted)
    case "^": return .position(hasLines ? .lineStart : .textStart)
    case "$": return .position(hasLines ? .lineEnd : .textEnd)
    case "\\": return try readEscape(from: start)
    case "*", "+", "?": throw error("\(scalar) repeats nothing; write \\\(scalar) for the sign itself", at: start)
    default: return literal(scalar.value)
    }
  }

  func literal(_ value: UInt32) -> ExpressionNode {
    .set(folded(ScalarSet([value...value])))
  }

  func folded(_ set: ScalarSet) -> ScalarSet {
    var set = set
    set.ignoresCase = ignoresCase
    return set
  }

  private mutating func readGroup(from start: Int) throws(ExpressionError) -> ExpressionNode {
    if current == "?" {
      guard skip("?:") else { throw error("of groups that begin with (? only (?: ) is known, and (?i) at the start", at: start) }
    }
    guard depth < Self.depthLimit else { throw error("groups nest deeper than \(Self.depthLimit)", at: start) }
    depth += 1
    let node = try readChoice()
    depth -= 1
    guard skip(")") else { throw error("this ( is not closed", at: start) }
    return node
  }

  private mutating func readRepeat(of node: ExpressionNode, from start: Int) throws(ExpressionError) -> ExpressionNode {
    let bounds: (least: Int, most: Int?)
    switch current {
    case "*": bounds = (0, nil)
    case "+": bounds = (1, nil)
    case "?": bounds = (0, 1)
    case "{":
      guard let counted = try readCount() else { return node }
      bounds = counted
      position -= 1
    default: return node
    }
    position += 1
    // Whether as little or as much as possible is taken makes no difference to whether it is found.
    _ = skip("?")
    if let next = current, "*+?".unicodeScalars.contains(next) { throw error("\(next) repeats what is repeated already") }
    return .repeated(node, least: bounds.least, most: bounds.most)
  }

  /// `{2}`, `{2,}` or `{2,5}`; a brace that begins none of them stands for itself.
  private mutating func readCount() throws(ExpressionError) -> (least: Int, most: Int?)? {
    let start = position
    position += 1
    let least = readNumber()
    let hasComma = skip(",")
    let most = hasComma ? readNumber() : least
    guard let least, skip("}") else {
      position = start
      return nil
    }
    guard max(least, most ?? 0) <= Self.countLimit else { throw error("a count is at most \(Self.countLimit)", at: start) }
    if let most, most < least { throw error("the second count is smaller than the first", at: start) }
    return (least, most)
  }

  private mutating func readNumber() -> Int? {
    var number: Int?
    while let scalar = current, ("0"..."9").contains(scalar) {
      number = min(1_000_000, (number ?? 0) * 10 + Int(scalar.value - 0x30))
      position += 1
    }
    return number
  }
}
