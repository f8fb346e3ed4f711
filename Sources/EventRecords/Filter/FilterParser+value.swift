/// A value as it was typed, each scalar with where it stands in the filter.
struct FilterValue {
  struct Part {
    var scalar: Unicode.Scalar
    var offset: Int
    /// Whether it is a `*` that stands for any text.
    var isStar = false
  }

  var parts: [Part] = []

  var plainText: String {
    String(String.UnicodeScalarView(parts.map(\.scalar)))
  }

  var hasStar: Bool {
    parts.contains(where: \.isStar)
  }

  var glob: FilterGlob {
    FilterGlob(
      parts: parts.split(omittingEmptySubsequences: false, whereSeparator: \.isStar).map { part in
        Array(String(String.UnicodeScalarView(part.map(\.scalar))).utf8)
      })
  }
}

extension FilterParser {
  /// Reads a value up to white space or to a parenthesis that was not opened in it.
  mutating func readValue(isExpression: Bool) throws(FilterError) -> FilterValue {
    var value = FilterValue()
    var openings: [Int] = []
    var isInBrackets = false
    while let scalar = current, !scalar.properties.isWhitespace {
      switch scalar {
      case "\"":
        value.parts += try readQuoted(isExpression: isExpression)
        continue
      case "\\":
        value.parts += try readEscaped(isExpression: isExpression)
        continue
      case "[": isInBrackets = isExpression
      case "]": isInBrackets = false
      case "(" where !isInBrackets: openings.append(position)
      case ")" where !isInBrackets:
        guard openings.popLast() != nil else { return value }
      default: break
      }
      value.parts.append(.init(scalar: scalar, offset: position, isStar: scalar == "*" && !isExpression))
      position += 1
    }
    if let opening = openings.first { throw error("this ( is not closed; put the value in quotes if spaces belong to it", at: opening) }
    return value
  }

  /// A backslash outside of quotes and what follows it.
  private mutating func readEscaped(isExpression: Bool) throws(FilterError) -> [FilterValue.Part] {
    guard position + 1 < scalars.count else { throw error("a backslash at the end stands for nothing; write \\\\ for the sign itself") }
    let parts = [position, position + 1].map { FilterValue.Part(scalar: scalars[$0], offset: $0) }
    position += 2
    return isExpression ? parts : Array(parts.dropFirst())
  }

  /// What stands between quotes. In an expression only `\"` is an escape of ours; all others are the expression's own.
  mutating func readQuoted(isExpression: Bool) throws(FilterError) -> [FilterValue.Part] {
    let start = position
    var parts: [FilterValue.Part] = []
    position += 1
    while let scalar = current {
      let offset = position
      position += 1
      switch scalar {
      case "\"": return parts
      case "\\":
        guard let escaped = current else { break }
        if isExpression {
          if escaped != "\"" { parts.append(.init(scalar: scalar, offset: offset)) }
          parts.append(.init(scalar: escaped, offset: position))
          position += 1
        } else {
          parts.append(.init(scalar: try readEscape(from: offset), offset: offset))
        }
      default: parts.append(.init(scalar: scalar, offset: offset))
      }
    }
    throw error("this quote is not closed", at: start)
  }

  /// What an escape in quotes stands for; `start` is its backslash, which has been read.
  private mutating func readEscape(from start: Int) throws(FilterError) -> Unicode.Scalar {
    let letter = current
    position += 1
    switch letter {
    case "\"", "\\", "/": return letter ?? "/"
    case "n": return "\n"
    case "r": return "\r"
    case "t": return "\t"
    case "u":
      let unit = try readCodeUnit(from: start)
      if let scalar = Unicode.Scalar(unit) { return scalar }
      // Half a pair: the other half must follow, as in JSON.
      if unit < 0xDC00, current == "\\", position + 1 < scalars.count, scalars[position + 1] == "u" {
        position += 2
        let other = try readCodeUnit(from: start)
        if (0xDC00...0xDFFF).contains(other), let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (other - 0xDC00)) {
          return scalar
        }
      }
      throw error("this is half of a character", at: start)
    default: throw error("in quotes only \\\" \\\\ \\n \\r \\t and \\u00e9 are escapes; write \\\\ for a backslash", at: start)
    }
  }

  private mutating func readCodeUnit(from start: Int) throws(FilterError) -> UInt32 {
    let digits = position
    while position < scalars.count, position < digits + 4, scalars[position].properties.isASCIIHexDigit { position += 1 }
    guard position == digits + 4, let unit = UInt32(text(from: digits), radix: 16) else {
      throw error("four hexadecimal digits are missing after \\u", at: start)
    }
    return unit
  }
}
