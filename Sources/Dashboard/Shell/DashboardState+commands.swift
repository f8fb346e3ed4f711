import TerminalSurface

extension DashboardState {
  /// Carries out what a key asks for in the views.
  mutating func perform(_ command: Command) -> [Effect] {
    switch command {
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    case .quit: return quit()
    case .showHelp:
      overlay = .help(help(for: context))
      return []
    case .openCommandLine:
      openCommandLine()
      return []
    case .openPalette:
      overlay = .palette(PaletteState(entries: entries))
      return []
    case .openFilter:
      if view == .deliveries { openDeliveryFilter() } else { openFilter() }
      return []
    case .sortByNext, .sortByPrevious, .reverseSort: return changeSort(command)
    case .compose:
      isComposing = true
      return []
    case .showEvents:
      view = .events
      return []
    case .showDeliveries:
      guard view != .deliveries else { return [] }
      view = .deliveries
      return deliveries.activate(size: layout.body.size)
    case .unmarkAll, .markRange, .markAllShown, .toggleMark: return changeMarks(command)
    case .replay: return replay(to: nil)
    case .compare: return compare()
    case .edit: return edit()
    case .draftFromCapture: return draftFromCapture()
    case .cancelOrder: return cancelReplay()
    case .showStatistics: return showStatistics()
    case .showTimeline: return showTimeline()
    case .foldAttempts: return perform(.fold(!table.foldsAttempts))
    case .openCopyMenu:
      openCopyMenu()
      return []
    case .openExportMenu:
      openExportMenu()
      return []
    case .toggleSecrets:
      showSecrets(!showsSecrets)
      return []
    default:
      switch view {
      case .deliveries: return performInDeliveries(command)
      case .statistics: return performInStatistics(command)
      case .events: return performInEvents(command)
      }
    }
  }

  private mutating func performInDeliveries(_ command: Command) -> [Effect] {
    if command == .back || command == .leave {
      if deliveries.isDetailOpen { return deliveries.update(.back) }
      if command == .back, deliveries.filter != nil { return deliveries.show(nil) }
      view = .events
      return []
    }
    return deliveries.update(command)
  }

  private mutating func performInEvents(_ command: Command) -> [Effect] {
    switch command {
    case .openDetail:
      guard table.selectedID != nil else { return [] }
      if isDetailWhole { _ = detail.update(.toggleFold, size: layout.detailBody?.size ?? Size(columns: 0, rows: 0)) }
      isDetailWhole = true
      return []
    case .search:
      openSearch()
      return []
    case .back:
      if context == .detail, detail.search != nil {
        detail.endSearch()
        return []
      }
      return goBack() ? [] : takeFilterAway()
    case .leave: return goBack() ? [] : quit()
    case .nextPane, .previousPane:
      if !isDetailWhole, layout.detailBody != nil { focus = focus == .table ? .detail : .table }
      return []
    case .growDetail:
      detailShare = min(80, detailShare + 10)
      return []
    case .shrinkDetail:
      detailShare = max(20, detailShare - 10)
      return []
    case .toggleFollow, .togglePause: return table.update(command)
    case .nextTab, .previousTab:
      _ = detail.update(command, size: layout.detailBody?.size ?? Size(columns: 0, rows: 0))
      return []
    default:
      guard context == .detail else { return table.update(command) }
      _ = detail.update(command, size: layout.detailBody?.size ?? Size(columns: 0, rows: 0))
      return []
    }
  }

  /// Closes what lies on top, and says whether anything did.
  private mutating func goBack() -> Bool {
    if isDetailWhole {
      isDetailWhole = false
    } else if focus == .detail {
      focus = .table
    } else {
      return false
    }
    return true
  }

  /// Quits, or asks first while something is being sent.
  mutating func quit() -> [Effect] {
    guard !openOrders.isEmpty else { return [.quit] }
    let what = openOrders.count == 1 ? "A delivery is" : "\(openOrders.count) deliveries are"
    question = ConfirmQuestion(text: "\(what) under way. Quit and stop sending?", act: .quit)
    return []
  }

  /// Takes a key while a question waits. Ctrl-C means to quit, and where that was the question, means it.
  mutating func answer(_ question: ConfirmQuestion, key: Key, command: Command?) -> [Effect] {
    if command == .quit, key == .control("c") { return question.act == .quit ? [.quit] : quit() }
    if command == .redraw { return [.redraw] }
    if command == .suspend { return [.suspend] }
    switch question.answer(to: key) {
    case .yes:
      self.question = nil
      return perform(question.act)
    case .no:
      self.question = nil
      return []
    case nil: return []
    }
  }
}
