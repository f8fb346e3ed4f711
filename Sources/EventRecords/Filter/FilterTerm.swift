public import CatalogEvents

/// One thing that a filter asks of a capture.
public struct FilterTerm: Sendable, Hashable {
  /// As it was typed. Read by itself it gives this term again, but for dates without a zone: the store hands it to SQLite, which
  /// hands it back with each row.
  public let text: String
  public let test: Test

  public enum Test: Sendable, Hashable {
    /// A name, the workspace, the collection or the payload contains the word.
    case contains(FilterWord)
    case text(FilterField, FilterPattern)
    /// `id`, `status`, `size` in bytes or `lag` in milliseconds.
    case number(FilterField, FilterComparison, Int64)
    /// A number in the body, compared digit for digit.
    case decimal(JSONPath, FilterComparison, DecimalText)
    case verdict(Verdict)
    case tls(Bool)
    /// When it arrived.
    case received(FilterComparison, FilterInstant)
  }
}

public enum FilterComparison: Sendable, Hashable {
  case equal, less, lessOrEqual, greater, greaterOrEqual

  func holds<Value: Comparable>(_ left: Value, _ right: Value) -> Bool {
    switch self {
    case .equal: left == right
    case .less: left < right
    case .lessOrEqual: left <= right
    case .greater: left > right
    case .greaterOrEqual: left >= right
    }
  }
}

/// A moment that a filter names: a date, or a distance back from now.
public enum FilterInstant: Sendable, Hashable {
  case at(Timestamp)
  /// Milliseconds before now.
  case ago(Int64)

  /// The moment, held within the years 0 to 9999: only there do the texts in the store sort as the times do.
  public func resolved(now: Timestamp) -> Timestamp {
    let milliseconds: Int64
    switch self {
    case .at(let timestamp): milliseconds = timestamp.milliseconds
    case .ago(let distance):
      let (difference, overflow) = now.milliseconds.subtractingReportingOverflow(distance)
      milliseconds = overflow ? .min : difference
    }
    return Timestamp(milliseconds: min(max(milliseconds, Self.earliest), Self.latest))
  }

  /// 0000-01-01T00:00:00.000Z and 9999-12-31T23:59:59.999Z.
  private static let earliest: Int64 = -62_167_219_200_000
  private static let latest: Int64 = 253_402_300_799_999
}

extension FilterTerm {
  func matches(_ capture: Capture, now: Timestamp) -> Bool {
    switch test {
    case .contains(let word):
      let texts = [capture.event?.resourceName, capture.event?.collection, capture.event?.workspace]
      return texts.contains { text in text.map { word.isName(in: Array($0.utf8)) } ?? false }
        || capture.body.map(word.isPayload) ?? false
    case .text(let field, let pattern): return matches(field, pattern, capture)
    case .number(let field, let comparison, let number):
      return field.number(of: capture).map { comparison.holds($0, number) } ?? false
    case .decimal: return capture.body.map(matchesBody) ?? false
    case .verdict(let verdict): return capture.verdict == verdict
    case .tls(let isTLS): return capture.isTLS == isTLS
    case .received(let comparison, let instant): return comparison.holds(capture.receivedAt, instant.resolved(now: now))
    }
  }

  private func matches(_ field: FilterField, _ pattern: FilterPattern, _ capture: Capture) -> Bool {
    switch field {
    case .header: matchesHeaders(capture.headers)
    case .json: capture.body.map(matchesBody) ?? false
    case .finding: capture.findings.contains { pattern.matches(Array($0.utf8)) }
    default: field.text(of: capture).map(pattern.matches) ?? false
    }
  }
}

extension FilterTerm {
  /// Whether the value of a field that is one text matches.
  public func matchesText(_ bytes: [UInt8]) -> Bool {
    if case .text(_, let pattern) = test { pattern.matches(bytes) } else { false }
  }

  /// Whether a header line matches, for a term that asks for one.
  public func matchesHeaders(_ headers: [HeaderField]) -> Bool {
    guard case .text(.header(let name), let pattern) = test else { return false }
    let wanted = BytePattern(Array(name.utf8), ignoringCase: true)
    return headers.contains { wanted.isWhole(Array($0.name.utf8)) && pattern.matches($0.bytes) }
  }

  /// Whether a finding matches, for a term that asks for one.
  public func matchesFindings(_ findings: [String]) -> Bool {
    if case .text(.finding, let pattern) = test { findings.contains { pattern.matches(Array($0.utf8)) } } else { false }
  }

  /// Whether a value in a JSON body matches, for a term that asks for one; nothing does in a body that is not JSON.
  public func matchesBody(_ bytes: [UInt8]) -> Bool {
    switch test {
    case .text(.json(let path), let pattern): JSONSearch(path).contains(in: bytes) { $0.matches(pattern) }
    case .decimal(let path, let comparison, let number):
      JSONSearch(path).contains(in: bytes) { value in
        value.numberText.flatMap(DecimalText.init).map { comparison.holds($0, number) } ?? false
      }
    default: false
    }
  }
}

extension FilterField {
  /// The value of a field that is one text, as its bytes; `nil` where the capture has none.
  func text(of capture: Capture) -> [UInt8]? {
    let event = capture.event
    switch self {
    case .body: return capture.body
    case .action: return event.map { Array($0.action.rawValue.utf8) }
    case .type: return event.map { Array($0.resourceType.rawValue.utf8) }
    case .workspace: return event.map { Array($0.workspace.utf8) }
    case .collection: return event?.collection.map { Array($0.utf8) }
    case .name: return event.map { Array($0.resourceName.utf8) }
    case .reason: return capture.reason.map { Array($0.utf8) }
    case .remote: return Array(capture.remote.utf8)
    case .path: return Array(capture.path.utf8)
    case .id: return Array(String(capture.id).utf8)
    case .status: return Array(String(capture.status).utf8)
    case .verdict: return Array(capture.verdict.rawValue.utf8)
    case .finding, .header, .json, .size, .lag, .tls, .since, .before, .after: return nil
    }
  }

  func number(of capture: Capture) -> Int64? {
    switch self {
    case .id: capture.id
    case .status: Int64(capture.status)
    case .size: Int64(capture.body?.count ?? 0)
    case .lag: capture.lag
    default: nil
    }
  }
}
