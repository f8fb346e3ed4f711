/// What is different between two texts, line by line, for what is not JSON.
///
/// Lines end with LF, and a CR before it belongs to the line, so that a change of nothing but line ends is told too.
public struct TextDifference: Sendable, Hashable {
  public enum Line: Sendable, Hashable {
    case alike(String)
    case removed(String)
    case added(String)
  }

  public private(set) var lines: [Line] = []

  /// From this number of lines that could each be held against each other one on, what lies between the same beginning and the same
  /// end is told as removed and added as a whole: the work must not grow with the square of a text.
  static let comparisonLimit = 4_000_000

  /// Bytes that are not UTF-8 are read as U+FFFD; ask whether the bytes are the same before.
  public init(from old: [UInt8], to new: [UInt8]) {
    let olds = Self.split(old)
    let news = Self.split(new)
    let least = min(olds.count, news.count)
    let head = zip(olds, news).prefix { $0 == $1 }.count
    let tail = zip(olds.reversed(), news.reversed()).prefix(least - head).prefix { $0 == $1 }.count
    lines += olds[..<head].map { .alike(Self.text($0)) }
    lines += Self.compare(Array(olds[head..<olds.count - tail]), Array(news[head..<news.count - tail]))
    lines += olds[(olds.count - tail)...].map { .alike(Self.text($0)) }
  }

  public var isEmpty: Bool {
    lines.allSatisfy { if case .alike = $0 { true } else { false } }
  }

  // Lines are compared by their bytes: two `String`s are equal also when the same letters are made of other scalars.
  private typealias Bytes = ArraySlice<UInt8>

  private static func split(_ bytes: [UInt8]) -> [Bytes] {
    bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
  }

  private static func text(_ bytes: Bytes) -> String {
    String(decoding: bytes, as: UTF8.self)
  }

  private static func compare(_ olds: [Bytes], _ news: [Bytes]) -> [Line] {
    guard olds.count * news.count <= comparisonLimit else {
      return olds.map { .removed(text($0)) } + news.map { .added(text($0)) }
    }
    let difference = news.difference(from: olds)
    var removed = Set<Int>()
    var added = Set<Int>()
    for change in difference {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): added.insert(offset)
      }
    }
    var lines: [Line] = []
    var old = 0
    var new = 0
    while old < olds.count || new < news.count {
      if removed.contains(old) {
        lines.append(.removed(text(olds[old])))
        old += 1
      } else if added.contains(new) {
        lines.append(.added(text(news[new])))
        new += 1
      } else {
        lines.append(.alike(text(news[new])))
        old += 1
        new += 1
      }
    }
    return lines
  }
}
