import CNCurses
import Synchronization
import TerminalSurface

/// What other threads leave for the terminal's thread, and what it lets them know.
final class Mailbox: Sendable {
  enum Command: Sendable {
    case redraw
    case suspend
    case stop
    case send([UInt8])
    /// Give the terminal to another program, and resume when that is done.
    case lend(CheckedContinuation<Void, Never>)
    case reclaim
  }

  struct Mail {
    /// The newest frame, if one came since the last time.
    var frame: Surface?
    var commands: [Command] = []
  }

  private struct State {
    var mail = Mail()
    /// Whether the thread was woken for what is in `mail`: it is woken once, however much comes.
    var isRung = false
    var isClosed = false
    var size = Size(columns: 80, rows: 24)

    /// Whether the thread must be woken.
    mutating func ring() -> Bool {
      defer { isRung = true }
      return !isRung
    }
  }

  private let state = Mutex(State())

  var size: Size {
    get { state.withLock { $0.size } }
    set { state.withLock { $0.size = newValue } }
  }

  func leave(_ frame: Surface) {
    let rings = state.withLock { state in
      guard !state.isClosed else { return false }
      state.mail.frame = frame
      return state.ring()
    }
    if rings { hk_wake() }
  }

  func leave(_ command: Command) {
    let (rings, isClosed) = state.withLock { state in
      guard !state.isClosed else { return (false, true) }
      state.mail.commands.append(command)
      return (state.ring(), false)
    }
    if rings { hk_wake() }
    if isClosed { command.drop() }
  }

  /// Takes what there is. The thread is woken anew for what comes later.
  func take() -> Mail {
    state.withLock { state in
      state.isRung = false
      let mail = state.mail
      state.mail = Mail()
      return mail
    }
  }

  /// Nothing is taken from here any more.
  func close() {
    let rest = state.withLock { state in
      state.isClosed = true
      let rest = state.mail.commands
      state.mail = Mail()
      return rest
    }
    for command in rest { command.drop() }
  }
}

extension Mailbox.Command {
  /// Lets nobody wait for an answer that will not come.
  func drop() {
    if case .lend(let continuation) = self { continuation.resume() }
  }
}
