import EventRecords
import TerminalSurface

extension DashboardState {
  /// Opens the filter line for the list of deliveries, with the filter that is on.
  mutating func openDeliveryFilter() {
    guard !deliveries.isDetailOpen else {
      tell(.warning, "the filter is of the list: Esc closes the delivery first")
      return
    }
    deliveries.filterBefore = deliveries.filter
    var prompt = PromptState(
      .deliveryFilter, label: "/", text: deliveries.filter?.text ?? "",
      placeholder: "a filter of deliveries, as in status:500 or reason:*refused*", history: filters.history)
    prompt.hint = "Enter keeps it   Esc brings back what was   Tab completes   ↑ earlier filters"
    overlay = .prompt(prompt)
  }

  /// Takes what became of the line. While it is wrong, the last filter that was right stays on.
  mutating func takeDeliveryFilter(_ outcome: PromptState.Outcome, _ prompt: PromptState) -> [Effect] {
    var prompt = prompt
    switch outcome {
    case .stays: return []
    case .edited: return applyDeliveryFilter(&prompt)
    case .completionWanted:
      let completed = prompt.complete(with: FilterCompletion(prompt.text).names)
      overlay = .prompt(prompt)
      return completed == .edited ? applyDeliveryFilter(&prompt) : []
    case .left:
      overlay = nil
      return deliveries.show(deliveries.filterBefore)
    case .accepted:
      guard prompt.issue == nil else { return [] }
      overlay = nil
      guard let filter = deliveries.filter else { return [] }
      filters.remember(filter.text)
      return [.keepFilters(filters.history)]
    }
  }

  /// Shows what the text of the line matches, or what is wrong with it.
  private mutating func applyDeliveryFilter(_ prompt: inout PromptState) -> [Effect] {
    defer { overlay = .prompt(prompt) }
    do throws(FilterError) {
      let filter = try Filter(prompt.text, timeZone: environment.timeZone)
      prompt.issue = nil
      return deliveries.show(filter)
    } catch {
      prompt.issue = PromptState.Issue(column: error.column, text: error.message)
      return []
    }
  }
}
