import CNCurses

/// Why there is no screen, as one sentence that names the mend.
public struct TerminalError: Error, Sendable, Hashable, CustomStringConvertible {
  public var description: String

  public init(_ description: String) {
    self.description = description
  }
}

extension TerminalError {
  static let alreadyOpen = TerminalError("the terminal already shows a screen: stop that one first")

  /// The failure that an opening stands for; `nil` for a success.
  init?(_ opening: hk_opening, terminalType: String) {
    switch opening {
    case HK_OPENED: return nil
    case HK_OUTPUT_IS_NO_TERMINAL:
      self.init("standard output is not a terminal: use `hooktop listen` to receive without a screen")
    case HK_INPUT_IS_NO_TERMINAL:
      self.init("standard input is not a terminal, so no key could be read: use `hooktop listen` to receive without a screen")
    case HK_NO_RESOURCES:
      self.init("the system has no memory or no file descriptor left for the screen: end other programs, or raise `ulimit -n`")
    default:
      self.init(
        terminalType.isEmpty
          ? "no kind of terminal is known here: install the package ncurses-base, or use `hooktop listen`"
          : "a terminal of type \"\(terminalType)\" cannot show a screen: set TERM to what it is, say xterm-256color, or use `hooktop listen`"
      )
    }
  }
}
