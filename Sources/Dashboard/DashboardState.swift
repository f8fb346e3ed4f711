public import TerminalSurface

/// The whole of the dashboard, as a value: `update` moves it, `draw` shows it.
public struct DashboardState: Sendable {
  let environment: DashboardEnvironment

  public init(environment: DashboardEnvironment, size: Size) {
    self.environment = environment
  }

  /// Takes a fact in and returns the work that must follow, in order.
  public mutating func update(_ message: Message) -> [Effect] {
    []
  }

  /// Shows the dashboard in `rect`.
  public func draw(on surface: inout Surface, in rect: Rect) {
  }
}
