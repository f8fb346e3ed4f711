import TerminalSurface

/// A line of SQL with its keywords set off.
enum SQLLine {
  private static let keywords: Set<String> = [
    "ALL", "AND", "ANTI", "ANY", "AS", "ASC", "BETWEEN", "BY", "CASE", "CAST", "CREATE", "CROSS", "DESC", "DISTINCT", "ELSE", "END",
    "EXCEPT", "EXISTS", "FALSE", "FOR", "FROM", "FULL", "GROUP", "HAVING", "ILIKE", "IN", "INNER", "INTERSECT", "INTERVAL", "IS", "JOIN",
    "LEFT", "LIKE", "LIMIT", "NATURAL", "NOT", "NULL", "OFFSET", "ON", "OR", "ORDER", "OUTER", "OVER", "PARTITION", "RIGHT", "RLIKE",
    "SELECT", "SEMI", "THEN", "TRUE", "UNION", "UNNEST", "USING", "VALUES", "VIEW", "WHEN", "WHERE", "WINDOW", "WITH",
  ]

  static func spans(_ line: ArraySlice<UInt8>, theme: Theme) -> [StyledSpan] {
    var spans: [StyledSpan] = []
    var start = line.startIndex
    var style = Style.plain
    for token in SQLTokens(line) {
      let next = look(of: token, in: line, theme: theme)
      guard next != style else { continue }
      append(line[start..<token.range.lowerBound], style, to: &spans)
      (start, style) = (token.range.lowerBound, next)
    }
    append(line[start...], style, to: &spans)
    return spans
  }

  private static func append(_ text: ArraySlice<UInt8>, _ style: Style, to spans: inout [StyledSpan]) {
    if !text.isEmpty { spans.append(StyledSpan(String(decoding: text, as: UTF8.self), style)) }
  }

  private static func look(of token: SQLTokens.Token, in line: ArraySlice<UInt8>, theme: Theme) -> Style {
    switch token.kind {
    case .comment: theme.faint
    case .number: theme.jsonNumber
    case .quoted: theme.jsonString
    case .other: .plain
    case .word:
      token.range.count <= 9 && keywords.contains(String(decoding: line[token.range], as: UTF8.self).uppercased()) ? theme.strong : .plain
    }
  }
}
