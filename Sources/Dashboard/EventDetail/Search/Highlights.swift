import TerminalSurface

/// What a search found in a text, in the order of the text: places in lines of our own, which come first, then places in the body.
struct Highlights: Sendable, Hashable {
  /// A place in a line that is not one of the body's.
  struct OwnPlace: Sendable, Hashable {
    var line: Int
    /// Of the line's UTF-8.
    var range: Range<Int>
  }

  /// How many places are looked for.
  static let limit = 50_000

  var own: [OwnPlace] = []
  /// Bytes of the body; they do not overlap.
  var body: [Range<Int>] = []
  /// Which of them was gone to last.
  var current: Int?

  var count: Int { own.count + body.count }
  var isEmpty: Bool { own.isEmpty && body.isEmpty }

  /// The place in the body of a match; `nil` when it is in a line of our own.
  func bodyRange(_ index: Int) -> Range<Int>? {
    index >= own.count && index < count ? body[index - own.count] : nil
  }

  /// Finds `search` in lines of our own and in a body.
  static func find(_ search: TextSearch, lines: some Sequence<StyledLine>, body: [UInt8] = [], readsEscapes: Bool = false) -> Highlights {
    var found = Highlights()
    for (index, line) in lines.enumerated() where found.own.count < limit {
      for range in search.ranges(in: line.text, limit: limit - found.own.count) { found.own.append(OwnPlace(line: index, range: range)) }
    }
    found.body = search.ranges(in: body, readsEscapes: readsEscapes, limit: limit - found.own.count)
    return found
  }
}

extension Highlights {
  /// The index in `body` of the first match that ends after `offset`.
  private func firstInBody(endingAfter offset: Int) -> Int {
    var low = 0
    var high = body.count
    while low < high {
      let middle = (low + high) / 2
      if body[middle].upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether any match begins in some bytes of the body.
  func contains(within range: Range<Int>) -> Bool {
    let first = firstInBody(endingAfter: range.lowerBound)
    return first < body.count && body[first].lowerBound < range.upperBound
  }

  /// Text of some bytes of the body, with the matches in it set off.
  func spans(of range: Range<Int>, in bytes: [UInt8], style: Style, theme: Theme) -> [StyledSpan] {
    var spans: [StyledSpan] = []
    for (part, look) in parts(of: range) {
      spans.append(StyledSpan(String(decoding: bytes[part], as: UTF8.self), look.style(style, theme)))
    }
    return spans
  }

  /// Some bytes of the body, cut where matches begin and end.
  func parts(of range: Range<Int>) -> [(range: Range<Int>, look: Look)] {
    guard !body.isEmpty else { return [(range, .none)] }
    var parts: [(Range<Int>, Look)] = []
    var position = range.lowerBound
    var index = firstInBody(endingAfter: position)
    while index < body.count, body[index].lowerBound < range.upperBound {
      let match = body[index].clamped(to: range)
      if match.lowerBound > position { parts.append((position..<match.lowerBound, .none)) }
      parts.append((match, current == own.count + index ? .current : .match))
      position = match.upperBound
      index += 1
    }
    if position < range.upperBound || parts.isEmpty { parts.append((position..<range.upperBound, .none)) }
    return parts
  }

  /// A line of our own with the matches in it set off.
  func marked(_ line: StyledLine, at index: Int, theme: Theme) -> StyledLine {
    let places = own.indices(of: index)
    guard !places.isEmpty else { return line }
    var result = StyledLine()
    var offset = 0
    for span in line.spans {
      let bytes = Array(span.text.utf8)
      var position = 0
      for place in places {
        let match = (own[place].range.lowerBound - offset..<own[place].range.upperBound - offset).clamped(to: position..<bytes.count)
        guard !match.isEmpty else { continue }
        result.append(bytes[position..<match.lowerBound], span.style)
        result.append(bytes[match], (current == place ? Look.current : .match).style(span.style, theme))
        position = match.upperBound
      }
      result.append(bytes[position...], span.style)
      offset += bytes.count
    }
    return result
  }

  enum Look: Sendable, Hashable {
    case none, match, current

    func style(_ plain: Style, _ theme: Theme) -> Style {
      switch self {
      case .none: plain
      case .match: theme.match
      case .current: theme.currentMatch
      }
    }
  }
}

extension [Highlights.OwnPlace] {
  /// The indices of the places in a line; the places are in the order of lines.
  fileprivate func indices(of line: Int) -> Range<Int> {
    let first = lowerBound(line)
    return first..<Swift.max(first, lowerBound(line + 1))
  }

  private func lowerBound(_ line: Int) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].line < line { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension StyledLine {
  fileprivate mutating func append(_ bytes: ArraySlice<UInt8>, _ style: Style) {
    if !bytes.isEmpty { spans.append(StyledSpan(String(decoding: bytes, as: UTF8.self), style)) }
  }
}
