/// Puts characters together from bytes as they come; what is no UTF-8 becomes U+FFFD and takes nothing else with it.
struct UTF8Assembler {
  private var held: [UInt8] = []

  /// The scalars that are complete with this byte.
  mutating func read(_ byte: UInt8) -> [Unicode.Scalar] {
    if byte < 0x80, held.isEmpty { return [Unicode.Scalar(byte)] }
    held.append(byte)
    if Self.isPrefix(held) { return [] }
    let scalars = String(decoding: held, as: UTF8.self).unicodeScalars
    // The byte that broke a character off may begin the next.
    if held.count > 1, scalars.count > 1, Self.isPrefix([byte]) {
      held = [byte]
      return Array(scalars.dropLast())
    }
    held = []
    return Array(scalars)
  }

  /// Whether the bytes begin a character that has not ended.
  private static func isPrefix(_ bytes: [UInt8]) -> Bool {
    let length =
      switch bytes[0] {
      case 0xC2...0xDF: 2
      case 0xE0...0xEF: 3
      case 0xF0...0xF4: 4
      default: 1
      }
    guard bytes.count < length else { return false }
    guard bytes.count > 1 else { return true }
    // Overlong forms, surrogates and what lies beyond Unicode show in the second byte.
    let second: ClosedRange<UInt8> =
      switch bytes[0] {
      case 0xE0: 0xA0...0xBF
      case 0xED: 0x80...0x9F
      case 0xF0: 0x90...0xBF
      case 0xF4: 0x80...0x8F
      default: 0x80...0xBF
      }
    return second ~= bytes[1] && bytes.dropFirst(2).allSatisfy { 0x80...0xBF ~= $0 }
  }
}
