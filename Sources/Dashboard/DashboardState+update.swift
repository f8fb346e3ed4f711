import EventRecords
import TerminalSurface

extension DashboardState {
  /// Takes a fact in and returns the work that must follow, in order.
  public mutating func update(_ message: Message) -> [Effect] {
    var effects = take(message)
    effects += settle()
    return effects
  }

  private mutating func take(_ message: Message) -> [Effect] {
    switch message {
    case .input(let input): return take(input)
    case .ticked(let time):
      now = time
      table.now = time
      deliveries.now = time
      rate.ticked(time, received: table.counts?.received)
      return table.secondPassed() + detail.secondPassed() + (view == .deliveries ? deliveries.secondPassed() : [])
        + (view == .statistics ? statistics.secondPassed(now: time) : [])
        + pace.secondPassed(columns: size.columns)
    case .storeChanged:
      statistics.storeChanged()
      pace.storeChanged()
      return table.storeChanged() + detail.storeChanged() + (view == .deliveries ? deliveries.storeChanged() : [])
    case .pageLoaded(let page):
      let effects = table.update(page)
      tellWhatWasMissed()
      tellWhatTheFilterShows()
      return effects
    case .filterValuesLoaded(let values): return complete(with: values)
    case .captureLoaded(let id, let capture):
      take(compared: id, capture)
      take(drafted: id, capture)
      return detail.captureLoaded(id: id, capture: capture)
    case .deliveriesLoaded(let page): return deliveries.update(page)
    case .idsLoaded(let found):
      mark(found)
      return []
    case .bodyEdited(let result):
      take(result)
      return []
    case .capturesDeleted(let ids, let count): return captures(ids, areDeleted: count)
    case .statisticsLoaded(let loaded):
      statistics.update(loaded)
      return []
    case .paceLoaded(let loaded, let generation):
      pace.update(loaded, generation: generation)
      return []
    case .timelineLoaded(let timeline): return take(timeline)
    case .relationsLoaded(let id, let relations):
      detail.relationsLoaded(id: id, relations: relations)
      return []
    case .sendProgressed(let progress):
      if progress.isEnded { openOrders.remove(progress.order) }
      if openOrders.isEmpty, question?.act == .quit { question = nil }
      form.update(progress)
      take(replay: progress)
      deliveries.update(progress)
      return []
    case .listenersChanged(let listeners):
      self.listeners = listeners
      return []
    case .noticePosted(let notice):
      notices.post(notice, at: now)
      return []
    case .storeFailed(let reason):
      storeFailure = reason.map { StoreFailure(reason: $0, since: storeFailure?.since ?? now) }
      return []
    }
  }

  /// Brings the parts into line with one another: each knows its size, and the detail shows what is selected.
  private mutating func settle() -> [Effect] {
    let layout = layout
    if case .palette(var palette) = overlay {
      palette.resize(bodyRows: layout.body.rows)
      overlay = .palette(palette)
    }
    if layout.detailBody == nil, !isDetailWhole { focus = .table }
    var effects = table.resize(rows: layout.tableRows.rows)
    effects += table.start()
    effects += pace.start(columns: size.columns)
    if view == .deliveries { effects += deliveries.resize(to: layout.body.size) }
    if view == .statistics { effects += statistics.resize(to: layout.body.size) + statistics.show(table.filter) }
    if view == .events, layout.detailBody != nil, layout.arrangement != .line { effects += detail.select(table.selectedID) }
    return effects
  }

  private mutating func take(_ input: InputEvent) -> [Effect] {
    switch input {
    case .resized(let size):
      self.size = size
      return []
    case .focusChanged: return []
    case .mouse(let event): return take(event)
    case .paste(let text):
      if question != nil { return [] }
      if let overlay { return paste(text, in: overlay) }
      return isComposing ? compose(input) : []
    case .key(let key): return press(key)
    }
  }

  /// Takes a key, wherever the keyboard is.
  mutating func press(_ key: Key) -> [Effect] {
    let command = KeyTable.command(for: key, in: context)
    if let question { return answer(question, key: key, command: command) }
    if let command, [.redraw, .suspend, .quit].contains(command) { return perform(command) }
    if let overlay { return take(key, command, in: overlay) }
    if let command, [.showHelp, .openPalette].contains(command) { return perform(command) }
    if isComposing { return compose(.key(key)) }
    guard let command else { return [] }
    return perform(command)
  }

  private mutating func compose(_ input: InputEvent) -> [Effect] {
    let result = form.update(input, in: composeContext)
    if result.closes { isComposing = false }
    for case .send(let order) in result.effects { openOrders.insert(order.order) }
    return result.effects
  }

  /// Closes the form as Esc does there.
  mutating func closeForm() -> [Effect] {
    isComposing = false
    return form.close(in: composeContext).effects
  }

  /// The help for a pane; what it lists is run as if the pane had the keyboard.
  func help(for context: KeyContext) -> HelpState {
    let bindings = KeyTable.bindings(in: context)
    return HelpState(
      lines: HelpText.lines(
        context: context, surroundings: helpSurroundings, theme: theme,
        entry: { binding in
          var entry = entry(for: binding)
          if !bindings.contains(binding) {
            let places = KeyContext.allCases.filter(binding.contexts.contains).map(\.title)
            entry?.obstacle = "that key works in another place: \(places.joined(separator: ", "))"
          }
          return entry
        },
        named: { self.entry(for: $0, bindings) }))
  }

  private var helpSurroundings: HelpSurroundings {
    HelpSurroundings(
      version: environment.version, listeners: listeners, caBundlePath: environment.caBundlePath, storePath: environment.storePath,
      notices: notices, clock: clock, signLimits: environment.signLimits)
  }
}
