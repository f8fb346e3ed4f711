/// Collects a bracketed paste up to its closing sequence.
struct PasteCollector {
  /// The most that one paste delivers, in bytes of UTF-8; what comes after it is dropped, up to the end of the paste.
  static let limit = 1 << 20

  private static let terminator = Array("\u{1B}[201~".unicodeScalars)

  private var scalars = String.UnicodeScalarView()
  private var byteCount = 0
  private var isCut = false
  private var endsInReturn = false
  /// How much of the terminator has come.
  private var matched = 0

  /// What was pasted so far. Line ends are "\n", though terminals send a return.
  var text: String { String(scalars) }

  /// Takes the next scalar; true when the paste ends with it.
  mutating func append(_ scalar: Unicode.Scalar) -> Bool {
    if scalar == Self.terminator[matched] {
      matched += 1
      return matched == Self.terminator.count
    }
    for held in Self.terminator.prefix(matched) { keep(held) }
    matched = scalar == Self.terminator[0] ? 1 : 0
    if matched == 0 { keep(scalar) }
    return false
  }

  private mutating func keep(_ scalar: Unicode.Scalar) {
    defer { endsInReturn = scalar == "\r" }
    if scalar == "\n", endsInReturn { return }
    let kept = scalar == "\r" ? "\n" : scalar
    let size = UTF8.width(kept)
    isCut = isCut || byteCount + size > Self.limit
    guard !isCut else { return }
    byteCount += size
    scalars.append(kept)
  }
}
