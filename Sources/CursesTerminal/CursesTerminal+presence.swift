import CNCurses
import Foundation

extension CursesTerminal {
  /// Throws unless standard input and output are a terminal: to be asked before anything is set up for a screen.
  ///
  /// `start` finds the same, and also whether a terminal of its kind can be driven.
  public static func requireTerminal() throws(TerminalError) {
    let presence = isatty(STDOUT_FILENO) == 0 ? HK_OUTPUT_IS_NO_TERMINAL : isatty(STDIN_FILENO) == 0 ? HK_INPUT_IS_NO_TERMINAL : HK_OPENED
    if let failure = TerminalError(presence, terminalType: "") { throw failure }
  }
}
