/// What a text must be: a value in which `*` stands for anything, or a regular expression that is found somewhere in it.
public enum FilterPattern: Sendable, Hashable {
  case glob(FilterGlob)
  case expression(LinearExpression)

  /// By bytes: upper and lower case, and a letter composed and in parts, are told apart.
  func matches(_ bytes: [UInt8]) -> Bool {
    switch self {
    case .glob(let glob): glob.matches(bytes)
    case .expression(let expression): expression.isFound(in: bytes)
    }
  }

  /// Whether it asks only that there is a value.
  public var isAnything: Bool {
    if case .glob(let glob) = self { glob.isAnything } else { false }
  }
}

/// A whole value, in which `*` stands for any text, also for none.
public struct FilterGlob: Sendable, Hashable {
  /// What stands between the stars: one more than there are stars.
  private var parts: [BytePattern]

  init(parts: [[UInt8]]) {
    // Between two stars in a row there is nothing to look for.
    let inner = parts.dropFirst().dropLast().filter { !$0.isEmpty }
    let all = parts.count < 2 ? parts : [parts[0]] + inner + [parts[parts.count - 1]]
    self.parts = all.map { BytePattern($0, ignoringCase: false) }
  }

  func matches(_ bytes: [UInt8]) -> Bool {
    guard let first = parts.first, let last = parts.last else { return bytes.isEmpty }
    guard parts.count > 1 else { return bytes == first.bytes }
    guard bytes.count >= first.bytes.count + last.bytes.count, bytes.starts(with: first.bytes),
      bytes.suffix(last.bytes.count) == last.bytes[...]
    else { return false }
    var start = first.bytes.count
    let end = bytes.count - last.bytes.count
    for part in parts.dropFirst().dropLast() {
      guard let found = part.end(in: bytes, from: start, to: end) else { return false }
      start = found
    }
    return true
  }

  /// Whether it is nothing but stars.
  public var isAnything: Bool {
    parts.count > 1 && parts.allSatisfy(\.bytes.isEmpty)
  }

  /// The value, when there is no star in it.
  public var exactBytes: [UInt8]? {
    parts.count == 1 ? parts[0].bytes : nil
  }

  /// What it begins with, when the rest may be anything: `ord` of `ord*`.
  public var prefixBytes: [UInt8]? {
    parts.count == 2 && parts[1].bytes.isEmpty ? parts[0].bytes : nil
  }
}

/// A word that is looked for in names and in the payload, whatever the case of its ASCII letters.
public struct FilterWord: Sendable, Hashable {
  private var word: BytePattern
  /// As the catalog's client writes it into a payload, when that differs: `Zo\u00eb`.
  private var escaped: BytePattern?

  init(_ text: String) {
    word = BytePattern(Array(text.utf8), ignoringCase: true)
    let escapedText = Self.escaped(text)
    if escapedText != bytes { escaped = BytePattern(escapedText, ignoringCase: true) }
  }

  /// In lower case, as it is looked for.
  public var bytes: [UInt8] { word.bytes }
  public var escapedBytes: [UInt8]? { escaped?.bytes }

  func isName(in bytes: [UInt8]) -> Bool {
    word.end(in: bytes, from: 0, to: bytes.count) != nil
  }

  func isPayload(_ bytes: [UInt8]) -> Bool {
    isName(in: bytes) || escaped.map { $0.end(in: bytes, from: 0, to: bytes.count) != nil } ?? false
  }

  private static func escaped(_ text: String) -> [UInt8] {
    text.utf16.flatMap { unit -> [UInt8] in
      guard unit < 0x20 || unit > 0x7E else { return [UInt8(unit).asciiLowercased] }
      let digits = String(unit, radix: 16)
      return Array(("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8)
    }
  }
}

/// Bytes to look for, in time that grows with the text alone (Knuth, Morris and Pratt).
struct BytePattern: Sendable, Hashable {
  let bytes: [UInt8]
  private let ignoresCase: Bool
  /// For each byte, how much of the pattern's beginning ends before it when it does not fit.
  private let fallback: [Int]

  init(_ bytes: [UInt8], ignoringCase: Bool) {
    self.bytes = ignoringCase ? bytes.map(\.asciiLowercased) : bytes
    ignoresCase = ignoringCase
    var fallback = [Int](repeating: 0, count: bytes.count)
    var length = 0
    for index in self.bytes.indices.dropFirst() {
      while length > 0, self.bytes[index] != self.bytes[length] { length = fallback[length - 1] }
      if self.bytes[index] == self.bytes[length] { length += 1 }
      fallback[index] = length
    }
    self.fallback = fallback
  }

  func isWhole(_ text: [UInt8]) -> Bool {
    ignoresCase ? text.count == bytes.count && zip(text, bytes).allSatisfy { $0.asciiLowercased == $1 } : text == bytes
  }

  /// Where its first occurrence within a range ends; `nil` when there is none.
  func end(in text: [UInt8], from start: Int, to end: Int) -> Int? {
    guard !bytes.isEmpty else { return start <= end ? start : nil }
    guard end - start >= bytes.count else { return nil }
    var length = 0
    for index in start..<end {
      let byte = ignoresCase ? text[index].asciiLowercased : text[index]
      while length > 0, byte != bytes[length] { length = fallback[length - 1] }
      if byte == bytes[length] { length += 1 }
      if length == bytes.count { return index + 1 }
    }
    return nil
  }
}

extension UInt8 {
  var asciiLowercased: UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) ? self | 0x20 : self
  }
}
