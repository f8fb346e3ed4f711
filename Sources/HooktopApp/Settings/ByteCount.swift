/// Numbers of bytes as people write them.
enum ByteCount {
  /// Reads `8388608`, `8MiB`, `8M` (binary as well) or `8MB` (decimal); `nil` for anything else and for what does not fit.
  static func read(_ text: String) -> Int? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard let number = Int(digits) else { return nil }
    let factor: Int? =
      switch text[digits.endIndex...].drop(while: { $0 == " " }).lowercased() {
      case "", "b": 1
      case "k", "kib": 1 << 10
      case "m", "mib": 1 << 20
      case "g", "gib": 1 << 30
      case "kb": 1_000
      case "mb": 1_000_000
      case "gb": 1_000_000_000
      default: nil
      }
    guard let factor else { return nil }
    let (product, overflow) = number.multipliedReportingOverflow(by: factor)
    return overflow ? nil : product
  }
}
