import CatalogEvents
import TerminalSurface

/// A JSON document written out with one member a line: order, digits and escapes as they came, notes beside the lines they are about.
struct JSONText: SearchableText {
  var lines: JSONLines
  /// What a search found, to be set off.
  var highlights = Highlights()
  /// By where the value that they are about begins.
  var notes: [Int: [LineNote]]
  private let receivedAt: Timestamp
  private let theme: Theme

  init(_ document: JSONDocument, sql: SQLBlock? = nil, notes: [Int: [LineNote]], receivedAt: Timestamp, theme: Theme) {
    lines = JSONLines(document, sql: sql)
    self.notes = notes
    self.receivedAt = receivedAt
    self.theme = theme
  }

  var isComplete: Bool { lines.isComplete }
  var lineCount: Int { lines.lines.count }

  func rows(of index: Int, columns: Int) -> [StyledLine] {
    let line = lines.lines[index]
    let gutter = Gutter(greatest: Int(lines.lines.last?.number ?? 0), theme: theme)
    let indent = min(Int(line.depth) * 2, max(0, columns / 2 - gutter.digits))
    let continuation = gutter.continuation(indent: indent + 2)
    var content = StyledLine()
    if line.isAppendix {
      content.spans = [continuation] + valueSpans(line, columns: columns)
    } else {
      content.spans =
        [gutter.number(Int(line.number)), StyledSpan(String(repeating: " ", count: indent))] + nameSpans(line, columns: columns)
        + valueSpans(line, columns: columns)
    }
    if line.hasComma { content.spans.append(StyledSpan(",")) }

    var rows = [content]
    if lines.isWrapping {
      rows = content.wrapped(columns: columns, continuation: continuation)
    } else if content.columns > columns || hiddenByteCount(line, columns: columns) > 0 {
      rows = [cut(content, of: line, columns: columns)]
    }
    let notes = notes(for: line)
    if notes.count == 1, rows.count == 1 {
      let note = notes[0].span(theme: theme)
      let gap = max(3, 40 - content.columns)
      if content.columns + gap + TextWidth.columns(of: note.text) <= columns {
        rows[0].spans += [StyledSpan(String(repeating: " ", count: gap)), note]
        return rows
      }
    }
    let lead = gutter.continuation(indent: indent)
    return rows + notes.flatMap { $0.rows(lead: lead, columns: columns, theme: theme) }
  }

  func find(_ search: TextSearch) -> Highlights {
    Highlights.find(search, lines: [], body: lines.document.bytes, readsEscapes: true)
  }

  func line(ofMatch index: Int) -> Int? {
    guard let range = highlights.bodyRange(index) else { return nil }
    let line = lines.lineIndex(containing: range.lowerBound)
    return lines.lines[line].form == .cut ? nil : line
  }

  private func nameSpans(_ line: JSONLine, columns: Int) -> [StyledSpan] {
    guard let range = line.nameRange else { return [] }
    return spans(shown(range, columns), theme.jsonName) + [StyledSpan(": ")]
  }

  private func valueSpans(_ line: JSONLine, columns: Int) -> [StyledSpan] {
    switch line.form {
    case .null, .boolean: spans(line.valueRange, theme.jsonLiteral)
    case .number: spans(shown(line.valueRange, columns), theme.jsonNumber)
    case .string, .continuation: spans(shown(line.valueRange, columns), theme.jsonString)
    case .sql: sqlSpans(line, columns: columns)
    case .emptyObject: [StyledSpan("{}")]
    case .emptyArray: [StyledSpan("[]")]
    case .openObject: [StyledSpan("{")]
    case .openArray: [StyledSpan("[")]
    case .closeObject: [StyledSpan("}")]
    case .closeArray: [StyledSpan("]")]
    case .foldedObject, .foldedArray: [foldedSpan(line)]
    case .cut:
      [StyledSpan("… \(line.valueRange.count) more bytes are not shown here: the Raw tab has them all", theme.warning)]
    }
  }

