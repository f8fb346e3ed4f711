import Foundation

/// How bytes reach the clipboard of whoever sits at a terminal, over ssh as well: OSC 52, wrapped as the multiplexer in between wants it.
///
/// Terminals answer nothing to it, and some ignore it, so nobody can tell whether it arrived.
struct ClipboardSequence: Sendable, Hashable {
  enum Way: Sendable, Hashable {
    case plain
    /// tmux takes it for its own clipboard with `set-clipboard on`, and passes it on with `allow-passthrough on`.
    case tmux
    /// screen passes it on in pieces.
    case screen
  }

  /// The most base64 that terminals take: xterm's buffer, and hterm's, end near it.
  static let longestText = 74_994
  private static let screenPiece = 250

  let way: Way

  /// `nil` for a terminal that knows nothing of it and would print it.
  init?(environment: [String: String]) {
    let terminal = environment["TERM", default: ""]
    if environment["TMUX", default: ""].isEmpty == false || terminal.hasPrefix("tmux") {
      way = .tmux
    } else if environment["STY", default: ""].isEmpty == false || terminal.hasPrefix("screen") {
      way = .screen
    } else if terminal.isEmpty || ["linux", "dumb", "cons25", "ansi"].contains(terminal) || terminal.hasPrefix("vt") {
      return nil
    } else {
      way = .plain
    }
  }

  /// What is to be written to the terminal; `nil` when it is more than terminals take.
  func sequence(for content: [UInt8]) -> [UInt8]? {
    let text = Data(content).base64EncodedString()
    guard text.utf8.count <= Self.longestText else { return nil }
    let plain = "\u{1B}]52;c;\(text)\u{7}"
    switch way {
    case .plain: return Array(plain.utf8)
    case .tmux: return Array((plain + "\u{1B}Ptmux;\u{1B}" + plain + "\u{1B}\\").utf8)
    case .screen:
      var bytes: [UInt8] = []
      var rest = Array(plain.utf8)[...]
      while !rest.isEmpty {
        bytes += Array("\u{1B}P".utf8) + rest.prefix(Self.screenPiece) + Array("\u{1B}\\".utf8)
        rest = rest.dropFirst(Self.screenPiece)
      }
      return bytes
    }
  }
}

/// What became of something that was to be copied.
public enum ClipboardOutcome: Sendable, Hashable {
  /// It was handed to the terminal.
  case sent
  /// It is more than terminals take.
  case tooLarge
  /// The terminal has no clipboard that a program could reach.
  case unsupported

  /// Why it was not sent, as a clause; `nil` when it was.
  public var obstacle: String? {
    switch self {
    case .sent: nil
    case .tooLarge: "it is more than a terminal takes for its clipboard"
    case .unsupported: "this terminal has no clipboard that hooktop could reach"
    }
  }
}
