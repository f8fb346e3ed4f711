import CatalogEvents
import TerminalSurface

extension EventDetailState {
  /// Takes a command, and says whether it was one of the detail's own.
  mutating func update(_ command: Command, size: Size) -> Bool {
    switch command {
    case .nextTab, .previousTab:
      tab = tab.advanced(by: command == .nextTab ? 1 : -1)
      prepare()
      return true
    case .toggleBytes:
      guard tab == .raw else { return false }
      isHex.toggle()
      panes[.raw] = nil
      remake([.raw])
      return true
    case .nextMatch, .previousMatch:
      goToMatch(forwards: command == .nextMatch, size: textSize(size))
      return true
    default: break
    }
    let size = textSize(size)
    if showsTree { return updateTree(command, size) }
    guard let text else { return false }
    return scroll(command, text, size)
  }

  /// Moves the view by some rows, as the wheel does; the cursor goes along only as far as it must to stay in view.
  mutating func scroll(by rows: Int, size: Size, isFocused: Bool) {
    let size = Size(columns: size.columns, rows: size.rows - footRows(of: size.rows, isFocused: isFocused))
    if showsTree {
      makeLines(for: .moveDown, rows: size.rows)
      guard let event = shown?.event else { return }
      tree.scroll(by: rows, text: event, size: size)
    } else if let text {
      scroll(by: rows, text, size)
    }
  }

  private mutating func scroll(by rows: Int, _ text: some PaneText, _ size: Size) {
    panes[tab, default: TextPane()].move(by: rows, text, size)
  }

  private mutating func scroll(_ command: Command, _ text: some PaneText, _ size: Size) -> Bool {
    panes[tab, default: TextPane()].apply(command, text: text, size: size)
  }

  /// Whether what is shown has a cursor, and values that can be folded.
  var showsTree: Bool {
    guard tab == .event, case .document = shown?.event else { return false }
    return true
  }

  /// The size of the text when the detail has the keyboard: the lowest row tells the path and what was found.
  func textSize(_ size: Size) -> Size {
    Size(columns: size.columns, rows: size.rows - footRows(of: size.rows, isFocused: true))
  }

  /// How many rows the path and the outcome of a search take.
  func footRows(of rows: Int, isFocused: Bool) -> Int {
    let isWanted = search != nil || isFocused && showsTree
    return isWanted && rows >= 4 ? 1 : 0
  }
}

extension EventDetailState {
  private mutating func updateTree(_ command: Command, _ size: Size) -> Bool {
    switch command {
    case .toggleWrapping: toggleWrapping(size)
    case .toggleFold: toggleFold(size)
    case .toggleAllFolds: toggleAllFolds(size)
    case .leaveValue: leaveValue(size)
    case .enterValue: enterValue(size)
    case .nextValue:
      var next: Int?
      shown?.event.edit { [tree] text in
        next = text.lines.nextValue(after: tree.cursor)
        while next == nil, !text.isComplete {
          text.lines.extend(by: 1_000)
          next = text.lines.nextValue(after: tree.cursor)
        }
      }
      if let next { moveCursor(to: next, size) }
    case .previousValue:
      if let previous = lines?.previousValue(before: tree.cursor) { moveCursor(to: previous, size) }
    default:
      makeLines(for: command, rows: size.rows)
      guard let event = shown?.event else { return false }
      return tree.apply(command, text: event, size: size)
    }
    return true
  }

  /// Makes the lines that a move may reach.
  private mutating func makeLines(for command: Command, rows: Int) {
    // No copy of the text may be held here: its lines would be copied with it when they grow.
    guard shown?.event.isComplete == false, let lineCount = shown?.event.lineCount else { return }
    if command == .moveToEnd {
      shown?.event.extend(by: JSONLines.limit + 1)
    } else if max(tree.pane.topLine, tree.cursor) + 4 * rows > lineCount {
      shown?.event.extend(by: 5_000)
    }
  }

  private var lines: JSONLines? { shown?.event.document?.lines }

  private mutating func moveCursor(to line: Int, _ size: Size) {
    guard let event = shown?.event else { return }
    tree.move(to: line, text: event, size: size)
  }

  private mutating func setFolded(_ isFolded: Bool, line: Int, _ size: Size) {
    shown?.event.edit { text in
      text.lines.setFolded(isFolded, line: line)
      text.lines.extend(by: 1_000)
    }
    moveCursor(to: line, size)
  }

  private mutating func toggleFold(_ size: Size) {
    guard let lines, let line = lines.container(of: tree.cursor) else { return }
    setFolded(!lines.lines[line].isFolded, line: line, size)
  }

  /// Folds what is open, or else goes to what it lies in.
  private mutating func leaveValue(_ size: Size) {
    guard let lines else { return }
    let owner = lines.owner(of: tree.cursor)
    if let parent = lines.parent(of: owner) {
      if lines.lines[owner].isOpening { setFolded(true, line: owner, size) } else { moveCursor(to: parent, size) }
    } else {
      moveCursor(to: owner, size)
    }
  }

  /// Unfolds what is folded, or goes into what is open.
  private mutating func enterValue(_ size: Size) {
    guard let lines else { return }
    let line = lines.lines[tree.cursor]
    if line.isFolded {
      setFolded(false, line: tree.cursor, size)
    } else if line.isOpening {
      moveCursor(to: tree.cursor + 1, size)
    }
  }

  private mutating func toggleAllFolds(_ size: Size) {
    keepingCursor(size) { lines in lines.setFolds(lines.folds.isEmpty ? .all : .none) }
  }

  private mutating func toggleWrapping(_ size: Size) {
    isWrapping.toggle()
    keepingCursor(size) { [isWrapping] lines in lines.setWrapping(isWrapping) }
  }

  /// Makes the lines anew in another way, and puts the cursor on what it was on, or on that in which it is hidden now.
  private mutating func keepingCursor(_ size: Size, _ change: (inout JSONLines) -> Void) {
    guard let lines else { return }
    let offset = lines.start(of: lines.lines[lines.owner(of: tree.cursor)])
    shown?.event.edit { text in
      change(&text.lines)
      text.lines.extend(by: 1_000)
      text.lines.extend(through: offset)
    }
    moveCursor(to: self.lines?.lineIndex(containing: offset) ?? 0, size)
  }
}

extension EventDetailState {
  /// The way to the value under the cursor; `nil` where there is no cursor.
  var cursorPath: JSONPath? {
    showsTree ? lines?.path(at: tree.cursor) : nil
  }

  /// The value under the cursor as it is spelled; `nil` where there is no cursor.
  var cursorValue: [UInt8]? {
    guard showsTree, let lines, let range = lines.value(at: tree.cursor)?.byteRange else { return nil }
    return Array(lines.document.bytes[range])
  }
}
