import EventRecords
import TerminalSurface

/// The help: the keys of the pane it was opened from first, then those of the others, then what the signs mean.
///
/// A cursor goes through its lines; the line of a key or of an act is run with Enter.
struct HelpState: Sendable, Hashable {
  enum Outcome: Sendable, Hashable {
    case stays
    case chosen(ActEntry)
    case left
  }

  let lines: [HelpLine]
  /// The line under the cursor.
  private(set) var cursor: Int
  private var scroll = ScrollPosition()
  /// The line that is typed into while something is searched.
  private(set) var prompt: PromptState?
  private var sought = ""
  /// Where the cursor stood when the search began.
  private var cursorBeforeSearch = 0

  init(lines: [HelpLine]) {
    self.lines = lines
    cursor = lines.firstIndex { !$0.isBlank && $0.entry != nil } ?? 0
  }

  mutating func update(_ key: Key, _ command: Command?, size: Size) -> Outcome {
    if prompt != nil {
      search(key, command, size)
      return .stays
    }
    switch command {
    case .back, .leave: return .left
    case .confirm:
      if lines.indices.contains(cursor), let entry = lines[cursor].entry { return .chosen(entry) }
    case .search:
      prompt = PromptState(.search, label: "/", placeholder: "a word of the help")
      cursorBeforeSearch = cursor
    case .nextMatch: find(from: cursor + 1, by: 1, size)
    case .previousMatch: find(from: cursor - 1, by: -1, size)
    case let command?: move(command, size)
    case nil: break
    }
    return .stays
  }

  mutating func paste(_ text: String, size: Size) {
    guard let outcome = prompt?.paste(text) else { return }
    take(outcome, size)
  }
}

// MARK: - Moving

extension HelpState {
  private mutating func move(_ command: Command, _ size: Size) {
    let page = max(1, size.rows - 1)
    switch command {
    case .moveDown: step(by: 1, count: 1)
    case .moveUp: step(by: -1, count: 1)
    case .pageDown: step(by: 1, count: page)
    case .pageUp: step(by: -1, count: page)
    case .halfPageDown: step(by: 1, count: max(1, size.rows / 2))
    case .halfPageUp: step(by: -1, count: max(1, size.rows / 2))
    case .moveToStart: cursor = lines.firstIndex { !$0.isBlank } ?? 0
    case .moveToEnd: cursor = lines.lastIndex { !$0.isBlank } ?? 0
    default: return
    }
    reveal(size)
  }

  /// Moves the cursor by lines, past blank ones.
  private mutating func step(by step: Int, count: Int) {
    var line = cursor
    for _ in 0..<count {
      guard let next = stride(from: line + step, to: step > 0 ? lines.count : -1, by: step).first(where: { !lines[$0].isBlank }) else {
        break
      }
      line = next
    }
    cursor = line
  }

  /// Puts the cursor on a line, as a click does.
  mutating func select(_ line: Int, size: Size) {
    guard lines.indices.contains(line), !lines[line].isBlank else { return }
    cursor = line
    reveal(size)
  }

  /// Moves the view by rows, as the wheel does; the cursor goes along only as far as it must to stay in view.
  mutating func scroll(by distance: Int, size: Size) {
    let rows = rows(columns: size.columns)
    for _ in 0..<abs(distance) { scroll.apply(distance > 0 ? .moveDown : .moveUp, lineCount: rows.count, rows: size.rows) }
    let shown = rows.dropFirst(scroll.top(lineCount: rows.count, rows: size.rows)).prefix(size.rows).map(\.line).filter {
      !lines[$0].isBlank
    }
    if let first = shown.first, let last = shown.last { cursor = min(max(cursor, first), last) }
  }

  private mutating func reveal(_ size: Size) {
    let rows = rows(columns: size.columns)
    guard let first = rows.firstIndex(where: { $0.line == cursor }), let last = rows.lastIndex(where: { $0.line == cursor }) else { return }
    scroll.reveal(last, rows: size.rows)
    // The heading above the first line of a part is seen with it.
    let isBelowHeading = cursor > 0 && lines[cursor - 1].isHeading
    scroll.reveal(isBelowHeading ? max(0, first - 1) : first, rows: size.rows)
  }

  /// The lines as they are broken at a width.
  private func rows(columns: Int) -> [(line: Int, text: StyledLine)] {
    lines.enumerated().flatMap { index, line in
      line.text.wrapped(columns: columns, indent: line.text.leadingSpaces, atWords: true).map { (index, $0) }
    }
  }
}

// MARK: - Searching

extension HelpState {
  private mutating func search(_ key: Key, _ command: Command?, _ size: Size) {
    guard let outcome = prompt?.update(key, command) else { return }
    take(outcome, size)
  }

  private mutating func take(_ outcome: PromptState.Outcome, _ size: Size) {
    switch outcome {
    case .stays, .completionWanted: break
    case .left:
      prompt = nil
      cursor = cursorBeforeSearch
      reveal(size)
    case .accepted:
      prompt = nil
    case .edited:
      sought = prompt?.text ?? ""
      let isFound = find(from: cursorBeforeSearch, by: 1, size)
      prompt?.issue = isFound || sought.isEmpty ? nil : PromptState.Issue(text: "nothing here says “\(sought)”")
    }
  }

  /// Goes to the nearest line with what is sought, from a line on and round at the end.
  @discardableResult
  private mutating func find(from start: Int, by step: Int, _ size: Size) -> Bool {
    guard !sought.isEmpty, !lines.isEmpty else { return false }
    let count = lines.count
    for offset in 0..<count {
      let line = ((start + step * offset) % count + count) % count
      if lines[line].says(sought) {
        cursor = line
        reveal(size)
        return true
      }
    }
    return false
  }
}

// MARK: - Drawing

extension HelpState {
  func draw(on surface: inout Surface, in rect: Rect, theme: Theme) {
    let (title, body) = rect.splitTop(1)
    surface.writeHorizontalLine(row: title.row, column: title.column, columns: title.columns, style: theme.faint)
    surface.write(" Help ", row: title.row, column: title.column + 1, limit: title.columns - 1, style: theme.focusedTitle)
    let rows = rows(columns: body.columns)
    let top = scroll.top(lineCount: rows.count, rows: body.rows)
    let shown = rows.dropFirst(top).prefix(body.rows)
    for (offset, row) in shown.enumerated() {
      let line = Rect(row: body.row + offset, column: body.column, rows: 1, columns: body.columns)
      surface.write(row.text, row: line.row, column: line.column, limit: line.columns)
      surface.mark(line, as: ClickTarget.entry(row.line))
      guard row.line == cursor else { continue }
      surface.restyle(line) { _ in theme.selection }
      if offset == 0 || rows[top + offset - 1].line != cursor {
        surface.cursor = Surface.Position(row: line.row, column: line.column)
      }
    }
    let first = (shown.first?.line ?? 0) + 1
    surface.writeRight(
      " \(first)-\((shown.last?.line ?? 0) + 1) of \(lines.count) ", row: title.row, endColumn: title.endColumn - 1,
      limit: max(0, title.columns - 10), style: theme.faint)
  }
}

/// What the help tells of this run of hooktop.
struct HelpSurroundings: Sendable, Hashable {
  var version: String
  var listeners: [ListenerStatus]
  var caBundlePath: String?
  var storePath: String?
  var notices: NoticeLog
  var clock: ClockFormat
  var signLimits = SignLimits()
}
