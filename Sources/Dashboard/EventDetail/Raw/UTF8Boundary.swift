/// Finds places at which UTF-8 can be cut.
enum UTF8Boundary {
  /// The last place at or before `offset` that does not lie inside a character's bytes.
  static func before(_ offset: Int, in bytes: [UInt8]) -> Int {
    var place = min(offset, bytes.count)
    var steps = 0
    // What is not UTF-8 may have no boundary near; then any place will do.
    while place > 0, place < bytes.count, bytes[place] & 0xC0 == 0x80, steps < 4 {
      place -= 1
      steps += 1
    }
    return place
  }
}
