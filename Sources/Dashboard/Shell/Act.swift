import EventRecords

/// Something that the operator can have done, with all that it needs: what menus, questions, the command line and the palette carry out.
///
/// A key asks for a `Command`; an act is the fuller form, which can name a target, a file or a number.
enum Act: Sendable, Hashable {
  /// What a key does where the keyboard is now.
  case command(Command)
  /// Selects a capture by its number, in the table of events.
  case goTo(capture: Int64)
  /// Shows the events that a filter matches, or all for an empty text. One that cannot be read is told and changes nothing.
  case filter(String)
  /// Follows the newest row of the view, or stops.
  case follow(Bool)
  /// Has one row for all attempts of a Cloud Tasks task, or one for each.
  case fold(Bool)
  /// Holds the table of events, or lets it go on.
  case pause(Bool)
  /// Shows the screen in colours, or without any.
  case useColor(Bool)
  /// Sends the chosen captures again: to a target, when it is named and agreed to, else asks which.
  case replay(to: String?)
  /// The same after it was agreed to.
  case replayNow(ReplayOrder.Content, to: String)
  /// Removes the chosen captures for good, after a question.
  case delete
  case deleteNow([Int64])
  /// Copies something of the selected capture.
  case copy(CopyOrder.Content)
  /// Offers the selected capture's header lines, to copy one.
  case chooseHeader
  /// Writes what is marked, or else all that is shown; what is not said is asked for.
  case export(ExportFormat?, to: String?)
  /// Offers the formats, and then asks for a file.
  case chooseFormat(ExportOrder.Selection)
  case askForFile(ExportOrder.Selection, ExportFormat)
  /// Shows what is secret, or masks it again.
  case showSecrets(Bool)
  /// Has the terminal report the mouse, or leaves it to the terminal.
  case useMouse(Bool)
  /// Ends the program without asking any more.
  case quit
}

extension DashboardState {
  /// Carries out an act that was chosen or confirmed.
  mutating func perform(_ act: Act) -> [Effect] {
    switch act {
    case .command(let command): return perform(command)
    case .goTo(let id):
      view = .events
      return table.go(to: id)
    case .filter(let text): return filter(text)
    case .follow(let wanted):
      let isFollowing = view == .deliveries ? deliveries.isFollowing : table.isFollowing
      return wanted == isFollowing ? [] : perform(.toggleFollow)
    case .fold(let wanted):
      view = .events
      return wanted == table.foldsAttempts ? [] : table.fold(wanted)
    case .pause(let wanted): return wanted == table.isPaused ? [] : table.update(.togglePause)
    case .useColor(let wanted):
      theme = Theme(usesColor: wanted)
      detail.show(in: theme)
      return []
    case .replay(let target): return replay(to: target)
    case .replayNow(let content, let target): return start(content, to: target)
    case .delete: return askToDelete()
    case .deleteNow(let ids): return [.deleteCaptures(ids)]
    case .copy(let content): return copy(content)
    case .chooseHeader:
      openHeaderMenu()
      return []
    case .export(let format, let path): return export(format, to: path)
    case .chooseFormat(let selection):
      overlay = .menu(.formats(of: selection))
      return []
    case .askForFile(let selection, let format):
      askForFile(selection, format)
      return []
    case .showSecrets(let wanted):
      showSecrets(wanted)
      return []
    case .useMouse(let isWanted):
      let text = isWanted ? "the mouse selects, opens and scrolls" : "the mouse is the terminal's: text can be selected with it"
      notices.post(Notice(.information, text), at: now)
      return [.useMouse(isWanted)]
    case .quit: return [.quit]
    }
  }
}
