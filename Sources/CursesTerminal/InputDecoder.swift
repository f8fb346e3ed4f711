import CNCurses
import TerminalSurface

/// Turns the bytes and keys that curses reads into what a person did.
///
/// A value without a clock: whoever feeds it waits for `pending` and calls `flush` when nothing more came.
struct InputDecoder {
  /// One reading.
  enum Unit: Equatable {
    case byte(UInt8)
    case key(hk_key)
  }

  /// What has begun and not ended.
  enum Pending: Equatable {
    case nothing
    /// An escape character: curses has already waited for what may follow it.
    case escape
    /// The sequence of a key or a report that we do not know.
    case sequence
    case paste
  }

  private enum State {
    case ground
    case escape
    /// After `ESC [` or `ESC O`, with what came since.
    case control(Unicode.Scalar, [Unicode.Scalar])
    /// After `ESC ]` and the like: text for a terminal, up to BEL or `ESC \`.
    case string([Unicode.Scalar])
    /// In `paste`.
    case paste
  }

  /// Longer than any sequence that a terminal sends by itself.
  private static let longestSequence = 1024

  private var state = State.ground
  /// Apart from `state`, in which every character would copy all before it.
  private var paste = PasteCollector()
  private var characters = UTF8Assembler()
  /// What came of a mouse report of the old form, which is bytes and no text; `nil` outside one.
  private var oldReport: [UInt8]?

  var pending: Pending {
    if oldReport != nil { return .sequence }
    return switch state {
    case .ground: .nothing
    case .escape: .escape
    case .control, .string: .sequence
    case .paste: .paste
    }
  }

  /// Takes one reading in.
  mutating func read(_ unit: Unit) -> [InputEvent] {
    switch unit {
    case .byte(let byte):
      if let report = oldReport { return read(oldReport: report + [byte]) }
      return characters.read(byte).flatMap { read($0) }
    case .key(let code):
      // No key belongs to a sequence: what had begun was something else.
      return flush() + read(code)
    }
  }

  /// Nothing more comes: what had begun was typed by hand, or is all there will be.
  mutating func flush() -> [InputEvent] {
    defer { state = .ground }
    oldReport = nil
    switch state {
    case .ground: return []
    case .escape: return [.key(.escape)]
    case .control(let introducer, let rest): return typed([introducer] + rest)
    case .string(let scalars): return scalars.count < Self.longestSequence ? typed(scalars) : []
    case .paste: return [endPaste()]
    }
  }

  private func typed(_ scalars: [Unicode.Scalar]) -> [InputEvent] {
    [.key(.escape)] + scalars.compactMap { Key(typed: $0).map(InputEvent.key) }
  }

  private mutating func read(_ scalar: Unicode.Scalar) -> [InputEvent] {
    switch state {
    case .ground:
      if scalar == "\u{1B}" {
        state = .escape
        return []
      }
      return Key(typed: scalar).map { [.key($0)] } ?? []

    case .escape:
      switch scalar {
      case "[", "O": state = .control(scalar, [])
      case "]", "P", "X", "^", "_": state = .string([scalar])
      case "\u{1B}": return [.key(.escape)]
      default:
        state = .ground
        return [.key(.escape)] + read(scalar)
      }
      return []

    case .control(let introducer, let rest):
      switch scalar.value {
      case 0x20...0x3F where rest.count < Self.longestSequence: state = .control(introducer, rest + [scalar])
      case 0x1B: state = .escape
      default:
        state = .ground
        if introducer == "[", rest.first == "<" { return mouse(rest.dropFirst(), end: scalar) }
      }
      return []

    case .string(let scalars):
      switch scalar {
      case "\u{07}": state = .ground
      case "\\" where scalars.last == "\u{1B}": state = .ground
      default: state = .string(scalars.suffix(Self.longestSequence - 1) + [scalar])
      }
      return []

    case .paste:
      return paste.append(scalar) ? [endPaste()] : []
    }
  }

  private func mouse(_ parameters: ArraySlice<Unicode.Scalar>, end: Unicode.Scalar) -> [InputEvent] {
    guard end == "M" || end == "m" else { return [] }
    let text = String(String.UnicodeScalarView(parameters))
    return MouseReport.event(text, isRelease: end == "m").map { [.mouse($0)] } ?? []
  }

  private mutating func read(oldReport bytes: [UInt8]) -> [InputEvent] {
    guard bytes.count == 3 else {
      oldReport = bytes
      return []
    }
    oldReport = nil
    return MouseReport.event(old: bytes).map { [.mouse($0)] } ?? []
  }

  private mutating func endPaste() -> InputEvent {
    defer { paste = PasteCollector() }
    state = .ground
    return .paste(paste.text)
  }

  private mutating func read(_ code: hk_key) -> [InputEvent] {
    switch code {
    case HK_KEY_PASTE_BEGIN:
      state = .paste
      return []
    case HK_KEY_MOUSE:
      state = .control("[", ["<"])
      return []
    case HK_KEY_OLD_MOUSE:
      oldReport = []
      return []
    case HK_KEY_FOCUS_IN: return [.focusChanged(true)]
    case HK_KEY_FOCUS_OUT: return [.focusChanged(false)]
    default: return Key(code).map { [.key($0)] } ?? []
    }
  }
}

extension Key {
  /// The key that sends a character; `nil` for one that no key of ours sends.
  init?(typed scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x08, 0x7F: self = .backspace
    case 0x09: self = .tab
    case 0x0A, 0x0D: self = .enter
    case 0x1B: self = .escape
    case 0x01...0x1A: self = .control(Character(Unicode.Scalar(UInt8(scalar.value + 0x60))))
    case 0x1C...0x1F: self = .control(Character(Unicode.Scalar(UInt8(scalar.value + 0x40))))
    case 0x00, 0x80...0x9F: return nil
    default: self = .character(Character(scalar))
    }
  }

  /// The key that curses names; `nil` for one that is none of ours.
  init?(_ code: hk_key) {
    switch code {
    case HK_KEY_UP: self = .up
    case HK_KEY_DOWN: self = .down
    case HK_KEY_LEFT: self = .left
    case HK_KEY_RIGHT: self = .right
    case HK_KEY_HOME: self = .home
    case HK_KEY_END: self = .end
    case HK_KEY_PAGE_UP: self = .pageUp
    case HK_KEY_PAGE_DOWN: self = .pageDown
    case HK_KEY_INSERT: self = .insert
    case HK_KEY_DELETE: self = .delete
    case HK_KEY_BACKSPACE: self = .backspace
    case HK_KEY_ENTER: self = .enter
    case HK_KEY_BACK_TAB: self = .backTab
    default:
      guard HK_KEY_F1.rawValue..<HK_KEY_COUNT.rawValue ~= code.rawValue else { return nil }
      self = .function(Int(code.rawValue - HK_KEY_F1.rawValue) + 1)
    }
  }
}
