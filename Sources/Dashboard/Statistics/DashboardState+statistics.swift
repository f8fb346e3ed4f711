import TerminalSurface

extension DashboardState {
  mutating func showStatistics() -> [Effect] {
    guard view != .statistics else { return [] }
    view = .statistics
    return statistics.activate(size: layout.body.size, now: now, limits: environment.signLimits)
  }

  mutating func performInStatistics(_ command: Command) -> [Effect] {
    if statistics.update(command) == .left { view = .events }
    return []
  }
}
