import CatalogEvents
import EventRecords
import TerminalSurface

/// Two bodies held against one another, over the views: to compare two captures, or to look at what was edited before it is sent.
struct DifferenceState: Sendable {
  enum Purpose: Sendable, Hashable {
    case compare
    /// The new side is an edited body of a capture, to be sent or not.
    case review(captureID: Int64)
  }

  struct Side: Sendable, Hashable {
    /// `#511 acme/ops.alerts`.
    var name: String
    var body: [UInt8]
  }

  let purpose: Purpose
  let old: Side
  let new: Side
  private(set) var options = JSONDifference.Options()
  private(set) var difference: BodyDifference
  private(set) var text: DifferenceText
  private var pane = TextPane()
  private let theme: Theme

  init(_ purpose: Purpose, old: Side, new: Side, theme: Theme) {
    self.purpose = purpose
    self.old = old
    self.new = new
    self.theme = theme
    difference = BodyDifference(from: old.body, to: new.body)
    text = DifferenceText(DifferenceLines(difference, theme: theme).lines, theme: theme)
  }

  /// Where its keys stand in the key table.
  var context: KeyContext {
    purpose == .compare ? .difference : .review
  }

  mutating func update(_ command: Command, size: Size) {
    let size = Self.textSize(size)
    switch command {
    case .nextChange: jump(by: 1, size)
    case .previousChange: jump(by: -1, size)
    case .toggleTimestamp:
      options.comparesTimestamp.toggle()
      compare()
    case .toggleOrder:
      options.comparesOrder.toggle()
      compare()
    default: pane.apply(command, text: text, size: size)
    }
  }

  private mutating func compare() {
    difference = BodyDifference(from: old.body, to: new.body, options: options)
    text = DifferenceText(DifferenceLines(difference, theme: theme).lines, theme: theme)
    pane = TextPane()
  }

  /// Goes to another change, round at the ends.
  private mutating func jump(by step: Int, _ size: Size) {
    let count = text.starts.count
    guard count > 0 else { return }
    let next = text.selected.map { ($0 + step + count) % count } ?? (step > 0 ? 0 : count - 1)
    text.selected = next
    pane.show(text.starts[next], of: text, size: size)
  }

  /// The size of the text in a body of that size: below the title and the names of the two.
  private static func textSize(_ size: Size) -> Size {
    Size(columns: size.columns, rows: max(0, size.rows - 2))
  }
}

extension DifferenceState {
  func draw(on surface: inout Surface, in rect: Rect) {
    surface.fill(rect)
    let (title, below) = rect.splitTop(1)
    let (head, body) = below.splitTop(1)
    surface.writeHorizontalLine(row: title.row, column: title.column, columns: title.columns, style: theme.faint)
    surface.write(self.title, row: title.row, column: title.column + 1, limit: title.columns - 2)
    drawHead(on: &surface, in: head)
    pane.draw(text, on: &surface, in: body)
  }

  private var title: StyledLine {
    var spans = [StyledSpan(purpose == .compare ? " Compare " : " Edited, not sent yet ", theme.focusedTitle), StyledSpan("─")]
    spans.append(StyledSpan(" \(countText) ", theme.strong))
    if let selected = text.selected {
      spans += [StyledSpan("─"), StyledSpan(" \(selected + 1) of \(text.starts.count)\(path(of: selected)) ", theme.strong)]
    }
    if case .review = purpose, case .rejected(let reason) = EventReading(body: new.body) {
      spans += [StyledSpan("─"), StyledSpan(" ! no valid event: \(reason) ", theme.warning)]
    }
    if case .structure = difference {
      if options.comparesTimestamp { spans += [StyledSpan("─"), StyledSpan(" with timestamp ", theme.mode)] }
      if options.comparesOrder { spans += [StyledSpan("─"), StyledSpan(" with order ", theme.mode)] }
    }
    return StyledLine(spans)
  }

  private var countText: String {
    switch difference {
    case .none: return "nothing is different"
    case .text: return text.starts.count == 1 ? "1 change of text" : "\(text.starts.count) changes of text"
    case .structure(let structure):
      let count = structure.changes.count
      if structure.isCutOff { return "more than \(count) changes" }
      return count == 0 ? "no difference that counts" : count == 1 ? "1 change" : "\(count) changes"
    }
  }

  private func path(of change: Int) -> String {
    guard case .structure(let structure) = difference, structure.changes.indices.contains(change) else { return "" }
    return " " + TextWidth.truncate(structure.changes[change].path.description, to: 60)
  }

  /// The names of the two, each over its side.
  private func drawHead(on surface: inout Surface, in rect: Rect) {
    surface.fill(rect, style: theme.columnHead)
    let half = (rect.columns - 3) / 2
    surface.write(
      TextWidth.truncate("- " + old.name, to: half), row: rect.row, column: rect.column, limit: half, style: theme.columnHead)
    surface.write(
      TextWidth.truncate("+ " + new.name, to: half), row: rect.row, column: rect.column + half + 3, limit: half, style: theme.columnHead)
  }
}

extension TextPane {
  /// Scrolls so that a line is the first in view, as far as the text goes on below it.
  fileprivate mutating func show(_ line: Int, of text: DifferenceText, size: Size) {
    apply(.moveToStart, text: text, size: size)
    // Some lines above it stay in view, so that one sees where it stands.
    let wanted = max(0, line - size.rows / 4)
    var before = -1
    while topLine < wanted, topLine != before {
      before = topLine
      for _ in 0..<text.rows(of: topLine, columns: size.columns).count { apply(.moveDown, text: text, size: size) }
    }
  }
}
