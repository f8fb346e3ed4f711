import CatalogEvents
import TerminalSurface

/// A JSON document written out with one member a line: order, digits and escapes as they came, notes beside the lines they are about.
struct JSONText: PaneText, Sendable {
  private(set) var lines: JSONLines
  /// By where the value that they are about begins.
  private let notes: [Int: [LineNote]]
  private let receivedAt: Timestamp
  private let theme: Theme

  init(_ document: JSONDocument, notes: [Int: [LineNote]], receivedAt: Timestamp, theme: Theme) {
    lines = JSONLines(document)
    self.notes = notes
    self.receivedAt = receivedAt
    self.theme = theme
  }

  mutating func extend(by count: Int) {
    lines.extend(by: count)
  }

  var isComplete: Bool { lines.isComplete }
  var lineCount: Int { lines.lines.count }

  func rows(of index: Int, columns: Int) -> [StyledLine] {
    let line = lines.lines[index]
    let gutter = Gutter(greatest: Int(lines.lines.last?.number ?? 0), theme: theme)
    let indent = min(Int(line.depth) * 2, max(0, columns / 2 - gutter.digits))
    let continuation = gutter.continuation(indent: indent + 2)
    var content = StyledLine()
    if line.form == .continuation {
      content.spans = [continuation] + valueSpans(line)
    } else {
      content.spans =
        [gutter.number(Int(line.number)), StyledSpan(String(repeating: " ", count: indent))] + nameSpans(line) + valueSpans(line)
    }
    if line.hasComma { content.spans.append(StyledSpan(",")) }

    var rows = content.wrapped(columns: columns, continuation: continuation)
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

  private func nameSpans(_ line: JSONLine) -> [StyledSpan] {
    guard let range = line.nameRange else { return [] }
    return [StyledSpan(text(range), theme.jsonName), StyledSpan(": ")]
  }

  private func valueSpans(_ line: JSONLine) -> [StyledSpan] {
    switch line.form {
    case .null, .boolean: [StyledSpan(text(line.valueRange), theme.jsonLiteral)]
    case .number: [StyledSpan(text(line.valueRange), theme.jsonNumber)]
    case .string, .continuation: [StyledSpan(text(line.valueRange), theme.jsonString)]
    case .emptyObject: [StyledSpan("{}")]
    case .emptyArray: [StyledSpan("[]")]
    case .openObject: [StyledSpan("{")]
    case .openArray: [StyledSpan("[")]
    case .closeObject: [StyledSpan("}")]
    case .closeArray: [StyledSpan("]")]
    case .cut:
      [StyledSpan("… \(line.valueRange.count) more bytes are not shown here: the Raw tab has them all", theme.warning)]
    }
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: lines.document.bytes[range], as: UTF8.self)
  }

  private func notes(for line: JSONLine) -> [LineNote] {
    switch line.form {
    case .closeObject, .closeArray, .continuation, .cut: return []
    default: break
    }
    var result = notes[Int(line.valueStart)] ?? []
    if let moment = moment(in: line) { result.insert(.explanation(EventNotes.explain(moment, receivedAt: receivedAt)), at: 0) }
    return result
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
}
