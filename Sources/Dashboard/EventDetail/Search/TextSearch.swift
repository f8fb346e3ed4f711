/// Finds a text in bytes, whatever the case of letters; in JSON also where its characters are written as escapes.
struct TextSearch: Sendable, Hashable {
  let text: String
  /// The characters sought, in small letters.
  private let sought: [UInt32]
  /// Which bytes a match can begin with, and whether a backslash may stand for the first character.
  private let beginnings: [Bool]

  init(_ text: String) {
    self.text = text
    sought = text.unicodeScalars.map { Self.folded($0.value) }
    var beginnings = Array(repeating: false, count: 256)
    if let first = sought.first {
      for byte in 0..<256 {
        // What is not ASCII may have a small letter that is, and the other way round.
        beginnings[byte] = byte >= 0xC0 || Self.folded(UInt32(byte)) == first
      }
    }
    self.beginnings = beginnings
  }

  /// Where it occurs, in order; what is found does not overlap. No more than `limit` are looked for.
  func ranges(in bytes: [UInt8], readsEscapes: Bool = false, limit: Int) -> [Range<Int>] {
    guard !sought.isEmpty else { return [] }
    return bytes.withUnsafeBufferPointer { bytes in
      beginnings.withUnsafeBufferPointer { beginnings in
        var ranges: [Range<Int>] = []
        var position = 0
        while position < bytes.count, ranges.count < limit {
          let byte = bytes[position]
          if beginnings[Int(byte)] || readsEscapes && byte == UInt8(ascii: "\\"),
            let end = end(at: position, bytes, readsEscapes: false) ?? (readsEscapes ? end(at: position, bytes, readsEscapes: true) : nil)
          {
            ranges.append(position..<end)
            position = end
          } else {
            position += 1
          }
        }
        return ranges
      }
    }
  }

  func ranges(in text: String, limit: Int) -> [Range<Int>] {
    ranges(in: Array(text.utf8), limit: limit)
  }

  /// Where a match that begins at a place ends; `nil` when there is none.
  private func end(at start: Int, _ bytes: UnsafeBufferPointer<UInt8>, readsEscapes: Bool) -> Int? {
    var position = start
    for wanted in sought {
      guard position < bytes.count else { return nil }
      let scalar =
        readsEscapes && bytes[position] == UInt8(ascii: "\\") ? Self.escape(bytes, &position) : Self.scalar(bytes, &position)
      guard let scalar, Self.folded(scalar) == wanted else { return nil }
    }
    return position
  }

  /// Reads a character of UTF-8 and goes past it; `nil` for what is none.
  private static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int) -> UInt32? {
    let lead = bytes[position]
    if lead < 0x80 {
      position += 1
      return UInt32(lead)
    }
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard lead >= 0xC2, position + length <= bytes.count else { return nil }
    var value = UInt32(lead) & (0xFF >> UInt32(length + 1))
    for index in position + 1..<position + length {
      guard bytes[index] & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(bytes[index] & 0x3F)
    }
    position += length
    return value
  }

  /// Reads an escape of JSON, or two that are a surrogate pair, and goes past it; `nil` for what is none.
  private static func escape(_ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int) -> UInt32? {
    guard let first = codeUnit(bytes, &position) else { return nil }
    guard (0xD800..<0xDC00).contains(first) else { return first }
    guard position < bytes.count, bytes[position] == UInt8(ascii: "\\"), let second = codeUnit(bytes, &position),
      (0xDC00..<0xE000).contains(second)
    else { return nil }
    return 0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)
  }

  private static func codeUnit(_ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int) -> UInt32? {
    guard position + 1 < bytes.count else { return nil }
    let letter = bytes[position + 1]
    position += 2
    switch letter {
    case UInt8(ascii: "b"): return 0x08
    case UInt8(ascii: "t"): return 0x09
    case UInt8(ascii: "n"): return 0x0A
    case UInt8(ascii: "f"): return 0x0C
    case UInt8(ascii: "r"): return 0x0D
    case UInt8(ascii: "u"):
      guard position + 4 <= bytes.count else { return nil }
      defer { position += 4 }
      return UInt32(String(decoding: bytes[position..<position + 4], as: UTF8.self), radix: 16)
    default: return UInt32(letter)
    }
  }

  /// A character's small letter, where it has one that is a single character.
  private static func folded(_ value: UInt32) -> UInt32 {
    if value < 0x80 { return value >= 0x41 && value <= 0x5A ? value | 0x20 : value }
    guard let scalar = Unicode.Scalar(value) else { return value }
    let small = scalar.properties.lowercaseMapping.unicodeScalars
    return small.count == 1 ? small.first?.value ?? value : value
  }
}
