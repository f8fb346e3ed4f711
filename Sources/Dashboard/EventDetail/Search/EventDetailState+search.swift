import TerminalSurface

extension EventDetailState {
  /// Seeks another text, and goes to its first match at or below the place that is in view; nothing is sought for an empty one.
  mutating func seek(_ text: String, size: Size) {
    guard search?.text.text != text else { return }
    endSearch()
    guard !text.isEmpty else { return }
    search = DetailSearch(text)
    applySearch()
    let size = textSize(size)
    if let first = firstMatchInView(size) { go(toMatch: first, size: size) }
  }

  /// Seeks nothing any more.
  mutating func endSearch() {
    guard let search else { return }
    if search.tabs.contains(.event) { shown?.event.highlights = Highlights() }
    for tab in search.tabs { shown?.others[tab]?.highlights = Highlights() }
    self.search = nil
  }

  /// Looks through the tab that is shown, unless that was done.
  mutating func applySearch() {
    guard var search, !search.tabs.contains(tab), let found = text?.find(search.text) else { return }
    setHighlights(found)
    search.tabs.insert(tab)
    search.remark = nil
    self.search = search
  }

  /// Goes to the next match, or to the one before; at the end of the text it goes on from its beginning, and says so.
  mutating func goToMatch(forwards: Bool, size: Size) {
    guard search != nil, let found = text?.highlights, !found.isEmpty else { return }
    search?.remark = nil
    guard let current = found.current else {
      let first = firstMatchInView(size) ?? 0
      let wanted = forwards ? first : (first + found.count - 1) % found.count
      return go(toMatch: wanted, size: size)
    }
    let next = current + (forwards ? 1 : -1)
    if next == found.count { search?.remark = .fromTheBeginning }
    if next < 0 { search?.remark = .fromTheEnd }
    go(toMatch: (next + found.count) % found.count, size: size)
  }

  /// `3 of 17`, `17 found`, or that there is none; `nil` while nothing is sought.
  var searchStatus: String? {
    guard let search, let found = text?.highlights else { return nil }
    guard !found.isEmpty else { return "“\(TextWidth.truncate(search.text.text, to: 30))” is not in this tab" }
    let count = String(found.count) + (found.count >= Highlights.limit ? "+" : "")
    let place = found.current.map { "\($0 + 1) of \(count)" } ?? "\(count) found"
    return place + (search.remark.map { ", " + $0.text } ?? "")
  }
}

extension EventDetailState {
  private mutating func setHighlights(_ highlights: Highlights) {
    if tab == .event {
      shown?.event.highlights = highlights
    } else {
      shown?.others[tab]?.highlights = highlights
    }
  }

  /// The first match at or below the cursor or the first line in view, or else the very first; `nil` when there is none.
  private func firstMatchInView(_ size: Size) -> Int? {
    guard let text, !text.highlights.isEmpty else { return nil }
    let found = text.highlights
    var low = 0
    var high = found.count
    if showsTree, let lines = shown?.event.document?.lines, lines.lines.indices.contains(tree.cursor) {
      let offset = lines.start(of: lines.lines[tree.cursor])
      return firstIndex(below: &high, &low) { (found.bodyRange($0)?.lowerBound ?? 0) >= offset }
    }
    let top = panes[tab]?.topLine ?? 0
    return firstIndex(below: &high, &low) { (text.line(ofMatch: $0) ?? .max) >= top }
  }

  private func firstIndex(below high: inout Int, _ low: inout Int, where isPast: (Int) -> Bool) -> Int {
    let count = high
    while low < high {
      let middle = (low + high) / 2
      if isPast(middle) { high = middle } else { low = middle + 1 }
    }
    return low == count ? 0 : low
  }

  private mutating func go(toMatch index: Int, size: Size) {
    guard var found = text?.highlights else { return }
    found.current = index
    setHighlights(found)
    if showsTree {
      revealInTree(index, size)
    } else if let text, let line = text.line(ofMatch: index) {
      let place = TextPlace(line: line, row: rowOfMatch(in: line, of: text, size) ?? 0)
      reveal(place, in: text, size)
    } else {
      search?.remark = .notShown
    }
  }

  private mutating func reveal(_ place: TextPlace, in text: some PaneText, _ size: Size) {
    panes[tab, default: TextPane()].reveal(place, text: text, size: size)
  }

  /// Unfolds what hides a match, makes the lines up to it, and puts the cursor there.
  private mutating func revealInTree(_ index: Int, _ size: Size) {
    guard let range = shown?.event.highlights.bodyRange(index) else { return }
    shown?.event.edit { text in
      text.lines.unfold(around: range.lowerBound)
      text.lines.extend(through: range.lowerBound)
      text.lines.extend(by: 1_000)
    }
    guard let event = shown?.event, let line = event.line(ofMatch: index) else {
      search?.remark = .notShown
      return
    }
    guard let row = rowOfMatch(in: line, of: event, size) else {
      // It lies beyond the end of a long string that has one row: the whole string is shown.
      guard !isWrapping else { return tree.move(to: line, text: event, size: size) }
      isWrapping = true
      shown?.event.edit { text in
        text.lines.setWrapping(true)
        text.lines.extend(through: range.lowerBound)
        text.lines.extend(by: 1_000)
      }
      return revealInTree(index, size)
    }
    tree.move(to: line, row: row, text: event, size: size)
  }

  private func rowOfMatch(in line: Int, of text: some PaneText, _ size: Size) -> Int? {
    text.rows(of: line, columns: size.columns).firstIndex { row in row.spans.contains { $0.style == theme.currentMatch } }
  }
}
