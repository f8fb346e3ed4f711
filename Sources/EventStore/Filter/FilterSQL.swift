import CatalogEvents
import EventRecords
import GRDB

/// A filter as a condition of SQL on the table `capture`, in which every value is bound.
///
/// It says what `Filter.matches` says. What columns can tell exactly is told by columns; the rest by `FilterFunction`, which runs the
/// meaning in memory on a row's bytes. A condition that is NULL counts as false, also under NOT.
struct FilterSQL {
  private(set) var condition = "1"
  private(set) var arguments: [DatabaseValue] = []
  /// Whether all that it asks for stands in the index `capture_facts`, so that no body is read to find what matches.
  private(set) var isNarrow = true

  init(_ filter: Filter?, now: Timestamp) {
    guard let filter, !filter.isEmpty else { return }
    condition = sql(filter.root, now: now)
  }

  private mutating func sql(_ node: FilterNode, now: Timestamp) -> String {
    switch node {
    case .all(let nodes): joined(nodes, with: " AND ", now: now)
    case .any(let nodes): joined(nodes, with: " OR ", now: now)
    case .not(let node): "NOT ifnull(\(sql(node, now: now)), 0)"
    case .term(let term): sql(term, now: now)
    }
  }

  private mutating func joined(_ nodes: [FilterNode], with word: String, now: Timestamp) -> String {
    var parts: [String] = []
    for node in nodes { parts.append(sql(node, now: now)) }
    return "(" + parts.joined(separator: word) + ")"
  }

  private mutating func sql(_ term: FilterTerm, now: Timestamp) -> String {
    switch term.test {
    case .contains(let word): return contains(word)
    case .verdict(let verdict): return compare("verdict", "=", verdict.rawValue.databaseValue)
    case .tls(let isTLS): return compare("tls", "=", isTLS.databaseValue)
    case .number(let field, let comparison, let number):
      return compare(field.column ?? "NULL", comparison.sign, number.databaseValue)
    case .decimal(let path, _, _): return jsonTerm(term, path, value: nil)
    case .received(let comparison, let instant):
      return received(comparison, instant.resolved(now: now))
    case .text(.finding, let pattern):
      isNarrow = false
      return pattern.isAnything ? "findings <> '[]'" : "(findings <> '[]' AND \(function(term, of: "findings")))"
    case .text(.header, _):
      isNarrow = false
      return function(term, of: "headers")
    case .text(.json(let path), let pattern):
      if case .glob(let glob) = pattern { return jsonTerm(term, path, value: glob.exactBytes) }
      return jsonTerm(term, path, value: nil)
    case .text(let field, let pattern): return text(term, field, pattern)
    }
  }

  private mutating func bind(_ value: DatabaseValue) {
    arguments.append(value)
  }

  private mutating func compare(_ column: String, _ sign: String, _ value: DatabaseValue) -> String {
    bind(value)
    return "\(column) \(sign) ?"
  }

  private mutating func function(_ term: FilterTerm, of column: String) -> String {
    bind(exactText(term.text.utf8))
    return "\(FilterFunction.name)(?, CAST(\(column) AS BLOB))"
  }
}

extension FilterSQL {
  /// A text column against a pattern; by bytes, as SQLite compares texts.
  private mutating func text(_ term: FilterTerm, _ field: FilterField, _ pattern: FilterPattern) -> String {
    guard let column = field.column else { return "NULL" }
    if !field.isInFacts { isNarrow = false }
    if pattern.isAnything { return "\(column) IS NOT NULL" }
    // A body can be a blob, and a number is none of the texts; those are for the function.
    guard case .glob(let glob) = pattern, field != .body, field.kind == .text else { return function(term, of: column) }
    if let value = glob.exactBytes {
      bind(exactText(value))
      return "\(column) = CAST(? AS TEXT)"
    }
    if let prefix = glob.prefixBytes, let last = prefix.last {
      // No text has the byte FF, so that the next byte is one.
      bind(exactText(prefix))
      bind(exactText(prefix.dropLast() + [last + 1]))
      return "(\(column) >= CAST(? AS TEXT) AND \(column) < CAST(? AS TEXT))"
    }
    return function(term, of: column)
  }

  /// `lower` and `instr` know only ASCII's cases and do not stop at a NUL, as `LIKE` would.
  private mutating func contains(_ word: FilterWord) -> String {
    isNarrow = false
    var parts: [String] = []
    for column in ["resource_name", "collection", "workspace", "body"] {
      bind(exactText(word.bytes))
      parts.append("instr(lower(CAST(\(column) AS TEXT)), CAST(? AS TEXT)) > 0")
    }
    if let escaped = word.escapedBytes {
      bind(exactText(escaped))
      parts.append("instr(lower(CAST(body AS TEXT)), CAST(? AS TEXT)) > 0")
    }
    return "(" + parts.joined(separator: " OR ") + ")"
  }

  /// A term about a value in the body. A body without a backslash spells every name and string as it is, so that one which lacks a
  /// name of the path need not be read as JSON.
  private mutating func jsonTerm(_ term: FilterTerm, _ path: JSONPath, value: [UInt8]?) -> String {
    isNarrow = false
    var needles = path.components.dropFirst().compactMap { component in
      if case .name(let name) = component { Array(name.utf8) } else { nil }
    }
    if let value { needles.append(value) }
    var parts: [String] = []
    for needle in needles where !needle.isEmpty {
      bind(exactText(needle))
      parts.append("instr(CAST(body AS BLOB), CAST(? AS BLOB)) > 0")
    }
    let call = function(term, of: "body")
    guard !parts.isEmpty else { return call }
    return "((\(parts.joined(separator: " AND ")) OR instr(CAST(body AS BLOB), x'5C') > 0) AND \(call))"
  }

  /// The texts of the times of the years 0 to 9999 sort as the times do. A year after them begins with a plus and one before them with
  /// a minus, and both signs sort before every digit, the plus first.
  private mutating func received(_ comparison: FilterComparison, _ instant: Timestamp) -> String {
    bind(instant.iso8601.databaseValue)
    return switch comparison {
    case .greater, .greaterOrEqual: "(received_at \(comparison.sign) ? OR received_at < ',')"
    case .less, .lessOrEqual: "(received_at \(comparison.sign) ? AND received_at > ',')"
    case .equal: "received_at = ?"
    }
  }
}

extension FilterField {
  /// Where it stands in the table `capture`; `nil` for what is no column of its own.
  var column: String? {
    switch self {
    case .action: "action"
    case .type: "resource_type"
    case .workspace: "workspace"
    case .collection: "collection"
    case .name: "resource_name"
    case .reason: "reason"
    case .remote: "remote"
    case .path: "path"
    case .body: "body"
    case .id: "id"
    case .status: "status"
    case .size: "bytes"
    case .lag: "lag_ms"
    case .verdict: "verdict"
    case .finding, .tls, .since, .before, .after, .header, .json: nil
    }
  }

  /// Whether the index `capture_facts` has it.
  var isInFacts: Bool {
    switch self {
    case .reason, .remote, .path, .body, .finding, .header, .json: false
    default: true
    }
  }
}

extension FilterComparison {
  fileprivate var sign: String {
    switch self {
    case .equal: "="
    case .less: "<"
    case .lessOrEqual: "<="
    case .greater: ">"
    case .greaterOrEqual: ">="
    }
  }
}
