import TerminalSurface

/// What lies over the views and has the keyboard until it is closed; there is one at most.
enum Overlay: Sendable {
  case help(HelpState)
  case menu(MenuState)
  case prompt(PromptState)
  case palette(PaletteState)
  case timeline(TimelineState)
  case difference(DifferenceState)

  /// Where its keys stand in the key table.
  var context: KeyContext {
    switch self {
    case .help(let help): help.prompt == nil ? .help : .prompt
    case .menu: .menu
    case .prompt: .prompt
    case .palette: .palette
    case .timeline: .timeline
    case .difference(let state): state.context
    }
  }
}

extension DashboardState {
  /// Takes a key while something lies over the views.
  mutating func take(_ key: Key, _ command: Command?, in overlay: Overlay) -> [Effect] {
    switch overlay {
    case .help(var help):
      let outcome = help.update(key, command, size: layout.helpText)
      self.overlay = .help(help)
      switch outcome {
      case .stays: return []
      case .left: self.overlay = nil
      case .chosen(let entry): return run(entry)
      }
      return []
    case .menu(var menu):
      let outcome = menu.update(key, command)
      self.overlay = .menu(menu)
      switch outcome {
      case .stays: return []
      case .left: self.overlay = nil
      case .refused(let obstacle): notices.post(Notice(.warning, obstacle), at: now)
      case .chosen(let act):
        self.overlay = nil
        return perform(act)
      }
      return []
    case .difference(let state): return take(command, in: state)
    case .prompt(var prompt):
      let outcome = prompt.update(key, command)
      self.overlay = .prompt(prompt)
      return take(outcome, of: prompt)
    case .palette(var palette):
      let outcome = palette.update(key, command)
      self.overlay = .palette(palette)
      switch outcome {
      case .stays: return []
      case .left: self.overlay = nil
      case .chosen(let entry): return run(entry)
      }
      return []
    case .timeline(let timeline): return take(command, in: timeline)
    }
  }

  /// Takes text that was pasted while something lies over the views.
  mutating func paste(_ text: String, in overlay: Overlay) -> [Effect] {
    if case .help(var help) = overlay {
      help.paste(text, size: layout.helpText)
      self.overlay = .help(help)
    }
    if case .palette(var palette) = overlay {
      palette.paste(text)
      self.overlay = .palette(palette)
    }
    guard case .prompt(var prompt) = overlay else { return [] }
    let outcome = prompt.paste(text)
    self.overlay = .prompt(prompt)
    return take(outcome, of: prompt)
  }

  /// What follows from a change of a prompt, by what it is for.
  private mutating func take(_ outcome: PromptState.Outcome, of prompt: PromptState) -> [Effect] {
    if prompt.purpose == .deliveryFilter { return takeDeliveryFilter(outcome, prompt) }
    if prompt.purpose == .filter { return takeFilter(outcome, prompt) }
    if prompt.purpose == .command { return takeCommandLine(outcome, prompt) }
    if case .replayTarget(let content) = prompt.purpose { return take(outcome, of: prompt, for: content) }
    if case .exportFile(let selection, let format) = prompt.purpose { return take(outcome, of: prompt, for: selection, format) }
    if prompt.purpose == .search {
      takeSearch(outcome, prompt)
      return []
    }
    switch outcome {
    case .stays, .edited, .completionWanted: return []
    case .left:
      overlay = nil
      return []
    case .accepted:
      overlay = nil
      return []
    }
  }

  /// Draws what lies over the views.
  func drawOverlay(on surface: inout Surface, _ layout: ScreenLayout) {
    switch overlay {
    // The help takes the place of the view, and is drawn there.
    case .help(let help): help.prompt?.draw(on: &surface, status: layout.status, footer: layout.footer, theme: theme)
    case nil: break
    case .timeline(let timeline):
      timeline.draw(on: &surface, in: layout.body, theme: theme, clock: clock, limits: environment.signLimits)
    case .difference(let state): state.draw(on: &surface, in: layout.body)
    case .menu(let menu): menu.draw(on: &surface, in: layout.body, theme: theme)
    case .palette(let palette): palette.draw(on: &surface, in: layout.body, theme: theme)
    case .prompt(let prompt):
      // What was edited stays in sight while it is asked where to.
      if case .replayTarget(.edited) = prompt.purpose { replays.review?.draw(on: &surface, in: layout.body) }
      prompt.draw(on: &surface, status: layout.status, footer: layout.footer, theme: theme)
    }
  }
}
