import CatalogEvents
import TerminalSurface

/// The SQL of a view, to be read below the string in which it came: newlines and tabs are what they mean, and a long line without any is
/// broken before its clauses.
struct SQLBlock: Sendable {
  /// Where the string begins in the document.
  let offset: Int
  /// The SQL, laid out.
  let text: [UInt8]
  let lines: BodyLines

  /// `nil` when the string says as much by itself: it is short, and nothing in it is escaped.
  init?(_ value: JSONValue) {
    guard let sql = value.string, !sql.isEmpty else { return nil }
    let bytes = Self.plain(Array(sql.utf8))
    let text = bytes.contains(UInt8(ascii: "\n")) ? bytes : SQLClauses.broken(bytes)
    guard text.contains(UInt8(ascii: "\n")) || value.byteRange.count != sql.utf8.count + 2 else { return nil }
    offset = value.byteRange.lowerBound
    self.text = text
    lines = BodyLines(text)
  }

  /// With LF at the end of lines, and spaces up to the next fourth column for tabs.
  private static func plain(_ sql: [UInt8]) -> [UInt8] {
    guard sql.contains(where: { $0 == UInt8(ascii: "\t") || $0 == UInt8(ascii: "\r") }) else { return sql }
    var plain: [UInt8] = []
    plain.reserveCapacity(sql.count)
    var column = 0
    for (index, byte) in sql.enumerated() {
      switch byte {
      case UInt8(ascii: "\t"):
        let count = 4 - column % 4
        plain += Array(repeating: UInt8(ascii: " "), count: count)
        column += count
        continue
      case UInt8(ascii: "\r") where index + 1 < sql.count && sql[index + 1] == UInt8(ascii: "\n"):
        continue
      case UInt8(ascii: "\n"):
        column = 0
      // The rest of a scalar that is counted already.
      case 0x80...0xBF:
        break
      default:
        column += 1
      }
      plain.append(byte)
    }
    return plain
  }
}

/// Breaks SQL that came in one line.
enum SQLClauses {
  /// A shorter one can be read as it is.
  private static let shortest = 60
  private static let starters: Set<String> = [
    "SELECT", "FROM", "WHERE", "GROUP", "HAVING", "WINDOW", "ORDER", "LIMIT", "OFFSET", "UNION", "INTERSECT", "EXCEPT", "JOIN", "LEFT",
    "RIGHT", "FULL", "INNER", "CROSS", "NATURAL",
  ]
  /// Words before a clause's own that belong to it.
  private static let leads: Set<String> = ["LEFT", "RIGHT", "FULL", "INNER", "CROSS", "NATURAL", "OUTER"]

  /// With a newline in place of the space before each clause that stands outside of brackets and quotes.
  static func broken(_ sql: [UInt8]) -> [UInt8] {
    guard sql.count > shortest else { return sql }
    var text = sql
    var depth = 0
    var before = ""
    for token in SQLTokens(sql) {
      switch token.kind {
      case .word:
        let word = String(decoding: sql[token.range], as: UTF8.self).uppercased()
        let place = token.range.lowerBound - 1
        if depth == 0, place > 0, sql[place] == UInt8(ascii: " "), starters.contains(word), !leads.contains(before) {
          text[place] = UInt8(ascii: "\n")
        }
        before = word
      case .other:
        switch sql[token.range.lowerBound] {
        case UInt8(ascii: "("): depth += 1
        case UInt8(ascii: ")"): depth -= 1
        default: break
        }
        if sql[token.range.lowerBound] != UInt8(ascii: " ") { before = "" }
      case .quoted, .comment, .number:
        before = ""
      }
    }
    return text
  }
}
