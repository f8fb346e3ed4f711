/// A regular expression that is matched in time that grows with the text alone, whatever the expression and the text.
///
/// Swift's own `Regex` tries one way after the other, so that `(a+)+$` takes a lifetime on thirty letters, and nothing can stop it:
/// an operator's slip would freeze the screen, or a reader of the store. This one follows all ways at once (Thompson's simulation),
/// as grep and RE2 do, and so has neither back-references nor look-around.
///
/// It knows literals, `.`, `[a-z]`, `[^a-z]`, `\d \w \s \D \W \S`, `\b \B`, `^ $`, groups `( )` and `(?: )`, `|`, `* + ?`, `{2}`,
/// `{2,}`, `{2,5}`, the escapes `\n \r \t \xHH \uHHHH`, and at the start `(?i)` (any case), `(?s)` (`.` takes line ends too) and
/// `(?m)` (`^ $` at every line).
public struct LinearExpression: Sendable, Hashable {
  public let text: String
  let program: [ExpressionStep]
  /// Whether it can only match at the beginning.
  let isAnchored: Bool

  /// Reads an expression, or says at which scalar (from 0) it is wrong.
  init(_ text: String) throws(ExpressionError) {
    self.text = text
    var parser = ExpressionParser(text)
    let tree = try parser.parse()
    var compiler = ExpressionCompiler()
    do {
      try compiler.add(tree)
    } catch {
      throw ExpressionError(offset: 0, message: "the expression is too large")
    }
    program = compiler.steps + [.match]
    isAnchored = tree.beginsAtStart
  }

  /// Whether it matches somewhere in a text. Bytes that are not UTF-8 count as U+FFFD.
  public func isFound(in bytes: [UInt8]) -> Bool {
    var run = ExpressionRun(self)
    return run.isFound(in: String(decoding: bytes, as: UTF8.self))
  }
}

struct ExpressionError: Error, Hashable {
  /// A scalar of the expression, from 0.
  var offset: Int
  var message: String
}

/// What an expression is made of.
indirect enum ExpressionNode: Sendable, Hashable {
  case set(ScalarSet)
  case position(ExpressionPosition)
  case sequence([ExpressionNode])
  case choice([ExpressionNode])
  /// `most` is `nil` where there is no upper bound.
  case repeated(ExpressionNode, least: Int, most: Int?)

  /// Whether it can match nowhere but at the beginning of the text.
  var beginsAtStart: Bool {
    switch self {
    case .position(let position): position == .textStart
    case .sequence(let nodes): nodes.first?.beginsAtStart ?? false
    case .choice(let nodes): nodes.allSatisfy(\.beginsAtStart)
    case .repeated(let node, let least, _): least > 0 && node.beginsAtStart
    case .set: false
    }
  }
}

/// A place between two scalars.
enum ExpressionPosition: Sendable, Hashable {
  case textStart, textEnd, lineStart, lineEnd, wordEdge, noWordEdge
}

/// Some scalars.
struct ScalarSet: Sendable, Hashable {
  var ranges: [ClosedRange<UInt32>] = []
  var isInverted = false
  var ignoresCase = false

  init(_ ranges: [ClosedRange<UInt32>] = []) {
    self.ranges = ranges
  }

  static let digits = ScalarSet([0x30...0x39])
  static let wordParts = ScalarSet([0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A])
  static let spaces = ScalarSet([0x09...0x0D, 0x20...0x20, 0x85...0x85, 0xA0...0xA0, 0x2028...0x2029])
  static let lineEnds = ScalarSet([0x0A...0x0A, 0x0D...0x0D])
  static let all = ScalarSet([0...0x10FFFF])

  var inverted: ScalarSet {
    var set = self
    set.isInverted.toggle()
    return set
  }

  /// All scalars that are not in it, as ranges: for a set within a set.
  var complement: [ClosedRange<UInt32>] {
    var complement: [ClosedRange<UInt32>] = []
    var next: UInt32 = 0
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if range.lowerBound > next { complement.append(next...(range.lowerBound - 1)) }
      next = max(next, range.upperBound + 1)
    }
    if next <= 0x10FFFF { complement.append(next...0x10FFFF) }
    return complement
  }

  func contains(_ scalar: Unicode.Scalar) -> Bool {
    if has(scalar.value) { return !isInverted }
    guard ignoresCase else { return isInverted }
    if scalar.isASCII { return (scalar.properties.isAlphabetic && has(scalar.value ^ 0x20)) != isInverted }
    let others = [scalar.properties.lowercaseMapping, scalar.properties.uppercaseMapping]
    let isOther = others.contains { other in
      let scalars = other.unicodeScalars
      return scalars.count == 1 && scalars.first.map { has($0.value) } ?? false
    }
    return isOther != isInverted
  }

  private func has(_ value: UInt32) -> Bool {
    ranges.contains { $0.contains(value) }
  }
}
