import TerminalSurface

/// A text of one line on the screen; what does not fit scrolls with the cursor, and `…` stands where it goes on.
struct TextField {
  var text: EditableText
  /// Shown while the text is empty: what an empty field means.
  var placeholder = ""
  /// Shown after the text while the cursor stands at its end: what a key would add.
  var completion = ""
  var isFocused: Bool

  func draw(on surface: inout Surface, row: Int, column: Int, columns: Int, theme: Theme) {
    guard columns > 0 else { return }
    let style = isFocused ? theme.focusedField : theme.field
    surface.fill(Rect(row: row, column: column, rows: 1, columns: columns), style: style)
    guard isFocused else {
      let shown = text.isEmpty ? placeholder : text.text
      let faint = text.isEmpty ? style.adding(theme.faint.attributes) : style
      surface.write(TextWidth.truncate(shown, to: columns), row: row, column: column, limit: columns, style: faint)
      return
    }
    let window = TextWindow(text.characters[...], cursor: text.cursor, columns: columns)
    var end = surface.write(window.text, row: row, column: column, limit: columns, style: style)
    let note = text.isEmpty ? placeholder : text.isCursorAtEnd ? completion : ""
    end = surface.write(note, row: row, column: end, limit: column + columns - end, style: style.dim())
    surface.cursor = Surface.Position(row: row, column: column + window.cursorColumn)
  }
}

/// The part of a line that is in view around its cursor.
struct TextWindow {
  /// What is written, with `…` at an end where the line goes on.
  let text: String
  /// Where the cursor stands in it.
  let cursorColumn: Int

  init(_ line: ArraySlice<Character>, cursor: Int, columns: Int) {
    // A column for each `…`, and one for the cursor behind the last character.
    let room = max(1, columns - 3)
    let cursorIndex = line.startIndex + cursor
    var start = cursorIndex
    var used = 0
    while start > line.startIndex {
      let width = TextWidth.columns(of: String(line[start - 1]))
      guard used + width <= room else { break }
      used += width
      start -= 1
    }
    let isCut = start > line.startIndex
    let rest = String(line[start...].prefix(columns + 1))
    text = (isCut ? "…" : "") + TextWidth.truncate(rest, to: columns - (isCut ? 1 : 0))
    cursorColumn = min(used + (isCut ? 1 : 0), max(0, columns - 1))
  }
}
