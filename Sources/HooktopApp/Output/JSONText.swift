/// Writes JSON as one line that is safe in a terminal: `", "` and `": "` between the parts, and every character that a terminal
/// could obey or that would reorder the line escaped. All other characters stand as they are.
struct JSONText {
  private var bytes: [UInt8] = []

  /// The bytes of the line, with its line feed.
  var line: [UInt8] { bytes + [0x0A] }

  mutating func raw(_ part: String) {
    bytes.append(contentsOf: part.utf8)
  }

  mutating func string(_ value: String) {
    bytes.append(UInt8(ascii: "\""))
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": raw("\\\"")
      case "\\": raw("\\\\")
      case "\n": raw("\\n")
      case "\r": raw("\\r")
      case "\t": raw("\\t")
      case _ where SafeText.isUnsafe(scalar): raw(Self.escape(scalar))
      default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  mutating func string(_ value: String?) {
    if let value { string(value) } else { raw("null") }
  }

  mutating func integer(_ value: Int64?) {
    raw(value.map(String.init) ?? "null")
  }

  mutating func boolean(_ value: Bool) {
    raw(value ? "true" : "false")
  }

  mutating func array<Element>(_ elements: some Sequence<Element>, _ write: (inout JSONText, Element) -> Void) {
    raw("[")
    var isFirst = true
    for element in elements {
      if !isFirst { raw(", ") }
      isFirst = false
      write(&self, element)
    }
    raw("]")
  }

  /// An object whose members `write` adds with `member`.
  mutating func object(_ write: (inout Members) -> Void) {
    raw("{")
    var members = Members(json: self)
    write(&members)
    self = members.json
    raw("}")
  }

  /// The members of an object that is being written.
  struct Members {
    fileprivate var json: JSONText
    private var isEmpty = true

    fileprivate init(json: JSONText) {
      self.json = json
    }

    mutating func member(_ name: String, _ write: (inout JSONText) -> Void) {
      if !isEmpty { json.raw(", ") }
      isEmpty = false
      json.string(name)
      json.raw(": ")
      write(&json)
    }

    mutating func member(_ name: String, _ value: String?) { member(name) { $0.string(value) } }
    mutating func member(_ name: String, _ value: Int64?) { member(name) { $0.integer(value) } }
    mutating func member(_ name: String, _ value: Bool) { member(name) { $0.boolean(value) } }
  }

  /// The scalar as JSON's escapes spell it: one for each of its UTF-16 code units.
  static func escape(_ scalar: Unicode.Scalar) -> String {
    scalar.utf16.map { unit in
      let digits = String(unit, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }.joined()
  }
}
