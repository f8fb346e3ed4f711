public import TerminalSurface

/// The real terminal: one thread that owns every curses call, draws surfaces, and reads keys, resizes and signals.
public final class CursesTerminal: Sendable {
  /// What the terminal tells the program.
  public enum Event: Sendable, Hashable {
    case input(InputEvent)
    /// SIGTERM, SIGINT or SIGHUP came, or the terminal is gone: the program should end.
    case terminationRequested
  }

  /// Takes the terminal over. `onEvent` is called on the terminal's thread, in order, and must return at once.
  ///
  /// Throws `TerminalError` when standard input or output is not a terminal, or none of its kind can be driven.
  public static func start(onEvent: @escaping @Sendable (Event) -> Void) throws(TerminalError) -> CursesTerminal {
    fatalError("interface")
  }

  /// The terminal's size when it was last asked.
  public var size: Size { fatalError("interface") }
  /// Whether colours are shown: the terminal has some and `NO_COLOR` is not set.
  public var usesColor: Bool { fatalError("interface") }

  /// Leaves the newest frame for the terminal's thread; one that was not drawn yet is dropped for it.
  public func present(_ surface: Surface) { fatalError("interface") }
  /// Draws the whole screen anew.
  public func redraw() { fatalError("interface") }
  /// Stops the whole process until the shell continues it; then the screen is drawn anew.
  public func suspend() { fatalError("interface") }
  /// Gives the terminal back and ends the thread. Returns when it is done; a second call does nothing.
  public func stop() { fatalError("interface") }
}

/// Why there is no screen, as one sentence that names the mend.
public struct TerminalError: Error, Sendable, Hashable, CustomStringConvertible {
  public var description: String

  public init(_ description: String) {
    self.description = description
  }
}
