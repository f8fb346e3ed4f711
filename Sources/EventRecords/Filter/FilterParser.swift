import CatalogEvents

import struct Foundation.TimeZone

/// Reads a filter. This is the grammar; `FilterReference` shows its forms to people.
///
/// ```
/// filter   = [ any ]
/// any      = all { "or" all }
/// all      = one { [ "and" ] one }
/// one      = ( "-" | "not" ) one | "(" any ")" | term
/// term     = field operator value | value                 a value alone is a word, looked for in names and payload
/// field    = name | "header." part | ( "data" | "event" ) step { step }
/// step     = "." part | "[" ( digits | quoted ) "]"
/// part     = letters, digits and signs without a meaning here | quoted
/// operator = ":" | "=" | "!=" | "~" | "!~" | ">" | ">=" | "<" | "<="
/// value    = { any but white space and an unmatched ")" | "\" any | quoted }
/// quoted   = '"' { any but '"' and "\" | escape } '"'     escape: \" \\ \/ \n \r \t \uHHHH
/// ```
/// `=` is `:`, `a!=b` is `-a:b`, `a!~b` is `-a~b`. Words and names of fields may be in any case. In a value outside of quotes `*`
/// stands for any text; after `~` the value is a regular expression, in which a backslash stays what it is there, also in quotes.
struct FilterParser {
  /// How deep parentheses may nest; reading, matching and SQL all descend as deep.
  private static let depthLimit = 50
  /// SQLite's expressions have a limit, and nobody types so many.
  private static let termLimit = 200

  let scalars: [Unicode.Scalar]
  let timeZone: TimeZone
  var position = 0
  private var depth = 0
  private var termCount = 0

  init(_ text: String, timeZone: TimeZone) {
    scalars = Array(text.unicodeScalars)
    self.timeZone = timeZone
  }

  mutating func parse() throws(FilterError) -> FilterNode {
    skipSpaces()
    guard current != nil else { return .all([]) }
    let node = try readAny()
    guard current == nil else { throw error("this ) closes nothing; put it in quotes if it is meant as text") }
    return node
  }

  private mutating func readAny() throws(FilterError) -> FilterNode {
    var nodes = [try readAll()]
    while true {
      let start = position
      guard skipKeyword("or") else { break }
      guard current != nil, current != ")" else { throw error("a term is missing after or; in quotes it is a word to look for", at: start) }
      nodes.append(try readAll())
    }
    return nodes.count == 1 ? nodes[0] : .any(nodes)
  }

  private mutating func readAll() throws(FilterError) -> FilterNode {
    var nodes: [FilterNode] = []
    while true {
      skipSpaces()
      guard current != nil, current != ")" else { break }
      if isKeyword("or") {
        guard !nodes.isEmpty else { throw error("a term is missing before or; in quotes it is a word to look for") }
        break
      }
      let start = position
      if skipKeyword("and") {
        guard !nodes.isEmpty, current != nil, current != ")", !isKeyword("or"), !isKeyword("and") else {
          throw error("and needs a term on both sides; in quotes it is a word to look for", at: start)
        }
        continue
      }
      nodes.append(try readOne())
    }
    guard !nodes.isEmpty else { throw error("a term is missing here") }
    return nodes.count == 1 ? nodes[0] : .all(nodes)
  }

  private mutating func readOne() throws(FilterError) -> FilterNode {
    var isNegated = false
    while true {
      let start = position
      if skipKeyword("not") {
        guard current != nil, current != ")", !isKeyword("or"), !isKeyword("and") else {
          throw error("a term is missing after not; in quotes it is a word to look for", at: start)
        }
      } else if current == "-" {
        position += 1
        guard let next = current, !next.properties.isWhitespace, next != ")" else {
          throw error("a term is missing after -; in quotes it is a word to look for", at: start)
        }
      } else {
        break
      }
      isNegated.toggle()
    }
    let node = current == "(" ? try readGroup() : try readTerm()
    return isNegated ? .not(node) : node
  }

  private mutating func readGroup() throws(FilterError) -> FilterNode {
    let start = position
    guard depth < Self.depthLimit else { throw error("parentheses nest deeper than \(Self.depthLimit)") }
    position += 1
    depth += 1
    skipSpaces()
    guard current != ")" else { throw error("a term is missing between the parentheses") }
    guard current != nil else { throw error("this ( is not closed", at: start) }
    let node = try readAny()
    depth -= 1
    guard current == ")" else { throw error("this ( is not closed", at: start) }
    position += 1
    return node
  }

  private mutating func readTerm() throws(FilterError) -> FilterNode {
    termCount += 1
    guard termCount <= Self.termLimit else { throw error("a filter has at most \(Self.termLimit) terms") }
    let start = position
    guard let head = try readHead() else {
      position = start
      let word = try readValue(isExpression: false)
      if let star = word.parts.first(where: \.isStar) {
        throw error("* stands for any text only after a field, as in name:ord*; in quotes it stands for itself", at: star.offset)
      }
      return .term(FilterTerm(text: text(from: start), test: .contains(FilterWord(word.plainText))))
    }
    let test = try readTest(head)
    // What a term is by itself has nothing to do with its negation.
    let own = head.bang.map { text(from: start, to: $0) + text(from: $0 + 1) } ?? text(from: start)
    let term = FilterNode.term(FilterTerm(text: own, test: test))
    return head.bang == nil ? term : .not(term)
  }

  func text(from start: Int, to end: Int? = nil) -> String {
    String(String.UnicodeScalarView(scalars[start..<(end ?? position)]))
  }
}

extension FilterParser {
  var current: Unicode.Scalar? {
    position < scalars.count ? scalars[position] : nil
  }

  /// An error at a scalar, counted as a person counts characters.
  func error(_ message: String, at offset: Int? = nil) -> FilterError {
    let before = scalars[..<min(offset ?? position, scalars.count)]
    return FilterError(column: String(String.UnicodeScalarView(before)).count + 1, message: message)
  }

  mutating func skipSpaces() {
    while let scalar = current, scalar.properties.isWhitespace { position += 1 }
  }

  /// Whether a word stands here, in any case and by itself.
  private func isKeyword(_ word: String) -> Bool {
    let end = position + word.unicodeScalars.count
    guard end <= scalars.count,
      zip(scalars[position..<end], word.unicodeScalars).allSatisfy({ $0.properties.lowercaseMapping == String($1) })
    else { return false }
    return end == scalars.count || scalars[end].properties.isWhitespace || scalars[end] == "(" || scalars[end] == ")"
  }

  private mutating func skipKeyword(_ word: String) -> Bool {
    guard isKeyword(word) else { return false }
    position += word.unicodeScalars.count
    skipSpaces()
    return true
  }
}
