/// The names that are commonly those of secrets.
enum SecretName {
  /// A name that has one of these in it, whatever stands between its words: `X-Api-Key`, `x_api_key`, `access_token`.
  private static let telling: [[UInt8]] = [
    "authorization", "cookie", "token", "secret", "signature", "password", "passwd", "passphrase", "credential", "apikey", "accesskey",
    "privatekey", "jwt", "xgoogiam",
  ].map { Array($0.utf8) }

  /// A name that is one of these, or has it as a word between hyphens: `X-Auth`, `sig`.
  private static let words: Set<[UInt8]> = Set(["auth", "authentication", "sig", "pwd", "pass"].map { Array($0.utf8) })

  static func isCommon(_ name: String) -> Bool {
    var letters: [UInt8] = []
    letters.reserveCapacity(name.utf8.count)
    var wordStart = 0
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...: letters.append(byte)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): letters.append(byte | 0x20)
      default:
        if words.contains(Array(letters[wordStart...])) { return true }
        wordStart = letters.count
      }
    }
    return words.contains(Array(letters[wordStart...])) || telling.contains { letters.firstRange(of: $0) != nil }
  }

  /// What is secret in a query besides: `?key=` is how services at Google take a key.
  static func isCommonInQuery(_ name: String) -> Bool {
    isCommon(name) || name.lowercased() == "key" || name.lowercased() == "code"
  }
}

/// A name of the user's own: letters of either case, and `*` for any characters.
struct NamePattern: Sendable, Hashable {
  /// Between each two of them there may be anything.
  private let parts: [[UInt8]]

  init(_ text: String) {
    parts = text.lowercased().utf8.split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false).map(Array.init)
  }

  func matches(_ name: String) -> Bool {
    var rest = Array(name.lowercased().utf8)[...]
    guard let first = parts.first, let last = parts.last, rest.starts(with: first) else { return false }
    guard parts.count > 1 else { return rest.count == first.count }
    rest = rest.dropFirst(first.count)
    for part in parts.dropFirst().dropLast() where !part.isEmpty {
      guard let range = rest.firstRange(of: part) else { return false }
      rest = rest[range.upperBound...]
    }
    return rest.count >= last.count && rest.suffix(last.count).elementsEqual(last)
  }
}
