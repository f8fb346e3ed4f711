import CatalogEvents
import EventRecords

/// Filters and captures made at random out of the same few values, so that they meet often; the values are those that a careless
/// reading would confuse.
struct RandomFilter {
  var random: SeededRandom

  static let values = [
    "", "a", "A", "ab", "orders", "orders_2026", "or\0ders", "\0", "é", "e\u{301}", "É", "100", "1e2", "null", "true", "a\"b", "a\\b",
    "\u{FFFD}",
    "🦕", "\u{7F}", "ordersx", "create", "dataset",
  ]
  static let names = ["a", "b", "odd name", "fields", "a\0", "é", "0"]

  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: 0..<elements.count, using: &random)]
  }

  mutating func chance(_ parts: Int) -> Bool {
    Int.random(in: 0..<parts, using: &random) == 0
  }

  /// A filter that can be read.
  mutating func text(depth: Int = 0) -> String {
    switch depth < 3 ? Int.random(in: 0..<10, using: &random) : 9 {
    case 0: "(" + text(depth: depth + 1) + " or " + text(depth: depth + 1) + ")"
    case 1: text(depth: depth + 1) + " " + text(depth: depth + 1)
    case 2: "-(" + text(depth: depth + 1) + ")"
    case 3: "-" + term()
    default: term()
    }
  }

  private mutating func term() -> String {
    switch Int.random(in: 0..<16, using: &random) {
    case 0: return "\"" + quotedWord() + "\""
    case 1: return pick(["verdict:accepted", "verdict:rejected", "tls:yes", "tls:no"])
    case 2: return pick(["id", "status"]) + comparison() + pick(["200", "400", "413", "3", "7", "-1"])
    case 3: return "size" + comparison() + pick(["0", "1", "14", "0.1k", "200", "1k"])
    case 4: return "lag" + comparison() + pick(["0s", "128ms", "2s", "-1s", "1h", "10000000w"])
    case 5:
      return pick(["since:", "before:", "after:"])
        + pick(["1m", "1h", "2h", "100000w", "2026-11-23", "2026-11-23T14:03:20.240Z", "0000-01-01", "9999-12-31"])
    case 6, 7: return "header." + pick(["host", "X-Odd", "\"\"", "\"odd name\""]) + match()
    case 8, 9, 10:
      return pick(["data", "event"]) + pick(["", ".a", ".b", ".a.b", "[0]", ".a[1]", ".\"odd name\"", ".fields.a", "[\"a\\u0000\"]", ".é"])
        + match()
    case 11:
      return pick(["data.a", "data.b", "data.fields.a"]) + pick([">", ">=", "<", "<="])
        + pick(["0", "100", "-1", "1e2", "12345678901234567891"])
    default:
      return pick(["action", "type", "ws", "coll", "name", "reason", "finding", "remote", "path", "body", "id", "status"]) + match()
    }
  }

  private mutating func comparison() -> String {
    pick([":", ">", ">=", "<", "<="])
  }

  /// `:` or `~` with a value; on a number it may be wrong, and the filter is then left out.
  private mutating func match() -> String {
    switch Int.random(in: 0..<8, using: &random) {
    case 0: ":*"
    case 1: ":" + glob() + "*"
    case 2: ":*" + glob()
    case 3: ":*" + glob() + "*" + glob()
    case 4: "~" + pick(["^a", "s$", "\\d", ".", "^$", "[^a-z]", "o.d", "\"^or(ders)?\"", "(?i)ORD", "\\x00", "\u{FFFD}", "e\u{301}"])
    default: ":" + FilterQuoting.value(pick(Self.values))
    }
  }

  private mutating func glob() -> String {
    FilterQuoting.value(pick(["a", "or", "\0", "é", "1", "\u{301}", "s"]))
  }

  private mutating func quotedWord() -> String {
    pick(["a", "A", "orders", "ORDERS", "é", "null", "\\u0000", "", "odd name", "\\\\", "🦕", "\\u00e9"])
  }
}

