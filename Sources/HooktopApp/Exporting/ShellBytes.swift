import EventRecords

/// Bytes for a shell that has nothing but POSIX, written in text that neither a terminal obeys nor a paste alters.
enum ShellBytes {
  /// Longer words are not handed to a program: Linux takes 128 KiB for one of them.
  static let longestArgument = 100_000

  /// One word. What has control characters, or is not UTF-8, is written as the output of `printf`; a line feed at the end, and a NUL
  /// anywhere, cannot be.
  static func word(_ bytes: [UInt8]) -> String {
    if let text = plainText(bytes) { return ShellWord.quote(text) }
    return "\"$(printf \(ShellWord.alwaysQuoted(printfFormat(bytes))))\""
  }

  /// A pipeline that writes the bytes: `printf '%s' '…'`, and `| base64 --decode` where they cannot stand as text.
  static func writing(_ bytes: [UInt8]) -> String {
    if let text = plainText(bytes) { return "printf '%s' \(ShellWord.alwaysQuoted(text))" }
    return "printf '%s' \(ShellWord.quote(Base64.encode(bytes))) | base64 --decode"
  }

  /// The bytes as text, when they are UTF-8 without anything but line feeds that a terminal could obey.
  static func plainText(_ bytes: [UInt8]) -> String? {
    guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
    return text.unicodeScalars.allSatisfy { $0 == "\n" || !SafeText.isUnsafe($0) } ? text : nil
  }

  private static func printfFormat(_ bytes: [UInt8]) -> String {
    var format = ""
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "%"): format += "%%"
      case UInt8(ascii: "\\"): format += "\\\\"
      case 0x20..<0x7F: format.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 8)
        format += "\\" + String(repeating: "0", count: 3 - digits.count) + digits
      }
    }
    return format
  }
}
