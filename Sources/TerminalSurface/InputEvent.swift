/// What a person did at the terminal.
public enum InputEvent: Sendable, Hashable {
  case key(Key)
  /// Text pasted in one piece (bracketed paste); it is never read as keys.
  case paste(String)
  case resized(Size)
  case mouse(MouseEvent)
  /// The terminal's window got or lost the keyboard.
  case focusChanged(Bool)
}

/// A key, as far as a terminal can tell keys apart. There are no Meta keys: Esc and then a letter are two keys.
public enum Key: Sendable, Hashable {
  /// A character that was typed, the space included.
  case character(Character)
  /// Ctrl and a lower-case letter, apart from those that are keys of their own (Tab is Ctrl-I, Enter is Ctrl-M).
  case control(Character)
  case enter, escape, tab, backTab, backspace, delete, insert
  case up, down, left, right, home, end, pageUp, pageDown
  /// F1 to F12.
  case function(Int)
}
