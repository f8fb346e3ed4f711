import CatalogEvents

extension FilterParser {
  /// Reads the value after a field and its operator.
  mutating func readTest(_ head: Head) throws(FilterError) -> FilterTerm.Test {
    let start = position
    let isMatch = if case .match = head.comparison { true } else { false }
    try requireTaken(head)
    let value = try readValue(isExpression: isMatch)
    guard position > start else { throw error("a value is missing after \(text(from: head.fieldStart))", at: start) }
    switch head.comparison {
    case .match: return .text(head.field, .expression(try expression(value)))
    case .equal: return try equality(of: head.field, to: value, at: start)
    case .compare(let comparison):
      if case .json(let path) = head.field {
        guard let number = DecimalText(value.plainText) else {
          throw error("\(head.field.spelling) is compared with a number, as in \(head.field.spelling)>1000", at: start)
        }
        return .decimal(path, comparison, number)
      }
      return .number(head.field, comparison, try number(value.plainText, for: head.field, at: start))
    }
  }

  /// Throws when the field does not know the operator.
  private func requireTaken(_ head: Head) throws(FilterError) {
    let name = head.field.spelling
    let isText = head.field.kind == .text
    switch (head.comparison, head.field.kind) {
    case (.equal, _), (.match, .text), (.match, .number), (.compare, .number), (.compare, .size), (.compare, .duration): return
    case (.compare, .text):
      if case .json = head.field { return }
      throw error("\(name) is text and takes : or ~, as in \(name):a* or \(name)~^a", at: head.operatorStart)
    case (.match, _), (.compare, _):
      throw error("\(name) takes \(isText ? ": or ~" : ":"), as in \(head.field.example)", at: head.operatorStart)
    }
  }

  private func expression(_ value: FilterValue) throws(FilterError) -> LinearExpression {
    do {
      return try LinearExpression(value.plainText)
    } catch {
      let offset = error.offset < value.parts.count ? value.parts[error.offset].offset : position
      throw self.error("in the regular expression " + error.message, at: offset)
    }
  }

  private func equality(of field: FilterField, to value: FilterValue, at start: Int) throws(FilterError) -> FilterTerm.Test {
    let text = value.plainText
    switch field.kind {
    case .text: return .text(field, .glob(value.glob))
    case .number:
      if value.hasStar { return .text(field, .glob(value.glob)) }
      return .number(field, .equal, try number(text, for: field, at: start))
    case .size, .duration: return .number(field, .equal, try number(text, for: field, at: start))
    case .verdict:
      guard let verdict = Verdict(rawValue: text.lowercased()) else {
        throw error("verdict is accepted or rejected", at: start)
      }
      return .verdict(verdict)
    case .boolean:
      switch text.lowercased() {
      case "yes", "true", "1", "on": return .tls(true)
      case "no", "false", "0", "off": return .tls(false)
      default: throw error("\(field.spelling) is yes or no", at: start)
      }
    case .time:
      guard let instant = FilterUnits.instant(text, timeZone: timeZone) else {
        throw error("\(field.spelling) takes a time, as in 10m, 2026-11-23 or 2026-11-23T14:00Z", at: start)
      }
      switch field {
      case .before: return .received(.less, instant)
      case .after: return .received(.greater, instant)
      default: return .received(.greaterOrEqual, instant)
      }
    }
  }

  private func number(_ text: String, for field: FilterField, at start: Int) throws(FilterError) -> Int64 {
    switch field.kind {
    case .size:
      if let size = FilterUnits.byteCount(text) { return size }
      throw error("size takes a number of bytes, as in 1000, 10k or 1.5M", at: start)
    case .duration:
      if let duration = FilterUnits.duration(text) { return duration }
      throw error("lag takes a time with its unit, as in 2s, 500ms or 1h30m", at: start)
    default:
      if let number = Int64(text) { return number }
      throw error("\(field.spelling) takes a number, as in \(field.example)", at: start)
    }
  }
}

extension FilterField {
  /// A term that is right, for a sentence about one that is not.
  fileprivate var example: String {
    switch self {
    case .verdict: "verdict:rejected"
    case .tls: "tls:yes"
    case .since: "since:10m"
    case .before: "before:1h"
    case .after: "after:1h"
    case .size: "size>10k"
    case .lag: "lag>2s"
    case .status: "status>=400"
    case .id: "id>500"
    default: spelling + ":*"
    }
  }
}
