/// Finds texts by words that are typed in any order, none of them in full.
struct WordSearch: Sendable, Hashable {
  private let words: [[Character]]

  init(_ query: String) {
    words = query.lowercased().split(separator: " ").map(Array.init)
  }

  /// How far the texts and keys are from what is searched, 0 being the nearest; `nil` when some word is in none of them.
  ///
  /// The first text is the name: it may also be abbreviated by letters in their order. What begins a word is nearer than what stands within one,
  /// and a text that is named earlier is nearer than a later one. A key must be named whole.
  func distance(to texts: [String], keys: [String] = []) -> Int? {
    let texts = texts.map { Array($0.lowercased()) }
    var sum = 0
    for word in words {
      var distances = texts.enumerated().compactMap { index, text in
        Self.distance(of: word, in: text).map { $0 + index } ?? (index == 0 && Self.isAbbreviation(word, of: text) ? 20 : nil)
      }
      if keys.contains(where: { $0.lowercased() == String(word) }) { distances.append(5) }
      guard let best = distances.min() else { return nil }
      sum += best
    }
    return sum
  }

  private static func distance(of word: [Character], in text: [Character]) -> Int? {
    guard word.count <= text.count else { return nil }
    var isWithin = false
    for start in 0...(text.count - word.count) where text[start..<start + word.count].elementsEqual(word) {
      if start == 0 { return 0 }
      if !text[start - 1].isLetter && !text[start - 1].isNumber { return 3 }
      isWithin = true
    }
    return isWithin ? 10 : nil
  }

  /// Whether the text begins with the word's first letter and has the others after it, in their order.
  private static func isAbbreviation(_ word: [Character], of text: [Character]) -> Bool {
    guard word.count > 1, word.first == text.first else { return false }
    var rest = text[...]
    for letter in word {
      guard let index = rest.firstIndex(of: letter) else { return false }
      rest = rest[(index + 1)...]
    }
    return true
  }
}
