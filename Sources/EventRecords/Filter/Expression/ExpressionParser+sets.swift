extension ExpressionParser {
  /// What stands after a backslash outside of brackets.
  mutating func readEscape(from start: Int) throws(ExpressionError) -> ExpressionNode {
    switch current {
    case "b":
      position += 1
      return .position(.wordEdge)
    case "B":
      position += 1
      return .position(.noWordEdge)
    default: break
    }
    switch try readEscapedSet(from: start) {
    case .set(let set): return .set(set)
    case .scalar(let value): return literal(value)
    }
  }

  /// A set in brackets, of which the first has been read.
  mutating func readSet(from start: Int) throws(ExpressionError) -> ScalarSet {
    var set = ScalarSet()
    let isInverted = skip("^")
    var isFirst = true
    while true {
      guard let scalar = current else { throw error("this [ is not closed", at: start) }
      if scalar == "]", !isFirst {
        position += 1
        break
      }
      isFirst = false
      let low = try readSetMember()
      guard case .scalar(let first) = low, current == "-", position + 1 < scalars.count, scalars[position + 1] != "]" else {
        set.ranges += low.ranges
        continue
      }
      let dash = position
      position += 1
      guard case .scalar(let last) = try readSetMember(), first <= last else {
        throw error("the range ends before it begins", at: dash)
      }
      set.ranges.append(first...last)
    }
    set.isInverted = isInverted
    return folded(set)
  }

  private mutating func readSetMember() throws(ExpressionError) -> Escaped {
    guard let scalar = current else { return .scalar(0) }
    let start = position
    position += 1
    return scalar == "\\" ? try readEscapedSet(from: start) : .scalar(scalar.value)
  }

  enum Escaped {
    case scalar(UInt32)
    case set(ScalarSet)

    var ranges: [ClosedRange<UInt32>] {
      switch self {
      case .scalar(let value): [value...value]
      case .set(let set): set.isInverted ? set.complement : set.ranges
      }
    }
  }

  /// What an escape stands for that is a scalar or a set; `start` is the backslash.
  private mutating func readEscapedSet(from start: Int) throws(ExpressionError) -> Escaped {
    guard let scalar = current else { throw error("a backslash at the end stands for nothing; write \\\\ for the sign itself", at: start) }
    position += 1
    switch scalar {
    case "d": return .set(.digits)
    case "D": return .set(ScalarSet.digits.inverted)
    case "w": return .set(.wordParts)
    case "W": return .set(ScalarSet.wordParts.inverted)
    case "s": return .set(.spaces)
    case "S": return .set(ScalarSet.spaces.inverted)
    case "n": return .scalar(0x0A)
    case "r": return .scalar(0x0D)
    case "t": return .scalar(0x09)
    case "x": return .scalar(try readHexadecimal(digits: 2, from: start))
    case "u": return .scalar(try readHexadecimal(digits: 4, from: start))
    case "0"..."9": throw error("back-references are not known here", at: start)
    case "a"..."z", "A"..."Z": throw error("\\\(scalar) is not known here", at: start)
    default: return .scalar(scalar.value)
    }
  }

  private mutating func readHexadecimal(digits: Int, from start: Int) throws(ExpressionError) -> UInt32 {
    var text = String.UnicodeScalarView()
    while text.count < digits, let scalar = current, scalar.properties.isASCIIHexDigit {
      text.append(scalar)
      position += 1
    }
    guard text.count == digits, let value = UInt32(String(text), radix: 16) else {
      throw error("\(digits) hexadecimal digits are missing here", at: start)
    }
    return value
  }
}
