import CatalogEvents
import EventRecords
import TerminalSurface

extension CloudTaskHeaders {
  /// What the headers of Cloud Tasks say, in words: a heading and a line for each of them.
  func lines(receivedAt: Timestamp, theme: Theme) -> [StyledLine] {
    var lines = [StyledLine("Cloud Tasks", theme.strong)]
    if let taskName { lines.append(field("task", taskName, theme)) }
    if let queueName { lines.append(field("queue", queueName, theme)) }
    if let attempt = attemptText { lines.append(field("attempt", attempt, theme)) }
    if let before = previousText { lines.append(field("before", before, theme)) }
    if let executionCount {
      let times = executionCount == 1 ? "once" : executionCount == 0 ? "never" : "\(executionCount) times"
      lines.append(field("answered", "\(times) before, answers of 500 to 599 not counted", theme))
    }
    if let eta { lines.append(field("due", dueText(eta, receivedAt: receivedAt), theme)) }
    if let retryReason, !retryReason.isEmpty { lines.append(field("reason", retryReason, theme)) }
    return lines
  }

  private func field(_ name: String, _ value: String, _ theme: Theme) -> StyledLine {
    StyledLine.field(name, value, theme: theme)
  }

  private var attemptText: String? {
    guard let retryCount else { return nil }
    if retryCount == 0 { return "the first" }
    return "number \(retryCount + 1): it was tried \(retryCount == 1 ? "once" : "\(retryCount) times") before"
  }

  private var previousText: String? {
    switch previousResponse {
    case nil: nil
    // Cloud Tasks puts 504 for an answer that did not come in time.
    case "504": "the attempt before was answered 504, or not at all"
    case .some(let status): "the attempt before was answered \(status)"
    }
  }

  private func dueText(_ eta: String, receivedAt: Timestamp) -> String {
    guard let scheduledAt else { return eta }
    let distance = receivedAt.milliseconds(since: scheduledAt)
    let relation =
      distance >= 0
      ? "it came \(ClockFormat.distance(distance.magnitude)) later"
      : "it came \(ClockFormat.distance(distance.magnitude)) earlier: clocks differ"
    return "\(ClockFormat.utc(scheduledAt)); \(relation)"
  }
}

extension StyledLine {
  /// A name and a value in two columns.
  static func field(_ name: String, _ value: String, theme: Theme, style: Style = .plain) -> StyledLine {
    StyledLine([StyledSpan("  " + name + String(repeating: " ", count: max(1, 11 - name.count)), theme.faint), StyledSpan(value, style)])
  }
}
