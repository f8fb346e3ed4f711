/// A decimal number of any size, compared by its digits and never as a floating-point number: ids of nineteen digits differ.
public struct DecimalText: Sendable, Hashable, Comparable {
  private var isNegative: Bool
  /// Without zeros at either end; empty for 0.
  private var digits: [UInt8]
  /// How many digits stand before the point when it is written out; of a small number it is negative.
  private var magnitude: Int

  /// Reads a number as JSON spells it; `nil` for anything else.
  public init?(_ text: String) {
    var rest = Array(text.utf8)[...]
    isNegative = rest.first == UInt8(ascii: "-")
    if isNegative { rest.removeFirst() }
    let whole = Self.digits(of: &rest)
    guard !whole.isEmpty else { return nil }
    var fraction: [UInt8] = []
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      fraction = Self.digits(of: &rest)
      guard !fraction.isEmpty else { return nil }
    }
    guard let exponent = Self.exponent(of: &rest), rest.isEmpty else { return nil }
    let all = whole + fraction
    let zeros = all.prefix { $0 == UInt8(ascii: "0") }.count
    digits = Array(all[zeros...])
    while digits.last == UInt8(ascii: "0") { digits.removeLast() }
    magnitude = digits.isEmpty ? 0 : whole.count - zeros + exponent
    if digits.isEmpty { isNegative = false }
  }

  private static func digits(of rest: inout ArraySlice<UInt8>) -> [UInt8] {
    let digits = Array(rest.prefix { $0 &- UInt8(ascii: "0") < 10 })
    rest = rest.dropFirst(digits.count)
    return digits
  }

  /// The exponent, 0 when there is none; one that no number needs is held where it still decides every comparison.
  private static func exponent(of rest: inout ArraySlice<UInt8>) -> Int? {
    guard let mark = rest.first, mark == UInt8(ascii: "e") || mark == UInt8(ascii: "E") else { return 0 }
    rest.removeFirst()
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
    let digits = digits(of: &rest)
    guard !digits.isEmpty else { return nil }
    let limit = 1 << 50
    var exponent = 0
    for digit in digits { exponent = min(limit, exponent * 10 + Int(digit - UInt8(ascii: "0"))) }
    return isNegative ? -exponent : exponent
  }

  public static func < (left: Self, right: Self) -> Bool {
    guard left.isNegative == right.isNegative else { return left.isNegative }
    return left.isNegative ? isSmaller(right, left) : isSmaller(left, right)
  }

  /// Whether one is nearer to 0.
  private static func isSmaller(_ left: Self, _ right: Self) -> Bool {
    if left.digits.isEmpty || right.digits.isEmpty { return left.digits.isEmpty && !right.digits.isEmpty }
    guard left.magnitude == right.magnitude else { return left.magnitude < right.magnitude }
    return left.digits.lexicographicallyPrecedes(right.digits)
  }
}
