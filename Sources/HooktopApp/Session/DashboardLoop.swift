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
    var shown: Surface?
    while let messages = await inbox.takeAll() {
      for message in messages {
        if case .input(.resized(let newSize)) = message { size = newSize }
        for effect in state.update(message) {
          if effect == .quit { return }
          perform(effect)
        }
      }
      var frame = Surface(size: size)
      state.draw(on: &frame, in: Rect(size))
      // Much of what is told changes nothing that can be seen: a page that was asked for anew, a clock between two seconds.
      if frame != shown {
        present(frame)
        shown = frame
      }
    }
  }
}
