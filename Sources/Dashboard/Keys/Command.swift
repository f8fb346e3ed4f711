/// What a key asks the dashboard to do.
enum Command: Sendable, Hashable, CaseIterable {
  case moveDown, moveUp, pageDown, pageUp, halfPageDown, halfPageUp, moveToStart, moveToEnd
  case openDetail
  /// One step back: closes what lies on top. On the first view there is nothing to close.
  case back
  /// One step back, and out of the program on the first view.
  case leave
  case quit
  case nextPane, previousPane, nextTab, previousTab
  case showEvents, showDeliveries
  case compose
  case toggleFollow, togglePause
  case growDetail, shrinkDetail
  case toggleMark, markRange, markAllShown, unmarkAll, replay, compare, edit, draftFromCapture
  case openCopyMenu, openExportMenu, toggleSecrets
  case nextChange, previousChange, toggleTimestamp, toggleOrder
  case toggleFold, toggleAllFolds, leaveValue, enterValue, nextValue, previousValue, toggleWrapping, toggleBytes
  case showHelp
  case openCommandLine, openPalette
  case search, nextMatch, previousMatch
  case openFilter, sortByNext, sortByPrevious, reverseSort
  case redraw, suspend
  case fire, nextField, previousField, nextChoice, previousChoice, confirm, addRow, removeRow, cancelOrder, close
  case previousEntry, nextEntry, complete
  case showStatistics, showTimeline, moveLeft, moveRight, startSpan, excludeValue, foldAttempts
}

/// Where a key is pressed: the pane that has the keyboard.
enum KeyContext: String, Sendable, Hashable, CaseIterable {
  case table, detail, deliveries, statistics, timeline, compose, menu, prompt, palette, difference, review, help

  /// As a heading and in the key table.
  var title: String {
    switch self {
    case .table: "Events"
    case .detail: "Detail"
    case .deliveries: "Deliveries"
    case .statistics: "Statistics"
    case .timeline: "Timeline"
    case .compose: "Compose"
    case .menu: "Menu"
    case .prompt: "Prompt"
    case .palette: "Palette"
    case .difference: "Difference"
    case .review: "Edited"
    case .help: "Help"
    }
  }
}
