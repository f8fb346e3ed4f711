import EventRecords

/// The end of a filter that is being typed, and what may come in its place.
struct FilterCompletion: Sendable, Hashable {
  let text: String
  /// All before the term that is being typed.
  let head: String
  /// The term so far, without a leading dash or parenthesis.
  let term: String

  init(_ text: String) {
    self.text = text
    var start = text.startIndex
    var isQuoted = false
    var isEscaped = false
    var isAtStart = true
    for index in text.indices {
      let character = text[index]
      defer { isEscaped = character == "\\" && !isEscaped }
      if character == "\"", !isEscaped { isQuoted.toggle() }
      guard !isQuoted else {
        isAtStart = false
        continue
      }
      if character.isWhitespace || isAtStart && (character == "(" || character == "-") {
        start = text.index(after: index)
        isAtStart = true
      } else {
        isAtStart = false
      }
    }
    head = String(text[..<start])
    term = String(text[start...])
  }

  /// The field whose value is being typed, and its beginning; `nil` while the field itself is being typed.
  var value: (field: FilterField, prefix: String)? {
    guard let sign = term.firstIndex(where: { ":=".contains($0) }), let field = FilterField(spelling: String(term[..<sign]).lowercased())
    else { return nil }
    let prefix = term[term.index(after: sign)...]
    return (field, String(prefix.drop { $0 == "\"" }))
  }

  /// Whole texts in which the field's name is completed.
  var names: [String] {
    guard !term.contains(where: { ":=~<>\"".contains($0) }) else { return [] }
    let begun = term.lowercased()
    return FilterField.completions.filter { $0.hasPrefix(begun) && $0 != begun }.map { head + $0 + ($0.hasSuffix(".") ? "" : ":") }
  }

  /// Whole texts with these values in place of the one that is being typed.
  func texts(with values: [String]) -> [String] {
    guard let sign = term.firstIndex(where: { ":=".contains($0) }) else { return [] }
    return values.map { head + term[...sign] + FilterQuoting.value($0) }.filter { $0 != text }
  }

  /// The values of fields that have only a few, whatever was received.
  static func words(of field: FilterField) -> [String]? {
    switch field {
    case .verdict: ["accepted", "rejected"]
    case .tls: ["yes", "no"]
    case .since, .before, .after: ["1m", "10m", "1h", "1d"]
    default: nil
    }
  }
}
