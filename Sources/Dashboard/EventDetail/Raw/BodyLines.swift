/// Where the lines of a body lie, as they came; long ones are cut into pieces, so that each can be laid out by itself.
struct BodyLines: Sendable, Hashable {
  struct Piece: Sendable, Hashable {
    var start: UInt32
    var end: UInt32
    /// From 1.
    var number: UInt32
    /// Whether it goes on with the line of the piece before.
    var isContinued: Bool

    var range: Range<Int> { Int(start)..<Int(end) }
  }

  static let longestPiece = 4096
  /// How many pieces are kept at most.
  static let limit = 400_000

  private(set) var pieces: [Piece] = []
  /// The bytes that are not in any piece, because there were too many lines.
  private(set) var cutByteCount = 0

  /// Lines end with LF; a CR before it stays visible, because it came.
  init(_ bytes: [UInt8]) {
    guard bytes.count < Int(UInt32.max) else {
      cutByteCount = bytes.count
      return
    }
    var start = 0
    var number: UInt32 = 1
    while true {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      add(bytes, start..<end, number: number)
      if pieces.count >= Self.limit {
        cutByteCount = bytes.count - end
        return
      }
      guard end < bytes.count else { return }
      start = end + 1
      number += 1
    }
  }

  /// The piece in which a byte lies, or after which it is the line's end; `nil` for those that are in no piece.
  func piece(containing offset: Int) -> Int? {
    var low = 0
    var high = pieces.count
    while low < high {
      let middle = (low + high) / 2
      if Int(pieces[middle].start) <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0, low < pieces.count || offset <= Int(pieces[low - 1].end) else { return nil }
    return low - 1
  }

  private mutating func add(_ bytes: [UInt8], _ range: Range<Int>, number: UInt32) {
    var start = range.lowerBound
    while range.upperBound - start > Self.longestPiece {
      let stop = max(start + 1, UTF8Boundary.before(start + Self.longestPiece, in: bytes))
      pieces.append(Piece(start: UInt32(start), end: UInt32(stop), number: number, isContinued: start > range.lowerBound))
      start = stop
    }
    pieces.append(Piece(start: UInt32(start), end: UInt32(range.upperBound), number: number, isContinued: start > range.lowerBound))
  }
}
