import EventRecords
import TerminalSurface

/// The fields of a dataset as a table: place, name and type, and what each was before.
struct SchemaText: SearchableText {
  /// A field, or a part of the type of the field above.
  private enum Line: Sendable {
    case field(Int)
    case part(depth: Int, text: String)
  }

  var highlights = Highlights()
  private let head: [StyledLine]
  private let rows: [SchemaRow]
  private var lines: [Line] = []
  private let nameColumns: Int
  private let numberColumns: Int
  private let theme: Theme

  /// So many names are measured.
  private static let measuredCount = 500

  init(head: [StyledLine], rows: [SchemaRow], theme: Theme) {
    self.rows = rows
    self.theme = theme
    let widest = rows.prefix(Self.measuredCount).map { TextWidth.columns(of: String($0.field.name.prefix(40))) }.max() ?? 0
    // On a screen of 40 columns the types still have a place beside the names.
    nameColumns = min(24, max(5, widest))
    numberColumns = max(3, String(rows.count).count)
    let number = String(repeating: " ", count: numberColumns - 1) + "#"
    let name = "FIELD" + String(repeating: " ", count: nameColumns - 5)
    let columnHead = [StyledLine("  \(number)  \(name)  TYPE", theme.columnHead)]
    self.head = head + (rows.isEmpty ? [] : columnHead)
    for (index, row) in rows.enumerated() {
      lines.append(.field(index))
      let tree = ArrowTypeTree(row.field.type)
      if tree.isInvolved { lines += tree.lines().map { .part(depth: $0.depth, text: $0.text) } }
    }
  }

  var lineCount: Int { head.count + lines.count }

  func rows(of index: Int, columns: Int) -> [StyledLine] {
    let indent = index < head.count ? 0 : min(typeColumn, columns / 2)
    return highlights.marked(line(at: index), at: index, theme: theme).wrapped(
      columns: columns, indent: indent, atWords: true)
  }

  private var typeColumn: Int { 2 + numberColumns + 2 + nameColumns + 2 }

  private func line(at index: Int) -> StyledLine {
    guard index >= head.count else { return head[index] }
    switch lines[index - head.count] {
    case .part(let depth, let text):
      return StyledLine([StyledSpan(String(repeating: " ", count: typeColumn + 2 * depth) + "· ", theme.faint), StyledSpan(text)])
    case .field(let place): return line(of: rows[place])
    }
  }

  private func line(of row: SchemaRow) -> StyledLine {
    let number = row.position.map(String.init) ?? "-"
    let gap = String(repeating: " ", count: max(0, numberColumns - number.count))
    let name = row.field.name.isEmpty ? "(no name)" : row.field.name
    let padding = String(repeating: " ", count: max(0, nameColumns - TextWidth.columns(of: name)) + 2)
    let style = Self.style(of: row.change, theme)
    var spans = [
      StyledSpan((row.change?.sign ?? " ") + " ", style), StyledSpan(gap + number + "  ", theme.faint),
      StyledSpan(name, row.change == nil ? theme.jsonName : style), StyledSpan(padding), StyledSpan(row.field.type),
    ]
    switch row.change {
    case nil: break
    case .added: spans.append(StyledSpan("  added", style))
    case .removed: spans.append(StyledSpan("  removed", style))
    case .retyped(_, let from, _): spans.append(StyledSpan("  was \(from)", style))
    }
    return StyledLine(spans)
  }

  private static func style(of change: SchemaChange?, _ theme: Theme) -> Style {
    switch change {
    case nil: theme.text
    case .added: theme.good
    case .removed: theme.failure
    case .retyped: theme.warning
    }
  }

  func find(_ search: TextSearch) -> Highlights {
    Highlights.find(search, lines: (0..<lineCount).lazy.map(line(at:)))
  }

  func line(ofMatch index: Int) -> Int? {
    highlights.own[index].line
  }
}
