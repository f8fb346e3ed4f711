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
    var capture: Capture?
    /// `nil` until the store has told.
    var relations: CaptureRelations?
    var event: EventText
    /// The texts of the other tabs, each made when it is first looked at.
    var others: [DetailTab: any SearchableText] = [:]
  }

  var tab = DetailTab.event
  var shown: Shown?
  var panes: [DetailTab: TextPane] = [:]
  /// The view on the Event tab while that is a document.
  var tree = CursorPane()
  /// Whether the Raw tab shows bytes and not text.
  var isHex = false
  /// Whether long strings of an event are shown whole.
  var isWrapping = true
  var search: DetailSearch?
  private(set) var theme: Theme
  let clock: ClockFormat
  /// What is hidden of headers, paths and targets.
  private(set) var mask: SecretMask

  private var wantedID: Int64?
  private var askedID: Int64?
  private var secondsWaited = 0
  /// Whose relations are being looked for.
  private var askedRelationsID: Int64?
  private var relationsSecondsWaited = 0

  init(theme: Theme, clock: ClockFormat, mask: SecretMask = SecretMask()) {
    self.theme = theme
    self.clock = clock
    self.mask = mask
  }
}

extension EventDetailState {
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

  private mutating func askForRelations() -> [Effect] {
    guard let shown, shown.capture != nil, shown.id == wantedID, askedRelationsID != shown.id else { return [] }
    askedRelationsID = shown.id
    relationsSecondsWaited = 0
    return [.loadRelations(id: shown.id)]
  }

  mutating func captureLoaded(id: Int64, capture: Capture?) -> [Effect] {
    if askedID == id { askedID = nil }
    guard id == wantedID else { return ask() }
    show(id, capture)
    askedRelationsID = nil
    return ask() + askForRelations()
  }

  mutating func relationsLoaded(id: Int64, relations: CaptureRelations) {
    if askedRelationsID == id { askedRelationsID = nil }
    guard shown?.id == id, shown?.relations != relations else { return }
    shown?.relations = relations
    noteDrift()
    remake([.schema, .delivery])
  }

  /// Something was committed: it may have been sent from the capture that is shown.
  mutating func storeChanged() -> [Effect] {
    tab == .delivery ? askForRelations() : []
  }

  mutating func secondPassed() -> [Effect] {
    if tab == .event { shown?.event.extend(by: 20_000) }
    var effects: [Effect] = []
    if askedRelationsID != nil {
      relationsSecondsWaited += 1
      if relationsSecondsWaited > 5 {
        askedRelationsID = nil
        effects = askForRelations()
      }
    }
    guard askedID != nil else { return effects }
    secondsWaited += 1
    guard secondsWaited > 5 else { return effects }
    askedID = nil
    return effects + ask()
  }
}

extension EventDetailState {
  /// Shows the same in another look.
  mutating func show(in theme: Theme) {
    self.theme = theme
    remakeAll()
  }

  /// Shows the same with other secrets hidden.
  mutating func hide(_ mask: SecretMask) {
    self.mask = mask
    remake([.headers, .raw, .delivery])
  }

  private mutating func remakeAll() {
    guard let shown else { return }
    let places = (tree, panes)
    show(shown.id, shown.capture)
    self.shown?.relations = shown.relations
    noteDrift()
    (tree, panes) = places
  }

  private mutating func show(_ id: Int64, _ capture: Capture?) {
    panes = [:]
    tree = CursorPane()
    search?.tabs = []
    if let capture {
      var event = EventText(capture, theme: theme)
      if !isWrapping {
        event.edit { text in
          text.lines.setWrapping(false)
          text.lines.extend(by: 1_000)
        }
      }
      shown = Shown(id: id, summary: capture.summary, capture: capture, event: event)
    } else {
      let gone = LinesText([StyledLine("#\(id) is no longer in the store.", theme.warning)], theme: theme)
      shown = Shown(id: id, event: .message(gone))
    }
    prepare()
  }

  /// Makes the texts of some tabs anew, each when it is looked at.
  mutating func remake(_ tabs: [DetailTab]) {
    for tab in tabs {
      shown?.others[tab] = nil
      search?.tabs.remove(tab)
    }
    prepare()
  }

  /// Makes the text of the tab that is shown, and finds in it what is sought.
  mutating func prepare() {
    if tab != .event, let capture = shown?.capture, shown?.others[tab] == nil {
      let text = makeText(of: capture)
      shown?.others[tab] = text
    }
    applySearch()
  }

  private func makeText(of capture: Capture) -> (any SearchableText)? {
    switch tab {
    case .event: nil
    case .headers: LinesText.headers(of: mask(capture), theme: theme)
    case .schema: SchemaTab.text(of: capture, relations: shown?.relations, theme: theme, clock: clock)
    case .raw: RawTab.text(of: capture, masked: mask(capture), isHex: isHex, theme: theme)
    case .delivery:
      DeliveryTab(capture: mask(capture), relations: shown?.relations, mask: mask, theme: theme, clock: clock).text
    }
  }

  /// Says beside the schema of an event what has changed in it.
  private mutating func noteDrift() {
    guard let capture = shown?.capture, let note = SchemaTab.note(on: capture, relations: shown?.relations) else { return }
    shown?.event.edit { text in
      let offset = EventNotes.schemaOffset(in: text.lines.document)
      text.notes[offset] = (text.notes[offset] ?? []).filter { $0.kind != .drift } + [note]
    }
  }

  /// The text of the tab that is shown.
  var text: (any SearchableText)? {
    guard let shown else { return nil }
    return tab == .event ? shown.event : shown.others[tab] ?? shown.event
  }
}
