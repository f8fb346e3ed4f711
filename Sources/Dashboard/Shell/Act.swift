/// Something that the operator can have done, with all that it needs: what menus, questions, the command line and the palette carry out.
///
/// A key asks for a `Command`; an act is the fuller form, which can name a target, a file or a number.
enum Act: Sendable, Hashable {
  /// What a key does where the keyboard is now.
  case command(Command)
  /// Ends the program without asking any more.
  case quit
}

extension DashboardState {
  /// Carries out an act that was chosen or confirmed.
  mutating func perform(_ act: Act) -> [Effect] {
    switch act {
    case .command(let command): return perform(command)
    case .quit: return [.quit]
    }
  }
}
