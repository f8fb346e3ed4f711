import TerminalSurface

/// A body byte by byte, sixteen a line where there is room: where they begin, in hexadecimal, and as characters where they are ASCII.
struct HexText: SearchableText {
  private static let lineLength = 16

  let before: [StyledLine]
  let body: [UInt8]
  var highlights = Highlights()
  private let theme: Theme

  init(before: [StyledLine], body: [UInt8], theme: Theme) {
    self.before = before
    self.body = body
    self.theme = theme
  }

  var lineCount: Int {
    before.count + (body.count + Self.lineLength - 1) / Self.lineLength
  }

  func rows(of index: Int, columns: Int) -> [StyledLine] {
    guard index >= before.count else { return highlights.marked(before[index], at: index, theme: theme).wrapped(columns: columns) }
    let start = (index - before.count) * Self.lineLength
    let end = min(body.count, start + Self.lineLength)
    let length = rowLength(columns: columns)
    return stride(from: start, to: end, by: length).map { row(of: $0..<min(end, $0 + length), length: length) }
  }

  /// How many bytes fit into a row: 16, 8, 4, 2 or 1.
  private func rowLength(columns: Int) -> Int {
    var length = Self.lineLength
    while length > 1, offsetDigits + 4 + length * 4 + (length > 8 ? 1 : 0) > columns { length /= 2 }
    return length
  }

  /// Enough for the greatest offset, and at least four.
  private var offsetDigits: Int {
    max(4, (String(max(0, body.count - 1), radix: 16).count + 1) / 2 * 2)
  }

  private func row(of range: Range<Int>, length: Int) -> StyledLine {
    var spans = [StyledSpan(Self.hexadecimal(range.lowerBound, digits: offsetDigits) + " ", theme.faint)]
    var characters: [StyledSpan] = []
    for (part, look) in highlights.parts(of: range) {
      var digits = ""
      var text = ""
      for offset in part {
        let column = offset - range.lowerBound
        let gap = column > 0 && column % 8 == 0 ? "  " : " "
        // The space before the first byte of a match is not a part of it.
        if offset == part.lowerBound, look != .none { spans.append(StyledSpan(gap)) } else { digits += gap }
        digits += Self.hexadecimal(Int(body[offset]), digits: 2)
        text.unicodeScalars.append(Self.character(body[offset]))
      }
      spans.append(StyledSpan(digits, look.style(.plain, theme)))
      characters.append(StyledSpan(text, look.style(theme.jsonString, theme)))
    }
    let missing = length - range.count
    let gaps = length > 8 && range.count <= 8 ? 1 : 0
    spans.append(StyledSpan(String(repeating: " ", count: missing * 3 + gaps + 2)))
    return StyledLine(spans + characters)
  }

  private static func hexadecimal(_ value: Int, digits: Int) -> String {
    let text = String(value, radix: 16)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }

  /// What is no visible ASCII is a dot.
  private static func character(_ byte: UInt8) -> Unicode.Scalar {
    (0x20..<0x7F).contains(byte) ? Unicode.Scalar(byte) : "·"
  }

  func find(_ search: TextSearch) -> Highlights {
    Highlights.find(search, lines: before, body: body)
  }

  func line(ofMatch index: Int) -> Int? {
    guard let range = highlights.bodyRange(index) else { return highlights.own[index].line }
    return before.count + range.lowerBound / Self.lineLength
  }
}
