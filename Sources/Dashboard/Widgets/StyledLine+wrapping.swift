import TerminalSurface

extension StyledLine {
  /// Breaks the line into rows of at most `columns`, the second and later ones indented; nothing is left out.
  ///
  /// What arrived is broken anywhere: JSON and headers have no places that are better than others. Our own sentences are broken at words.
  func wrapped(columns: Int, indent: Int = 0, continuation: StyledSpan? = nil, atWords: Bool = false) -> [StyledLine] {
    if self.columns <= columns { return [self] }
    let lead = min(continuation.map { TextWidth.columns(of: $0.text) } ?? indent, max(0, columns - 8))
    let first = continuation ?? StyledSpan(String(repeating: " ", count: lead))
    var rows: [StyledLine] = []
    var row = StyledLine()
    var used = 0
    // Whether the row holds anything of the line: a glyph that is too wide even for an empty row is passed over.
    var isEmpty = true
    for span in spans {
      var rest = Substring(span.text)
      while !rest.isEmpty {
        var (piece, width) = Self.prefix(of: rest, columns: columns - used)
        if atWords, piece.endIndex < rest.endIndex {
          let whole = Self.wholeWords(of: piece, in: rest)
          if !whole.isEmpty || !isEmpty {
            piece = whole
            width = TextWidth.columns(of: String(whole))
          }
        }
        if piece.isEmpty {
          if isEmpty {
            rest = rest.dropFirst()
            continue
          }
          rows.append(row)
          row = StyledLine([first])
          used = lead
          isEmpty = true
          continue
        }
        row.spans.append(StyledSpan(String(piece), span.style))
        used += width
        isEmpty = false
        rest = rest[piece.endIndex...]
      }
    }
    rows.append(row)
    return rows
  }

  /// A piece without the word that it cuts through; empty when it has no other.
  private static func wholeWords(of piece: Substring, in text: Substring) -> Substring {
    if text[piece.endIndex] == " " { return piece }
    return piece.lastIndex(of: " ").map { piece[...$0] } ?? piece.prefix(0)
  }

  /// The longest beginning that fits, and its width.
  private static func prefix(of text: Substring, columns: Int) -> (Substring, Int) {
    guard columns > 0 else { return (text.prefix(0), 0) }
    let bytes = text.utf8.prefix(columns + 1)
    if bytes.allSatisfy({ (0x20..<0x7F).contains($0) }) {
      // Printable ASCII takes a column a byte; only what may follow it could still change the last one.
      let end = text.utf8.index(text.startIndex, offsetBy: min(columns, bytes.count))
      return (text[..<end], min(columns, bytes.count))
    }
    var end = text.startIndex
    var used = 0
    for index in text.indices {
      let width = TextWidth.columns(of: text[index])
      guard used + width <= columns else { break }
      used += width
      end = text.index(after: index)
    }
    return (text[..<end], used)
  }

  var leadingSpaces: Int {
    spans.first?.text.prefix { $0 == " " }.count ?? 0
  }
}
