import CatalogEvents
import EventRecords
import TerminalSurface

/// The detail of the selected capture: its tabs, and where each is scrolled to.
struct EventDetailState: Sendable {
  /// What is shown of the capture that came last; it stays until the next one is there, with its own number in the title.
  struct Shown: Sendable {
    var id: Int64
    /// `nil` when the store has it no more.
    var summary: CaptureSummary?
    var event: EventText
    var headers: StyledText
    /// Made when it is first looked at.
    var raw: BodyText?
    var capture: Capture?
  }

  private(set) var tab = DetailTab.event
  private(set) var shown: Shown?
  private var panes: [DetailTab: TextPane] = [:]
  private var wantedID: Int64?
  private var askedID: Int64?
  private var secondsWaited = 0
  private var theme: Theme

  /// What is masked in headers and paths.
  private(set) var mask: SecretMask

  init(theme: Theme, mask: SecretMask = SecretMask()) {
    self.theme = theme
    self.mask = mask
  }

  /// Shows a capture, once it is loaded. At most one is being loaded at a time: while rows rush by, only the last counts.
  mutating func select(_ id: Int64?) -> [Effect] {
    wantedID = id
    if id == nil { shown = nil }
    return ask()
  }

  private mutating func ask() -> [Effect] {
    guard let wantedID, askedID == nil, shown?.id != wantedID else { return [] }
    askedID = wantedID
    secondsWaited = 0
    return [.loadCapture(id: wantedID)]
  }

  mutating func captureLoaded(id: Int64, capture: Capture?) -> [Effect] {
    if askedID == id { askedID = nil }
    if id == wantedID { show(id, capture) }
    return ask()
  }

  /// Shows the same in another look.
  mutating func show(in theme: Theme) {
    self.theme = theme
    if let shown { show(shown.id, shown.capture) }
  }

  private mutating func show(_ id: Int64, _ capture: Capture?) {
    panes = [:]
    if let capture {
      shown = Shown(
        id: id, summary: capture.summary, event: EventText(capture, theme: theme), headers: .headers(of: mask(capture), theme: theme),
        capture: capture)
    } else {
      let gone = StyledText(lines: [StyledLine("#\(id) is no longer in the store.", theme.warning)])
      shown = Shown(id: id, summary: nil, event: .message(gone), headers: gone)
    }
    prepare()
  }

  /// Shows the same with other secrets hidden.
  mutating func hide(_ mask: SecretMask) {
    self.mask = mask
    if let shown { show(shown.id, shown.capture) }
  }

  mutating func secondPassed() -> [Effect] {
    if tab == .event { shown?.event.extend(by: 20_000) }
    guard askedID != nil else { return [] }
    secondsWaited += 1
    guard secondsWaited > 5 else { return [] }
    askedID = nil
    return ask()
  }

  /// Takes a command, and says whether it was one of the detail's own.
  mutating func update(_ command: Command, size: Size) -> Bool {
    switch command {
    case .nextTab:
      tab = tab.advanced(by: 1)
      prepare()
      return true
    case .previousTab:
      tab = tab.advanced(by: -1)
      prepare()
      return true
    default: break
    }
    guard shown != nil else { return false }
    if tab == .event { makeLines(for: command, rows: size.rows) }
    guard let text = text else { return false }
    return scroll(command, text, size)
  }

  private mutating func scroll(_ command: Command, _ text: some PaneText, _ size: Size) -> Bool {
    panes[tab, default: TextPane()].apply(command, text: text, size: size)
  }

  /// Makes the lines that a move may reach.
  private mutating func makeLines(for command: Command, rows: Int) {
    // No copy of the text may be held here: its lines would be copied with it when they grow.
    guard shown?.event.isComplete == false, let lineCount = shown?.event.lineCount else { return }
    if command == .moveToEnd {
      shown?.event.extend(by: JSONLines.limit + 1)
    } else if pane.topLine + 4 * rows > lineCount {
      shown?.event.extend(by: 5_000)
    }
  }

  private mutating func prepare() {
    if tab == .raw, let capture = shown?.capture, shown?.raw == nil { shown?.raw = .raw(of: mask(capture), theme: theme) }
  }

  var pane: TextPane { panes[tab] ?? TextPane() }

  /// The text of the tab that is shown.
  var text: (any PaneText)? {
    guard let shown else { return nil }
    return switch tab {
    case .event: shown.event
    case .headers: shown.headers
    case .raw: shown.raw ?? shown.headers
    }
  }
}