  /// `▸ {2 fields}`: what is folded says how much it hides, and stands out when a search found something in it.
  private func foldedSpan(_ line: JSONLine) -> StyledSpan {
    let count = lines.document.value(startingAt: Int(line.valueStart))?.count ?? 0
    let text =
      line.form == .foldedObject ? "▸ {\(count) \(count == 1 ? "field" : "fields")}" : "▸ [\(count) \(count == 1 ? "item" : "items")]"
    return StyledSpan(text, highlights.contains(within: line.valueRange) ? theme.match : theme.strong)
  }

  private func sqlSpans(_ line: JSONLine, columns: Int) -> [StyledSpan] {
    guard let sql = lines.sql else { return [] }
    return SQLLine.spans(
      sql.text[lines.isWrapping ? line.valueRange : Self.beginning(of: line.valueRange, in: sql.text, columns)], theme: theme)
  }

  private func spans(_ range: Range<Int>, _ style: Style) -> [StyledSpan] {
    highlights.spans(of: range, in: lines.document.bytes, style: style, theme: theme)
  }
}

extension JSONText {
  /// The part of a value or a name of which text is made: without wrapping no more than can be seen.
  private func shown(_ range: Range<Int>, _ columns: Int) -> Range<Int> {
    lines.isWrapping ? range : Self.beginning(of: range, in: lines.document.bytes, columns)
  }

  /// As many bytes as fill a row even if each character had some marks.
  private static func beginning(of range: Range<Int>, in bytes: [UInt8], _ columns: Int) -> Range<Int> {
    let most = max(64, columns * 16)
    guard range.count > most else { return range }
    return range.lowerBound..<max(range.lowerBound, UTF8Boundary.before(range.lowerBound + most, in: bytes))
  }

  private func hiddenByteCount(_ line: JSONLine, columns: Int) -> Int {
    guard !line.isFolded else { return 0 }
    guard line.form != .sql else { return line.valueRange.count - min(line.valueRange.count, max(64, columns * 16)) }
    return line.valueRange.count - shown(line.valueRange, columns).count + (line.nameRange.map { $0.count - shown($0, columns).count } ?? 0)
  }

  /// One row of a line that is too long, with how much of it is not shown.
  private func cut(_ content: StyledLine, of line: JSONLine, columns: Int) -> StyledLine {
    let hidden = hiddenByteCount(line, columns: columns)
    // The note's own width depends on the number in it: room is kept for the longest.
    let total = line.valueRange.count + (line.nameRange?.count ?? 0)
    let room = max(0, columns - 10 - String(total).count)
    let kept = content.truncated(columns: room)
    let missing = content.byteCount - kept.byteCount + hidden
    return StyledLine(kept.spans + [StyledSpan(" … +\(missing) bytes".truncated(columns: columns - kept.columns), theme.warning)])
  }
}

extension JSONText {
  private func notes(for line: JSONLine) -> [LineNote] {
    if line.isClosing || line.isAppendix || line.form == .cut { return [] }
    var result = notes[Int(line.valueStart)] ?? []
    if line.isFolded { result += hiddenNotes(in: line.valueRange) }
    if let moment = moment(in: line) { result.insert(.explanation(EventNotes.explain(moment, receivedAt: receivedAt)), at: 0) }
    return result
  }

  /// What is to be said about what a fold hides, in the order of the document.
  private func hiddenNotes(in range: Range<Int>) -> [LineNote] {
    notes.keys.filter { $0 > range.lowerBound && $0 < range.upperBound }.sorted().flatMap { notes[$0] ?? [] }
  }

  /// The time that a line tells in milliseconds since 1970, when its name and its size say that it does.
  private func moment(in line: JSONLine) -> Timestamp? {
    guard line.form == .number, let name = line.nameRange, line.valueRange.count <= 20, let number = Int64(text(line.valueRange)) else {
      return nil
    }
    let spelling = text(name).dropFirst().dropLast()
    guard spelling == "timestamp" || spelling.hasSuffix("_timestamp") || spelling.hasSuffix("_at") || spelling.hasSuffix("_ms") else {
      return nil
    }
    // From 2001 to 2286: thirteen digits.
    return (1_000_000_000_000..<10_000_000_000_000).contains(number) ? Timestamp(milliseconds: number) : nil
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: lines.document.bytes[range], as: UTF8.self)
  }
}
