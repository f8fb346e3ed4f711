/// Text under a cursor, as a person edits it; lines end with `\n`.
///
/// The cursor stands between characters as a person counts them, so that no accent or emoji is ever torn apart.
struct EditableText: Sendable, Hashable {
  private(set) var characters: [Character]
  /// How many characters stand before the cursor.
  private(set) var cursor: Int

  /// The cursor stands after the text.
  init(_ text: String = "") {
    characters = Array(text)
    cursor = characters.count
  }

  var text: String { String(characters) }
  var isEmpty: Bool { characters.isEmpty }
  var isCursorAtEnd: Bool { cursor == characters.count }

  /// Puts text in at the cursor and leaves the cursor after it.
  mutating func insert(_ text: String) {
    let head = String(characters[..<cursor]) + text
    let tail = characters[cursor...]
    // What is put in may join the character before it, as an accent does: the whole is counted anew.
    characters = Array(head + String(tail))
    cursor = min(head.count, characters.count)
  }

  mutating func deleteBackward() {
    guard cursor > 0 else { return }
    delete(from: cursor - 1)
  }

  mutating func deleteForward() {
    guard cursor < characters.count else { return }
    characters.remove(at: cursor)
  }

  /// Deletes the word before the cursor and what separates it from the cursor, but no line break beyond a first one.
  mutating func deleteWord() {
    var start = cursor
    while start > lineStart, !isWordPart(characters[start - 1]) { start -= 1 }
    while start > lineStart, isWordPart(characters[start - 1]) { start -= 1 }
    if start == cursor { deleteBackward() } else { delete(from: start) }
  }

  /// Deletes from the line's start to the cursor.
  mutating func deleteToLineStart() {
    delete(from: lineStart)
  }

  mutating func moveLeft() { cursor = max(0, cursor - 1) }
  mutating func moveRight() { cursor = min(characters.count, cursor + 1) }
  mutating func moveToLineStart() { cursor = lineStart }
  mutating func moveToLineEnd() { cursor = lineEnd }

  /// Moves to the line above, as near to the same character of the line as there is one; `false` on the first line.
  mutating func moveUp() -> Bool {
    let start = lineStart
    guard start > 0 else { return false }
    let offset = cursor - start
    cursor = start - 1
    cursor = min(lineStart + offset, start - 1)
    return true
  }

  /// Moves to the line below, as near to the same character of the line as there is one; `false` on the last line.
  mutating func moveDown() -> Bool {
    let end = lineEnd
    guard end < characters.count else { return false }
    let offset = cursor - lineStart
    cursor = end + 1
    cursor = min(cursor + offset, lineEnd)
    return true
  }

  private var lineStart: Int {
    (characters[..<cursor].lastIndex(of: "\n") ?? -1) + 1
  }

  private var lineEnd: Int {
    characters[cursor...].firstIndex(of: "\n") ?? characters.count
  }

  private mutating func delete(from start: Int) {
    characters.removeSubrange(start..<cursor)
    cursor = start
  }

  private func isWordPart(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_"
  }
}

extension EditableText {
  /// The lines of the text, at least one, and where in them the cursor stands.
  var lines: (texts: [ArraySlice<Character>], cursorLine: Int, cursorOffset: Int) {
    let texts = characters.split(separator: "\n", omittingEmptySubsequences: false)
    let cursorLine = characters[..<cursor].reduce(0) { $1 == "\n" ? $0 + 1 : $0 }
    return (texts, cursorLine, cursor - lineStart)
  }
}
