import TerminalSurface

/// The reports of the mouse that terminals send once they are asked to, in the SGR form and in the one of old.
enum MouseReport {
  /// Reads what stands between `ESC [ <` and the `M` or `m` at the end: the button, the column and the row.
  static func event(_ parameters: some StringProtocol, isRelease: Bool) -> MouseEvent? {
    let numbers = parameters.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) }
    guard numbers.count == 3, let button = numbers[0], let column = numbers[1], let row = numbers[2] else { return nil }
    return event(button: button, column: column, row: row, isRelease: isRelease)
  }

  /// Reads the three bytes after `ESC [ M`, each of them 32 more than what it says. A release does not say of which button.
  static func event(old bytes: [UInt8]) -> MouseEvent? {
    guard bytes.count == 3, bytes.allSatisfy({ $0 >= 32 }) else { return nil }
    let button = Int(bytes[0]) - 32
    let isRelease = button & 0b11 == 3 && button & 64 == 0
    return event(
      button: isRelease ? button & ~0b11 : button, column: Int(bytes[1]) - 32, row: Int(bytes[2]) - 32, isRelease: isRelease)
  }

  /// Columns and rows count from 1. Extra buttons, and moves without a button, are no events of ours.
  private static func event(button code: Int, column: Int, row: Int, isRelease: Bool) -> MouseEvent? {
    guard (0..<128).contains(code), (1...0xFFFF).contains(column), (1...0xFFFF).contains(row) else { return nil }
    let kind: MouseEvent.Kind
    if code & 64 != 0 {
      kind = .wheel([.up, .down, .left, .right][code & 0b11])
    } else {
      guard code & 0b11 < 3 else { return nil }
      let button = [MouseEvent.Button.left, .middle, .right][code & 0b11]
      kind = isRelease ? .release(button) : code & 32 != 0 ? .drag(button) : .press(button, clicks: 1)
    }
    var modifiers: MouseEvent.Modifiers = []
    if code & 4 != 0 { modifiers.insert(.shift) }
    if code & 8 != 0 { modifiers.insert(.alt) }
    if code & 16 != 0 { modifiers.insert(.control) }
    return MouseEvent(kind, row: row - 1, column: column - 1, modifiers: modifiers)
  }
}
