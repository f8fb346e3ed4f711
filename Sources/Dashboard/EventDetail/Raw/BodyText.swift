import CatalogEvents
import TerminalSurface

/// A body as it came, line by line, with some lines of our own before it and a mark at the place of an error.
struct BodyText: SearchableText {
  let before: [StyledLine]
  let body: [UInt8]
  var highlights = Highlights()
  private let lines: BodyLines
  private let error: JSONError?
  private let isNumbered: Bool
  private let theme: Theme

  init(before: [StyledLine], body: [UInt8], error: JSONError? = nil, isNumbered: Bool, theme: Theme) {
    self.before = before
    self.body = body
    self.error = error
    self.isNumbered = isNumbered
    self.theme = theme
    lines = BodyLines(body)
  }

  var lineCount: Int {
    before.count + lines.pieces.count + (lines.cutByteCount > 0 ? 1 : 0)
  }

  func rows(of index: Int, columns: Int) -> [StyledLine] {
    if index < before.count {
      return highlights.marked(before[index], at: index, theme: theme).wrapped(columns: columns, atWords: isNumbered)
    }
    let place = index - before.count
    guard place < lines.pieces.count else {
      return StyledLine("… \(lines.cutByteCount) more bytes are not shown: there are too many lines", theme.warning).wrapped(
        columns: columns)
    }
    let piece = lines.pieces[place]
    let gutter = Gutter(greatest: Int(lines.pieces.last?.number ?? 0), theme: theme)
    let text = highlights.spans(of: piece.range, in: body, style: .plain, theme: theme)
    guard isNumbered else { return StyledLine(text).wrapped(columns: columns) }
    let lead = gutter.continuation()
    let number = piece.isContinued ? lead : gutter.number(Int(piece.number))
    let rows = StyledLine([number] + text).wrapped(columns: columns, continuation: lead)
    guard let error, pointsInto(piece, at: place, error) else { return rows }
    return pointed(rows, piece: piece, error: error, gutter: gutter, columns: columns)
  }

  func find(_ search: TextSearch) -> Highlights {
    Highlights.find(search, lines: before, body: body, readsEscapes: true)
  }

  func line(ofMatch index: Int) -> Int? {
    guard let range = highlights.bodyRange(index) else { return highlights.own[index].line }
    return lines.piece(containing: range.lowerBound).map { before.count + $0 }
  }

  /// The error may lie at the very end of a line, or of the body, where there is no byte to lie in.
  private func pointsInto(_ piece: BodyLines.Piece, at place: Int, _ error: JSONError) -> Bool {
    let isLast = place + 1 == lines.pieces.count || !lines.pieces[place + 1].isContinued
    return error.offset >= piece.range.lowerBound
      && (error.offset < piece.range.upperBound || isLast && error.offset <= piece.range.upperBound)
  }

  /// Puts a pointer and the reason below the row in which reading stopped.
  private func pointed(_ rows: [StyledLine], piece: BodyLines.Piece, error: JSONError, gutter: Gutter, columns: Int) -> [StyledLine] {
    let before = String(decoding: body[piece.range.lowerBound..<min(error.offset, piece.range.upperBound)], as: UTF8.self)
    let width = max(1, columns - gutter.digits - 1)
    let (row, column) = TextWidth.columns(of: before).quotientAndRemainder(dividingBy: width)
    let lead = gutter.continuation()
    let mark = String(repeating: " ", count: column) + "^"
    let pointer = StyledLine([lead, StyledSpan("\(mark) \(error.reason)", theme.failure)])
    let reason = StyledLine([lead, StyledSpan("! " + error.reason, theme.failure)])
    let marks =
      pointer.columns <= columns
      ? [pointer]
      : [StyledLine([lead, StyledSpan(mark, theme.failure)])] + reason.wrapped(columns: columns, continuation: lead, atWords: true)
    var result = rows
    result.insert(contentsOf: marks, at: min(rows.count, row + 1))
    return result
  }
}
