import Foundation

/// Base64 as RFC 4648 has it, with padding and without line breaks.
enum Base64 {
  static func encode(_ bytes: [UInt8]) -> String {
    Data(bytes).base64EncodedString()
  }

  /// `nil` for what is not base64.
  static func decode(_ text: String) -> [UInt8]? {
    Data(base64Encoded: text).map { Array($0) }
  }
}
