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
    case useMouse(Bool)
    /// Give the terminal to another program, and resume when that is done.
    case lend(CheckedContinuation<Void, Never>)
    case reclaim
  }

  private struct State {
    /// The newest frame that was not painted yet.
    var frame: Surface?
    var commands: [Command] = []
    var isClosed = false
    var size = Size(columns: 80, rows: 24)
  }

  private let state = Mutex(State())

  var size: Size {
    get { state.withLock { $0.size } }
    set { state.withLock { $0.size = newValue } }
  }

  /// Whether there is a frame to be painted.
  var hasFrame: Bool { state.withLock { $0.frame != nil } }

  /// Leaves a frame. The thread is woken for the first one only: it knows that one is owed, and takes the newest when it is due.
  func leave(_ frame: Surface) {
    let isFirst = state.withLock { state in
      guard !state.isClosed else { return false }
      defer { state.frame = frame }
      return state.frame == nil
    }
    if isFirst { hk_wake() }
  }

  func takeFrame() -> Surface? {
    state.withLock { $0.frame.take() }
  }

  func leave(_ command: Command) {
    let isOpen = state.withLock { state in
      guard !state.isClosed else { return false }
      state.commands.append(command)
      return true
    }
    if isOpen { hk_wake() } else { command.drop() }
  }

  func takeCommands() -> [Command] {
    state.withLock { state in
      defer { state.commands = [] }
      return state.commands
    }
  }

  /// Nothing is taken from here any more.
  func close() {
    let rest = state.withLock { state in
      state.isClosed = true
      defer { state.commands = [] }
      state.frame = nil
      return state.commands
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
