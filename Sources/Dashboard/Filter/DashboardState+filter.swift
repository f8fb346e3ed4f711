import EventRecords
import TerminalSurface

extension DashboardState {
  /// Opens the filter line over the status line, with the filter that is on.
  mutating func openFilter() {
    view = .events
    filters.before = table.filter
    filters.selectedBefore = table.selectedID
    var prompt = PromptState(
      .filter, label: "/", text: table.filter?.text ?? "", placeholder: "a filter, as in type:view name:ord*", history: filters.history)
    prompt.hint = "Enter keeps it   Esc brings back what was   Tab completes   ↑ earlier filters"
    overlay = .prompt(prompt)
    tellWhatTheFilterShows()
  }

  /// Takes what became of the filter line. While it is wrong, the last one that was right stays on.
  mutating func takeFilter(_ outcome: PromptState.Outcome, _ prompt: PromptState) -> [Effect] {
    var prompt = prompt
    switch outcome {
    case .stays: return []
    case .edited: return apply(&prompt)
    case .completionWanted: return complete(&prompt)
    case .left:
      overlay = nil
      return table.show(filters.before, around: filters.selectedBefore)
    case .accepted:
      guard prompt.issue == nil else { return [] }
      overlay = nil
      guard let filter = table.filter else { return [] }
      filters.remember(filter.text)
      return [.keepFilters(filters.history)]
    }
  }

  /// Shows what the text of the line matches, or what is wrong with it.
  private mutating func apply(_ prompt: inout PromptState) -> [Effect] {
    defer { overlay = .prompt(prompt) }
    do throws(FilterError) {
      let filter = try Filter(prompt.text, timeZone: environment.timeZone)
      prompt.issue = nil
      return table.show(filter, around: filters.selectedBefore)
    } catch {
      prompt.issue = PromptState.Issue(column: error.column, text: error.message)
      return []
    }
  }

  private mutating func complete(_ prompt: inout PromptState) -> [Effect] {
    let completion = FilterCompletion(prompt.text)
    guard let (field, prefix) = completion.value else { return offer(completion.names, in: &prompt) }
    if let words = FilterCompletion.words(of: field) {
      return offer(completion.texts(with: words.filter { $0.hasPrefix(prefix) }), in: &prompt)
    }
    return [filters.ask(for: completion, field: field, prefix: prefix)]
  }

  private mutating func offer(_ texts: [String], in prompt: inout PromptState) -> [Effect] {
    let outcome = prompt.complete(with: texts)
    overlay = .prompt(prompt)
    return outcome == .edited ? apply(&prompt) : []
  }

  /// Completes the line with values that occur, unless it has changed meanwhile.
  mutating func complete(with values: FilterValues) -> [Effect] {
    guard let completion = filters.take(values), case .prompt(var prompt) = overlay, prompt.purpose == .filter,
      prompt.text == completion.text
    else { return [] }
    return offer(completion.texts(with: values.values), in: &prompt)
  }

  /// Says in the line how much it shows.
  mutating func tellWhatTheFilterShows() {
    guard case .prompt(var prompt) = overlay, prompt.purpose == .filter else { return }
    let counters = table.counters
    prompt.remark = "\(counters.shown)\(counters.isExact ? "" : "+") of \(counters.received)"
    overlay = .prompt(prompt)
  }
}

extension DashboardState {
  /// Shows the events that a text matches, as a view or a command asks for it.
  mutating func filter(_ text: String) -> [Effect] {
    do throws(FilterError) {
      let filter = try Filter(text, timeZone: environment.timeZone)
      view = .events
      let effects = table.show(filter, around: table.selectedID)
      guard !filter.isEmpty else { return effects }
      filters.remember(text)
      return effects + [.keepFilters(filters.history)]
    } catch {
      tell(.warning, "\(text) is no filter, \(error)")
      return []
    }
  }

  /// Shows all events again; the filter can be recalled in the line.
  mutating func takeFilterAway() -> [Effect] {
    guard view == .events, table.filter != nil else { return [] }
    return table.show(nil, around: table.selectedID)
  }

  /// Sorts by another column, or the other way round.
  mutating func changeSort(_ command: Command) -> [Effect] {
    guard view == .events else { return [] }
    var sort = table.sort
    let columns = CaptureSort.Column.allCases
    let index = columns.firstIndex(of: sort.column) ?? 0
    switch command {
    case .sortByNext: sort.column = columns[(index + 1) % columns.count]
    case .sortByPrevious: sort.column = columns[(index + columns.count - 1) % columns.count]
    default: sort.isDescending.toggle()
    }
    return table.show(in: sort)
  }
}
