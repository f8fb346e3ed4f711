import TerminalSurface

extension DashboardState {
  /// Opens the line in which to type what is sought in the detail.
  mutating func openSearch() {
    overlay = .prompt(PromptState(.search, label: "/", placeholder: "text to find in this tab", history: searches))
  }

  /// Whether what is sought in the detail is being typed.
  var isSearching: Bool {
    if case .prompt(let prompt) = overlay { prompt.purpose == .search } else { false }
  }

  /// Seeks while it is typed; an empty line, when it is taken, seeks again what was sought last.
  mutating func takeSearch(_ outcome: PromptState.Outcome, _ prompt: PromptState) {
    let size = layout.detailBody?.size ?? Size(columns: 0, rows: 0)
    switch outcome {
    case .stays, .completionWanted: break
    case .edited:
      detail.seek(prompt.text, size: size)
      var prompt = prompt
      prompt.remark = detail.searchStatus ?? ""
      overlay = .prompt(prompt)
    case .left:
      detail.endSearch()
      overlay = nil
    case .accepted:
      let text = prompt.text.isEmpty ? searches.last ?? "" : prompt.text
      overlay = nil
      detail.seek(text, size: size)
      guard !text.isEmpty else { return }
      searches.removeAll { $0 == text }
      searches.append(text)
      if searches.count > 100 { searches.removeFirst() }
    }
  }
}
