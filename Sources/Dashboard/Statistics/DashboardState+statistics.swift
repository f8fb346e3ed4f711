import EventRecords
import TerminalSurface

extension DashboardState {
  mutating func showStatistics() -> [Effect] {
    guard view != .statistics else { return [] }
    view = .statistics
    return statistics.activate(size: layout.body.size, now: now, limits: environment.signLimits, filter: table.filter)
  }

  mutating func performInStatistics(_ command: Command) -> [Effect] {
    switch statistics.update(command) {
    case .none: return []
    case .left:
      view = .events
      return []
    case .refused(let reason):
      notices.post(Notice(.warning, reason), at: now)
      return []
    case .narrowed(let term, let showsTable):
      let effects = filter(narrowed(by: term))
      if !showsTable { view = .statistics }
      return effects
    }
  }

  /// The table's filter and one more term.
  private func narrowed(by term: String) -> String {
    guard let filter = table.filter else { return term }
    if case .any = filter.root { return "(\(filter.text)) \(term)" }
    return filter.text + " " + term
  }
}
