/// Finds secrets in a text by how URLs are written: `https://user:password@host/`, `/event?token=…`.
struct TextMasking {
  let mask: SecretMask
  let bytes: [UInt8]

  private static let sign = Array(SecretMask.sign.utf8)

  func masked() -> [UInt8] {
    // What has neither of them has no secret that could be known by its place; most values are such.
    guard bytes.contains(where: { $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: "@") }) else { return bytes }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      result.append(byte)
      index += 1
      switch byte {
      case UInt8(ascii: "/"):
        guard let end = endOfCredentials(from: index) else { continue }
        result += Self.sign
        index = end
      case UInt8(ascii: "?"), UInt8(ascii: "&"), UInt8(ascii: ";"), UInt8(ascii: "#"):
        guard let value = secretItem(from: index) else { continue }
        result += bytes[index..<value.lowerBound]
        result += Self.sign
        index = value.upperBound
      default: break
      }
    }
    return result
  }

  /// Where the `@` stands that ends the credentials which begin at `start`, just after a `//`; `nil` when none do.
  private func endOfCredentials(from start: Int) -> Int? {
    guard start >= 2, bytes[start - 2] == UInt8(ascii: "/"), start == 2 || bytes[start - 3] == UInt8(ascii: ":") else { return nil }
    let authority = bytes[start...].prefix { !Self.endsAuthority($0) }
    guard let at = authority.lastIndex(of: UInt8(ascii: "@")), at > start else { return nil }
    return at
  }

  /// The value of the query item that begins at `start`, when it is secret.
  private func secretItem(from start: Int) -> Range<Int>? {
    let name = bytes[start...].prefix { !Self.endsName($0) }
    let end = name.endIndex
    guard !name.isEmpty, end < bytes.count, bytes[end] == UInt8(ascii: "=") else { return nil }
    let text = String(decoding: Self.decoded(name), as: UTF8.self)
    guard SecretName.isCommonInQuery(text) || mask.isSecret(text) else { return nil }
    return end + 1..<bytes[(end + 1)...].prefix { !Self.endsValue($0) }.endIndex
  }

  /// Undoes percent-encoding, so that `to%6ben` is known for what it is.
  private static func decoded(_ name: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var rest = name
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2, let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) {
        result.append(value)
        rest = rest.dropFirst(2)
      } else {
        result.append(byte)
      }
    }
    return result
  }

  private static func endsAuthority(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == 0x7F || "/?#\"<>\\".utf8.contains(byte)
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == 0x7F || "=?&;#/\"<>".utf8.contains(byte)
  }

  /// A `;` is not among them: better too much is masked than too little.
  private static func endsValue(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == 0x7F || "&#\"<>".utf8.contains(byte)
  }
}
