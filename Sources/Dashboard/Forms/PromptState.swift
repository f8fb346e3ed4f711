import EventRecords
import TerminalSurface

/// One line to type into at the foot of the screen, with a history and, where its owner offers them, completions.
///
/// It knows nothing of what the text means: whoever opened it is told of each change, and puts an issue beside it.
struct PromptState: Sendable, Hashable {
  /// What is asked for, which says who is told of its changes.
  enum Purpose: Sendable, Hashable {
    /// The name of an act and its arguments.
    case command
    /// A text that is looked for in the detail.
    case search
    /// The file that an export is written to.
    case exportFile(ExportOrder.Selection, ExportFormat)
    /// Which events the table shows.
    case filter
    /// Which deliveries their list shows.
    case deliveryFilter
    /// The URL to which something is sent again.
    case replayTarget(ReplayOrder.Content)
  }

  enum Outcome: Sendable, Hashable {
    case stays
    /// The text has changed.
    case edited
    case accepted
    /// Closed without being accepted.
    case left
    /// Tab was pressed; whoever knows what fits calls `complete`.
    case completionWanted
  }

  /// What is wrong with the text, and from which character on.
  struct Issue: Sendable, Hashable {
    /// From 1; `nil` when it is about the whole.
    var column: Int?
    var text: String
  }

  let purpose: Purpose
  /// What stands before the text: `/`, `:`, `Replay to`.
  let label: String
  private(set) var field: EditableText
  /// Set by the owner after each change.
  var issue: Issue?
  /// What the owner has to say about the text while nothing is wrong: `3 of 17`.
  var remark = ""
  /// What the owner has to say at the foot of the screen while nothing is wrong.
  var hint = ""
  /// Shown while the text is empty.
  var placeholder: String

  /// Earlier texts, oldest first.
  private let history: [String]
  /// Which of them is shown; `history.count` is the text that is being typed.
  private var historyIndex: Int
  private var typed = ""
  /// What Tab goes through, and which is shown.
  private var completions: [String] = []
  private var completionIndex: Int?

  init(_ purpose: Purpose, label: String, text: String = "", placeholder: String = "", history: [String] = []) {
    self.purpose = purpose
    self.label = label
    self.placeholder = placeholder
    self.history = history
    field = EditableText(text)
    historyIndex = history.count
  }

  var text: String { field.text }

  mutating func update(_ key: Key, _ command: Command?) -> Outcome {
    switch command {
    case .confirm: return .accepted
    case .close: return .left
    case .previousEntry: return recall(historyIndex - 1)
    case .nextEntry: return recall(historyIndex + 1)
    case .complete: return nextCompletion()
    default: break
    }
    // Backspace in an empty line closes it, as in an editor's command line.
    if key == .backspace, field.isEmpty { return .left }
    let before = field
    guard field.take(key, as: .line) else { return .stays }
    return changed(from: before)
  }

  mutating func paste(_ text: String) -> Outcome {
    let before = field
    field.paste(text, as: .line)
    return changed(from: before)
  }

  private mutating func changed(from before: EditableText) -> Outcome {
    guard field.characters != before.characters else { return .stays }
    completions = []
    completionIndex = nil
    historyIndex = history.count
    return .edited
  }

  private mutating func recall(_ index: Int) -> Outcome {
    guard (0...history.count).contains(index), index != historyIndex else { return .stays }
    if historyIndex == history.count { typed = text }
    historyIndex = index
    field = EditableText(index == history.count ? typed : history[index])
    completions = []
    completionIndex = nil
    return .edited
  }

  private mutating func nextCompletion() -> Outcome {
    guard let index = completionIndex, completions.count > 1 else { return .completionWanted }
    completionIndex = (index + 1) % completions.count
    field = EditableText(completions[(index + 1) % completions.count])
    return .edited
  }

  /// Offers whole texts, the best first: the first is taken, and Tab goes on to the next.
  mutating func complete(with texts: [String]) -> Outcome {
    guard let first = texts.first else { return .stays }
    completions = texts
    completionIndex = 0
    guard first != text else { return .stays }
    field = EditableText(first)
    return .edited
  }

  /// Draws the line in place of the status line, and what is to be said about it in place of the footer.
  func draw(on surface: inout Surface, status: Rect, footer: Rect, theme: Theme) {
    guard !status.isEmpty else { return }
    surface.fill(status)
    let start = surface.write(label + " ", row: status.row, column: status.column + 1, limit: status.columns - 1, style: theme.accent)
    let room = status.endColumn - 1 - start
    let remarkColumns = remark.isEmpty || issue != nil ? 0 : TextWidth.columns(of: remark) + 2
    let columns = remarkColumns < room / 2 ? room - remarkColumns : room
    TextField(text: field, placeholder: placeholder, isFocused: true).draw(
      on: &surface, row: status.row, column: start, columns: columns, theme: theme)
    if columns < room {
      surface.writeRight(remark, row: status.row, endColumn: status.endColumn - 1, limit: remarkColumns, style: theme.strong)
    }
    guard !footer.isEmpty else { return }
    guard let issue else { return drawNote(on: &surface, in: footer, theme: theme) }
    surface.fill(footer)
    let width = footer.columns - 2
    // The mark stands under the place that is wrong, unless the text is scrolled away from it.
    let offset = issue.column.map { TextWidth.columns(of: String(field.characters.prefix($0 - 1))) } ?? 0
    let isInView = issue.column != nil && TextWidth.columns(of: text) + 2 < columns && start + offset + 10 < footer.endColumn
    let sentence = issue.column.map { isInView ? "^ " + issue.text : "column \($0): " + issue.text } ?? issue.text
    let column = isInView ? start + offset : footer.column + 1
    let fits = TextWidth.columns(of: sentence) <= footer.endColumn - column
    let shown = fits || !isInView ? sentence : issue.column.map { "column \($0): " + issue.text } ?? sentence
    surface.write(
      TextWidth.truncate(shown, to: width), row: footer.row, column: fits ? column : footer.column + 1, limit: width, style: theme.failure)
  }

  /// Draws what Tab goes through, the one that is shown marked, or else the hint.
  private func drawNote(on surface: inout Surface, in footer: Rect, theme: Theme) {
    guard completions.count > 1 || !hint.isEmpty else { return }
    surface.fill(footer)
    let width = footer.columns - 2
    guard let index = completionIndex, completions.count > 1 else {
      surface.write(TextWidth.truncate(hint, to: width), row: footer.row, column: footer.column + 1, limit: width, style: theme.text)
      return
    }
    // What all have in common stands in the line already.
    let words = completions.map { $0.split(separator: " ").last.map(String.init) ?? $0 }
    let widths = words.map { TextWidth.columns(of: $0) + 2 }
    var start = index
    while start > 0, widths[start - 1...index].reduce(0, +) + 4 <= width { start -= 1 }
    var column = footer.column + 1
    if start > 0 { column = surface.write("… ", row: footer.row, column: column, limit: width, style: theme.faint) }
    for (offset, word) in words[start...].enumerated() {
      let room = footer.endColumn - 1 - column
      guard room >= widths[start + offset] || offset == 0 else {
        surface.write("…", row: footer.row, column: column, limit: room, style: theme.faint)
        break
      }
      column = surface.write(
        word, row: footer.row, column: column, limit: room, style: start + offset == index ? theme.selection : theme.text)
      column += 2
    }
  }
}
