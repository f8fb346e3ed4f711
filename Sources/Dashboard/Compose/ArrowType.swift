/// The types of schema fields, as Arrow prints them.
enum ArrowType {
  /// What the form offers, the commonest first. Any other text may be typed.
  static let offered = [
    "int64", "string", "double", "bool", "timestamp[us]", "date32[day]", "decimal128(18, 2)", "int32", "float", "binary",
    "list<item: string>", "timestamp[us, tz=UTC]", "timestamp[s]", "timestamp[ms]", "timestamp[ns]", "date64[ms]", "time32[s]",
    "time32[ms]",
    "time64[us]", "time64[ns]", "duration[us]", "int8", "int16", "uint8", "uint16", "uint32", "uint64", "halffloat", "decimal256(38, 9)",
    "large_string", "large_binary", "fixed_size_binary[16]", "large_list<item: string>", "fixed_size_list<item: float>[3]",
    "map<string, int64>", "struct<a: int64, b: string>", "dictionary<values=string, indices=int32, ordered=0>", "month_day_nano_interval",
    "null",
  ]

  /// What is missing of the first type offered that begins with `text`; empty when there is none.
  static func completion(of text: String) -> String {
    guard !text.isEmpty, let type = offered.first(where: { $0.hasPrefix(text) }) else { return "" }
    return String(type.dropFirst(text.count))
  }

  /// The place in `offered` of what is most like `text`.
  static func index(nearest text: String) -> Int {
    if let exact = offered.firstIndex(of: text) { return exact }
    let name = text.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
    return offered.firstIndex { !name.isEmpty && $0.hasPrefix(name) } ?? 0
  }

  /// Whether the name is one of Arrow's and every bracket is closed. No more is asked: a catalog may know types that this version does not.
  static func isPlausible(_ text: String) -> Bool {
    let name = text.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
    guard offered.contains(where: { $0.prefix { $0.isLetter || $0.isNumber || $0 == "_" } == name }) else { return false }
    var open: [Character] = []
    let closing: [Character: Character] = [")": "(", "]": "[", ">": "<"]
    for character in text {
      if "([<".contains(character) { open.append(character) }
      if let opening = closing[character], open.popLast() != opening { return false }
    }
    return open.isEmpty
  }
}
