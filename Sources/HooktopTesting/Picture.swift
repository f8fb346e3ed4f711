public import TerminalSurface

/// A surface as text that people can read and version control can compare: its glyphs and, apart from them, its looks.
public enum Picture {
  /// The rows between bars, then for each row that has any the runs of cells that do not look plain.
  public static func text(of surface: Surface) -> String {
    let size = surface.size
    var lines = ["\(size.columns)x\(size.rows)"]
    lines += (0..<size.rows).map { "|\(surface.text(row: $0))|" }
    lines.append("looks:")
    for row in 0..<size.rows {
      let runs = runs(of: surface, row: row)
      if !runs.isEmpty { lines.append("\(row): " + runs.joined(separator: ", ")) }
    }
    if let cursor = surface.cursor { lines.append("cursor: row \(cursor.row), column \(cursor.column)") }
    return lines.joined(separator: "\n") + "\n"
  }

  /// `1-7 cyan bold`: first and last column, and how they look.
  private static func runs(of surface: Surface, row: Int) -> [String] {
    var runs: [String] = []
    var start = 0
    while start < surface.size.columns {
      let style = surface[row, start].style
      var end = start
      while end + 1 < surface.size.columns, surface[row, end + 1].style == style { end += 1 }
      if style != .plain { runs.append("\(start)-\(end) \(describe(style))") }
      start = end + 1
    }
    return runs
  }

  private static func describe(_ style: Style) -> String {
    var words: [String] = []
    if style.foreground != .terminalDefault { words.append("\(style.foreground)") }
    if style.background != .terminalDefault { words.append("on \(style.background)") }
    let names: [(TextAttributes, String)] = [
      (.bold, "bold"), (.dim, "dim"), (.underline, "underline"), (.reverse, "reverse"), (.italic, "italic"),
    ]
    words += names.filter { style.attributes.contains($0.0) }.map(\.1)
    return words.joined(separator: " ")
  }
}
