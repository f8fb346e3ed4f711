import TerminalSurface

extension EditableText {
  /// Whether a text has one line, in which Enter and the vertical arrows mean nothing, or any number of them.
  enum Shape: Sendable, Hashable {
    case line, lines
  }

  /// Takes a key that edits the text or moves the cursor in it; `false` when the key has no meaning here.
  mutating func take(_ key: Key, as shape: Shape) -> Bool {
    switch key {
    case .character(let character): insert(String(character))
    case .backspace: deleteBackward()
    case .delete: deleteForward()
    case .left: moveLeft()
    case .right: moveRight()
    case .home: moveToLineStart()
    case .end: moveToLineEnd()
    case .control("u"): deleteToLineStart()
    case .control("w"): deleteWord()
    case .enter where shape == .lines: insert("\n")
    case .up where shape == .lines: return moveUp()
    case .down where shape == .lines: return moveDown()
    default: return false
    }
    return true
  }

  /// Puts pasted text in. In a text of one line, line breaks at its end are left out and others become spaces.
  mutating func paste(_ pasted: String, as shape: Shape) {
    var characters = pasted.map { $0 == "\r\n" || $0 == "\r" ? "\n" : $0 }
    if shape == .line {
      while characters.last == "\n" { characters.removeLast() }
      characters = characters.map { $0 == "\n" ? " " : $0 }
    }
    insert(String(characters))
  }
}
