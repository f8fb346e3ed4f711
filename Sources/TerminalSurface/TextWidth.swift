/// How many columns text takes, by the same table by which `Surface` lays it out.
public enum TextWidth {
  /// The columns that `text` takes when it is written on a surface, control characters as their pictures.
  public static func columns(of text: String) -> Int {
    var columns = 0
    Glyph.forEach(in: text) {
      columns += $0.columns
      return true
    }
    return columns
  }

  /// The columns of one character, at least 1.
  public static func columns(of character: Character) -> Int {
    var columns = 0
    _ = Glyph.forEach(in: character) {
      columns += $0.columns
      return true
    }
    return columns
  }

  /// The longest beginning of `text` that fits into `columns`; when something had to go, it ends in `…`.
  public static func truncate(_ text: String, to columns: Int) -> String {
    guard columns > 0 else { return "" }
    let whole = prefix(text[...], columns)
    return whole.endIndex == text.endIndex ? text : prefix(whole, columns - 1) + "…"
  }

  /// The longest end of `text` that fits into `columns`; when something had to go, it begins with `…`.
  public static func truncateStart(_ text: String, to columns: Int) -> String {
    guard columns > 0 else { return "" }
    let whole = suffix(text[...], columns)
    return whole.startIndex == text.startIndex ? text : "…" + suffix(whole, columns - 1)
  }

  /// Cuts `text` into lines of at most `columns` columns each, wherever they are full; together they are the text, character for character.
  ///
  /// Line breaks in the text do not end a line: split at them first. A character that is wider than a line gets one of its own. There is always
  /// at least one line.
  public static func wrap(_ text: String, columns: Int) -> [Substring] {
    var lines: [Substring] = []
    var rest = text[...]
    repeat {
      let line = prefix(rest, columns)
      lines.append(line.isEmpty ? rest.prefix(1) : line)
      rest = rest[(lines.last?.endIndex ?? rest.endIndex)...]
    } while !rest.isEmpty
    return lines
  }

  private static func prefix(_ text: Substring, _ columns: Int) -> Substring {
    var free = columns
    let end = text.indices.first {
      free -= self.columns(of: text[$0])
      return free < 0
    }
    return text[..<(end ?? text.endIndex)]
  }

  private static func suffix(_ text: Substring, _ columns: Int) -> Substring {
    var free = columns
    let last = text.indices.last {
      free -= self.columns(of: text[$0])
      return free < 0
    }
    return text[(last.map(text.index(after:)) ?? text.startIndex)...]
  }
}