extension RandomFilter {
  mutating func capture() -> Capture {
    let isAccepted = !chance(3)
    let event = isAccepted ? self.event() : nil
    return Capture(
      receivedAt: receivedAt(), verdict: isAccepted ? .accepted : .rejected, status: pick([200, 400, 413, 0, -1]),
      remote: pick(["127.0.0.1:51522", "[::1]:1", ""] + Self.values), isTLS: chance(2), path: pick(["/event", "/event?x=1"] + Self.values),
      headers: headers(), body: body(), event: event, reason: isAccepted ? nil : pick(Self.values),
      findings: isAccepted ? (0..<Int.random(in: 0..<3, using: &random)).map { _ in pick(Self.values) } : [])
  }

  private mutating func event() -> CatalogEvent {
    CatalogEvent(
      action: Action(rawValue: pick(Self.values)), workspace: pick(Self.values), collection: chance(3) ? nil : pick(Self.values),
      resourceType: ResourceType(rawValue: pick(Self.values)), resourceName: pick(Self.values),
      timestamp: chance(8) ? Timestamp(milliseconds: pick([.min, .max, 0])) : Timestamp(milliseconds: 1_795_442_600_112))
  }

  private mutating func receivedAt() -> Timestamp {
    chance(6)
      ? Timestamp(milliseconds: pick([.min, .max, 0, 253_402_300_800_000, -62_167_219_200_001]))
      : Timestamp(milliseconds: 1_795_442_600_240 - Int64.random(in: 0..<3, using: &random) * 1_800_000)
  }

  private mutating func headers() -> [HeaderField] {
    (0..<Int.random(in: 0..<4, using: &random)).map { _ in
      HeaderField(
        name: pick(["Host", "host", "x-odd", "", "odd name"]),
        bytes: chance(4) ? pick([[0xFF], [0], [0xC3, 0x28]]) : Array(pick(Self.values).utf8))
    }
  }

  private mutating func body() -> [UInt8]? {
    switch Int.random(in: 0..<10, using: &random) {
    case 0: nil
    case 1:
      pick([[], [0], [0xFF, 0xFE], Array("not json".utf8), [0xEF, 0xBB, 0xBF, 0x7B, 0x7D], [0xC3], Array("orders\0".utf8) + [0xE9]])
    case 2:
      Array((#"{"data": {"a": "# + String(repeating: "[", count: 505) + "1" + String(repeating: "]", count: 505) + "}}").utf8)
    case 3: Array(String(repeating: "[", count: 600).utf8)
    default: Array((#"{"event": \#(json()), "data": \#(json()), "data": \#(json())}"#).utf8)
    }
  }

  private mutating func json(depth: Int = 0) -> String {
    switch depth < 4 ? Int.random(in: 0..<8, using: &random) : 7 {
    case 0: "[" + (0..<Int.random(in: 0..<4, using: &random)).map { _ in json(depth: depth + 1) }.joined(separator: ", ") + "]"
    case 1, 2, 3, 4:
      "{" + (0..<Int.random(in: 0..<4, using: &random)).map { _ in key() + ": " + json(depth: depth + 1) }.joined(separator: ",") + "}"
    default: scalar()
    }
  }

  private mutating func key() -> String {
    chance(6) ? pick([#""\u0061""#, #""a\u0000""#, #""\ud800""#, #""\u00e9""#]) : string(pick(Self.names))
  }

  private mutating func scalar() -> String {
    switch Int.random(in: 0..<4, using: &random) {
    case 0: pick(["null", "true", "false", "100", "1e2", "-0", "12345678901234567890", "12345678901234567892", "1E400", "0.5"])
    case 1: pick([#""\ud800""#, #""\u0061""#, #""or\u0000ders""#, #""\u00e9""#, #""\ud83e\udd95""#])
    default: string(pick(Self.values))
    }
  }

  /// A JSON string with no more escapes than it needs.
  private func string(_ text: String) -> String {
    "\""
      + text.unicodeScalars.reduce(into: "") { result, scalar in
        switch scalar {
        case "\"", "\\": result += "\\" + String(scalar)
        case "\0": result += "\\u0000"
        default: result.unicodeScalars.append(scalar)
        }
      } + "\""
  }
}
