import CNCurses
import Foundation
import Synchronization
public import TerminalSurface

/// The real terminal: one thread that owns every curses call, draws surfaces, and reads keys, resizes and signals.
///
/// Whatever ends the process, the terminal is given back in the state in which it was found, and then what was printed meanwhile is shown.
/// While it is taken, standard output and error go nowhere near the screen: they are kept back, the last of them if it is much.
public final class CursesTerminal: Sendable {
  /// What the terminal tells the program.
  public enum Event: Sendable, Hashable {
    case input(InputEvent)
    /// SIGTERM, SIGINT or SIGHUP came, or the terminal is gone: the program should end.
    case terminationRequested
  }

  /// curses' state is the process's: there is one screen at a time.
  private static let isOpen = Mutex(false)

  private let mailbox: Mailbox
  private let thread: ObjectIdentifier
  private let ended: DispatchGroup
  /// `nil` where the terminal has none that could be reached.
  private let clipboard: ClipboardSequence?
  /// Whether colours are shown: the terminal has some and `NO_COLOR` is not set.
  public let usesColor: Bool

  /// Takes the terminal over. `onEvent` is called on the terminal's thread, in order, and must return at once.
  ///
  /// Throws `TerminalError` when standard input or output is not a terminal, or none of its kind can be driven.
  public static func start(onEvent: @escaping @Sendable (Event) -> Void) throws(TerminalError) -> CursesTerminal {
    let isFirst = isOpen.withLock { isOpen in
      defer { isOpen = true }
      return !isOpen
    }
    guard isFirst else { throw .alreadyOpen }
    do throws(TerminalError) {
      return try CursesTerminal(onEvent: onEvent)
    } catch {
      isOpen.withLock { $0 = false }
      throw error
    }
  }

  private init(onEvent: @escaping @Sendable (Event) -> Void) throws(TerminalError) {
    let environment = ProcessInfo.processInfo.environment
    let wantsColor = environment["NO_COLOR", default: ""].isEmpty
    let mailbox = Mailbox()
    let opening = Opening()
    let ended = DispatchGroup()

    hk_guard_stack()
    ended.enter()
    let thread = Thread {
      hk_guard_stack()
      let outcome = hk_open(wantsColor)
      guard outcome == HK_OPENED else {
        ended.leave()
        opening.finish(outcome, colors: 0)
        return
      }
      let colors = Int(hk_colors())
      mailbox.size = TerminalLoop.currentSize()
      let loop = TerminalLoop(mailbox: mailbox, palette: ColorPalette(colors: colors), onEvent: onEvent)
      opening.finish(outcome, colors: colors)
      loop.run()
      mailbox.close()
      hk_close()
      Self.isOpen.withLock { $0 = false }
      ended.leave()
    }
    thread.name = "terminal"
    thread.start()

    let (outcome, colors) = opening.wait()
    if let error = TerminalError(outcome, terminalType: environment["TERM", default: ""]) { throw error }
    self.mailbox = mailbox
    self.thread = ObjectIdentifier(thread)
    self.ended = ended
    usesColor = colors > 0
    clipboard = ClipboardSequence(environment: environment)
  }

  /// The terminal's size when it was last asked.
  public var size: Size { mailbox.size }

  /// Leaves the newest frame for the terminal's thread; one that was not drawn yet is dropped for it. Never waits.
  public func present(_ surface: Surface) { mailbox.leave(surface) }

  /// Draws the whole screen anew.
  public func redraw() { mailbox.leave(.redraw) }

  /// Has the terminal report the mouse, or leaves the mouse to the terminal, whose user can then select text with it. Off at the start.
  public func useMouse(_ isWanted: Bool) { mailbox.leave(.useMouse(isWanted)) }

  /// Stops the whole process until the shell continues it; then the screen is drawn anew.
  public func suspend() { mailbox.leave(.suspend) }

  /// Puts bytes on the clipboard of whoever sits at the terminal, over ssh as well, and says whether that could be asked for.
  ///
  /// Terminals answer nothing to it, some ignore it, and tmux takes it only with `set-clipboard on` or `allow-passthrough on`.
  public func copy(_ bytes: [UInt8]) -> ClipboardOutcome {
    guard let clipboard else { return .unsupported }
    guard let sequence = clipboard.sequence(for: bytes) else { return .tooLarge }
    mailbox.leave(.send(sequence))
    return .sent
  }

  /// Gives the terminal to another program, an editor say, while `body` runs; no key is read and nothing is drawn meanwhile.
  ///
  /// The other program's Ctrl-C and Ctrl-Z are its own. Frames that are presented meanwhile are drawn afterwards, the newest of them.
  public func lend<Result, Failure: Error>(
    isolation: isolated (any Actor)? = #isolation, to body: () async throws(Failure) -> Result
  ) async throws(Failure) -> Result {
    await withCheckedContinuation { mailbox.leave(.lend($0)) }
    defer { mailbox.leave(.reclaim) }
    return try await body()
  }

  /// Runs a program, found by `PATH`, on the terminal, and returns its exit status when it has ended (128 and the signal's number for a signal);
  /// `nil` when it could not be started.
  ///
  /// Unlike a `Process` it is in the terminal's foreground, so that it may read keys and be stopped by Ctrl-Z, together with this process.
  public func run(_ command: [String], isolation: isolated (any Actor)? = #isolation) async -> Int32? {
    await lend {
      await withCheckedContinuation { continuation in
        // A thread of its own: it waits for as long as the program runs.
        Thread { continuation.resume(returning: Self.exitStatus(of: command)) }.start()
      }
    }
  }

  private static func exitStatus(of command: [String]) -> Int32? {
    guard !command.isEmpty else { return nil }
    let arguments = command.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    let status = hk_run(arguments)
    guard status >= 0 else { return nil }
    let signal = status & 0x7F
    return signal == 0 ? status >> 8 & 0xFF : 128 + signal
  }

  /// Gives the terminal back and ends the thread. Returns when it is done; a second call does nothing.
  ///
  /// Called from within `onEvent`, it returns at once, and the thread ends after that.
  public func stop() {
    mailbox.leave(.stop)
    if ObjectIdentifier(Thread.current) != thread { ended.wait() }
  }
}

/// How the thread tells its maker what became of the opening.
private final class Opening: Sendable {
  private let outcome = Mutex<(hk_opening, Int)>((HK_NO_RESOURCES, 0))
  private let done = DispatchSemaphore(value: 0)

  func finish(_ opening: hk_opening, colors: Int) {
    outcome.withLock { $0 = (opening, colors) }
    done.signal()
  }

  func wait() -> (hk_opening, colors: Int) {
    done.wait()
    return outcome.withLock { $0 }
  }
}
