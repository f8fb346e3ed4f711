import Dashboard
import TerminalSurface

/// The one owner of the dashboard's state: takes what was posted, moves the state, has the effects performed, shows the result.
struct DashboardLoop: Sendable {
  var inbox: Inbox
  /// Leaves a frame for the terminal.
  var present: @Sendable (Surface) -> Void
  /// Starts the work of an effect and returns at once; what comes of it is posted to the inbox.
  var perform: @Sendable (Effect) -> Void

  /// Runs until the state asks to quit or the inbox is closed.
  func run(_ state: DashboardState, size: Size) async {
    var state = state
    var size = size
    show(state, size)
    while let messages = await inbox.takeAll() {
      for message in messages {
        if case .input(.resized(let newSize)) = message { size = newSize }
        for effect in state.update(message) {
          if effect == .quit { return }
          perform(effect)
        }
      }
      show(state, size)
    }
  }

  private func show(_ state: DashboardState, _ size: Size) {
    var surface = Surface(size: size)
    state.draw(on: &surface, in: Rect(size))
    present(surface)
  }
}
