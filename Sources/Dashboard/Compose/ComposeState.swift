import EventRecords
import TerminalSurface

/// The compose form: an event is filled in, shown as it will be sent, and fired.
///
/// The dashboard keeps one for as long as it runs, open or not, because the numbers of send orders rise in it.
struct ComposeState: Sendable, Hashable {
  init(values: ComposeValues?) {
  }

  mutating func update(_ input: InputEvent, in context: ComposeContext) -> ComposeResult {
    ComposeResult(closes: input == .key(.escape))
  }

  /// Takes in how far a send order has come.
  mutating func update(_ progress: SendProgress) {
  }

  func draw(on surface: inout Surface, in rect: Rect, context: ComposeContext) {
  }
}
