import CatalogEvents

extension FilterParser {
  enum Operator {
    case equal, match
    case compare(FilterComparison)
  }

  /// What stands before a value: the field and how it is compared.
  struct Head {
    var field: FilterField
    var comparison: Operator
    var fieldStart: Int
    var operatorStart: Int
    /// The `!` of `!=` and `!~`.
    var bang: Int?
  }

  /// Reads a field and an operator; `nil` where there is none, so that a word begins here.
  mutating func readHead() throws(FilterError) -> Head? {
    let start = position
    guard let first = current, first.isASCII, first.properties.isAlphabetic else { return nil }
    while let scalar = current, Self.isFieldPart(scalar) { position += 1 }
    let name = text(from: start).lowercased()
    let field: FilterField
    if FilterField.prefixes.contains(name), current == "." || current == "[" && name != "header" {
      field = name == "header" ? .header(try readHeaderName()) : .json(try readPath(from: name))
      guard isOperatorNext else {
        let typed = text(from: start)
        throw error("a comparison is missing after \(typed), as in \(typed):*; in quotes it is a word to look for")
      }
    } else {
      // A dot within a name is looked past, so that `resource.name:x` is a wrong field and no word.
      while let scalar = current, Self.isFieldPart(scalar) || scalar == "." { position += 1 }
      guard isOperatorNext else { return nil }
      field = try namedField(text(from: start), at: start)
    }
    return try readOperator(of: field, from: start)
  }

  private static func isFieldPart(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && (scalar.properties.isAlphabetic || scalar == "_" || scalar == "-" || ("0"..."9").contains(scalar))
  }

  private func namedField(_ typed: String, at start: Int) throws(FilterError) -> FilterField {
    let name = typed.lowercased()
    if let named = FilterField.named.first(where: { $0.name == name }) { return named.field }
    if name == "header" { throw error("header needs a name, as in header.user-agent:*Tasks*", at: start) }
    if name == "data" || name == "event" { return .json(JSONPath([.name(name)])) }
    let nearest = NearestName.of(name, among: FilterField.completions).map { ", did you mean \($0)" } ?? ""
    throw error("there is no field \(typed)\(nearest)? In quotes it is a word to look for", at: start)
  }

  private var isOperatorNext: Bool {
    switch current {
    case ":", "=", "~", ">", "<": true
    case "!": position + 1 < scalars.count && (scalars[position + 1] == "=" || scalars[position + 1] == "~")
    default: false
    }
  }

  private mutating func readOperator(of field: FilterField, from start: Int) throws(FilterError) -> Head {
    var head = Head(field: field, comparison: .equal, fieldStart: start, operatorStart: position)
    if current == "!" {
      head.bang = position
      position += 1
    }
    let sign = current
    position += 1
    switch sign {
    case "~": head.comparison = .match
    case ">", "<":
      let isWide = current == "="
      if isWide { position += 1 }
      head.comparison = .compare(sign == ">" ? (isWide ? .greaterOrEqual : .greater) : (isWide ? .lessOrEqual : .less))
    default: break
    }
    return head
  }
}

extension FilterParser {
  private mutating func readHeaderName() throws(FilterError) -> String {
    position += 1
    return try readPart { FilterQuoting.isNamePart($0) || $0 == "." }
  }

  private mutating func readPath(from root: String) throws(FilterError) -> JSONPath {
    var path = JSONPath([.name(root)])
    while true {
      switch current {
      case ".":
        position += 1
        path.components.append(.name(try readPart(FilterQuoting.isNamePart)))
      case "[": path.components.append(try readStepInBrackets())
      default: return path
      }
    }
  }

  private mutating func readPart(_ belongs: (Unicode.Scalar) -> Bool) throws(FilterError) -> String {
    let start = position
    if current == "\"" { return String(String.UnicodeScalarView(try readQuoted(isExpression: false).map(\.scalar))) }
    while let scalar = current, belongs(scalar) { position += 1 }
    guard position > start else { throw error("a name is missing after the dot") }
    return text(from: start)
  }

  private mutating func readStepInBrackets() throws(FilterError) -> JSONPath.Component {
    let start = position
    position += 1
    let component: JSONPath.Component
    if current == "\"" {
      component = .name(String(String.UnicodeScalarView(try readQuoted(isExpression: false).map(\.scalar))))
    } else {
      let digits = position
      while let scalar = current, ("0"..."9").contains(scalar) { position += 1 }
      guard let index = Int(text(from: digits)) else {
        throw error("the place of an element or a name in quotes is missing, as in [0]", at: digits)
      }
      component = .index(index)
    }
    guard current == "]" else { throw error("this [ is not closed", at: start) }
    position += 1
    return component
  }
}
