import TerminalSurface

/// The lines of a difference: side by side where there is room for two, else one below the other.
struct DifferenceText: PaneText, Sendable {
  /// From this width on the two stand side by side.
  static let sideBySideColumns = 110

  let lines: [DifferenceLine]
  /// Where each change begins.
  let starts: [Int]
  /// The change that was jumped to; its sign is marked.
  var selected: Int?
  let theme: Theme

  init(_ lines: [DifferenceLine], theme: Theme) {
    self.lines = lines
    self.theme = theme
    var starts: [Int] = []
    for (index, line) in lines.enumerated() {
      if let change = line.change, change == starts.count { starts.append(index) }
    }
    self.starts = starts
  }

  var lineCount: Int { lines.count }

  func rows(of index: Int, columns: Int) -> [StyledLine] {
    let line = lines[index]
    return columns >= Self.sideBySideColumns ? sideBySide(line, columns: columns) : unified(line, columns: columns)
  }

  private func unified(_ line: DifferenceLine, columns: Int) -> [StyledLine] {
    switch line.kind {
    case .alike: rows(line.new ?? line.old, sign: " ", line, columns: columns)
    case .removed: rows(line.old, sign: "-", line, columns: columns)
    case .added: rows(line.new, sign: "+", line, columns: columns)
    case .changed: rows(line.old, sign: "-", line, columns: columns) + rows(line.new, sign: "+", line, columns: columns)
    }
  }

  private func rows(_ content: StyledLine?, sign: String, _ line: DifferenceLine, columns: Int) -> [StyledLine] {
    guard let content else { return [] }
    let wrapped = content.wrapped(columns: columns - 2, indent: content.leadingSpaces + 2)
    return wrapped.enumerated().map { index, row in
      StyledLine([StyledSpan(sign, style(of: sign, line)), StyledSpan(index == 0 ? " " : " ")] + row.spans)
    }
  }

  /// The two sides with the sign between them; a row of either that has nothing beside it stands beside nothing.
  private func sideBySide(_ line: DifferenceLine, columns: Int) -> [StyledLine] {
    let half = (columns - 3) / 2
    let old = line.old.map { $0.wrapped(columns: half, indent: $0.leadingSpaces + 2) } ?? []
    let new = line.new.map { $0.wrapped(columns: columns - 3 - half, indent: $0.leadingSpaces + 2) } ?? []
    return (0..<max(1, old.count, new.count)).map { index in
      let left = index < old.count ? old[index] : StyledLine()
      let gap = String(repeating: " ", count: max(0, half - left.columns))
      let sign = [StyledSpan(" "), StyledSpan(index == 0 ? line.sign : " ", style(of: line.sign, line)), StyledSpan(" ")]
      return StyledLine(left.spans + [StyledSpan(gap)] + sign + (index < new.count ? new[index].spans : []))
    }
  }

  private func style(of sign: String, _ line: DifferenceLine) -> Style {
    if let change = line.change, change == selected { return theme.selection }
    return switch sign {
    case "-": theme.failure
    case "+": theme.good
    case "~": theme.warning
    default: theme.faint
    }
  }
}
