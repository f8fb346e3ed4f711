import EventRecords
import TerminalSurface

extension DashboardState {
  /// Opens the timeline of the resource that the selected event is about, or says why there is none.
  mutating func showTimeline() -> [Effect] {
    guard let summary = table.selected else { return [] }
    guard let resource = summary.event?.resource else {
      notices.post(Notice(.warning, "#\(summary.id) has no event, and so no resource with a timeline"), at: now)
      return []
    }
    overlay = .timeline(TimelineState(of: resource, originID: summary.id))
    return [.loadTimeline(resource)]
  }

  /// Takes in what was read, unless the timeline was closed meanwhile.
  mutating func take(_ timeline: Timeline) -> [Effect] {
    guard case .timeline(var open) = overlay else { return [] }
    open.update(timeline, rows: timelineRows)
    overlay = .timeline(open)
    return []
  }

  /// Takes a key while the timeline is open.
  mutating func take(_ command: Command?, in timeline: TimelineState) -> [Effect] {
    switch command {
    case .back, .leave:
      overlay = nil
    case .openDetail:
      overlay = nil
      return perform(.goTo(capture: timeline.selectedID))
    case let command?:
      var open = timeline
      open.update(command, rows: timelineRows)
      overlay = .timeline(open)
    case nil: break
    }
    return []
  }

  /// Selects an event of the open timeline, as a click does; a double click goes to it.
  mutating func click(_ id: Int64, _ clicks: Int, in timeline: TimelineState) -> [Effect] {
    var open = timeline
    open.select(id, rows: timelineRows)
    overlay = .timeline(open)
    return clicks == 2 ? press(.enter) : []
  }

  private var timelineRows: Int {
    max(1, layout.body.rows - 1)
  }
}
