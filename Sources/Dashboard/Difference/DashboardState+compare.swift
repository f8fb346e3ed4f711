import EventRecords
import TerminalSurface

/// Two captures that are being loaded to be held against one another.
struct PendingComparison: Sendable, Hashable {
  /// The one that came first.
  var old: Int64
  var new: Int64
  var captures: [Int64: Capture] = [:]
}

extension DashboardState {
  /// Loads the two marked captures, or the marked and the selected one, and then shows what is different.
  mutating func compare() -> [Effect] {
    let ids = comparedIDs
    guard ids.count == 2 else {
      tell(.warning, compareObstacle ?? "")
      return []
    }
    comparison = PendingComparison(old: ids[0], new: ids[1])
    return ids.map { .loadCapture(id: $0) }
  }

  /// Why there are no two captures to compare, with what to do; `nil` when there are.
  var compareObstacle: String? {
    let mark = KeyTable.shortLabel(of: .toggleMark, in: .table)
    guard comparedIDs.count != 2 else { return nil }
    switch marks.count {
    case 0, 1: return "two captures are compared: mark one with \(mark) and go to another, or mark two"
    default:
      return "two captures are compared, and \(marks.count) are marked: unmark all with \(KeyTable.shortLabel(of: .unmarkAll, in: .table))"
    }
  }

  private var comparedIDs: [Int64] {
    if marks.count == 1, let selected = table.selectedID, !marks.contains(selected) { return (marks.inOrder + [selected]).sorted() }
    return marks.count == 2 ? marks.inOrder : []
  }

  /// Takes in a capture that was loaded, in case it is one of two to be compared.
  mutating func take(compared id: Int64, _ capture: Capture?) {
    guard var pending = comparison, id == pending.old || id == pending.new else { return }
    guard let capture else {
      comparison = nil
      return tell(.warning, "#\(id) cannot be compared: it is not in the store any more")
    }
    guard capture.body != nil else {
      comparison = nil
      return tell(.warning, "#\(id) cannot be compared: its body was refused unread, because of its size")
    }
    pending.captures[id] = capture
    comparison = pending
    guard let old = pending.captures[pending.old], let new = pending.captures[pending.new] else { return }
    comparison = nil
    // What was opened meanwhile is not taken away.
    guard overlay == nil, !isComposing else { return }
    overlay = .difference(DifferenceState(.compare, old: DifferenceState.Side(old), new: DifferenceState.Side(new), theme: theme))
  }

  /// Takes a key while a difference lies over the views.
  mutating func take(_ command: Command?, in state: DifferenceState) -> [Effect] {
    switch (command, state.purpose) {
    case (nil, _): return []
    case (.back, .compare), (.leave, .compare): overlay = nil
    case (.back, .review(let id)), (.leave, .review(let id)):
      overlay = nil
      tell(.information, "#\(id) was edited and not sent")
    case (.confirm, .review(let id)): askForTarget(.edited(captureID: id, body: state.new.body))
    case (.edit, .review(let id)): return [.editBody(EditOrder(captureID: id, body: state.new.body))]
    case (let command?, _):
      var state = state
      state.update(command, size: layout.body.size)
      overlay = .difference(state)
    }
    return []
  }
}

extension DifferenceState.Side {
  init(_ capture: Capture) {
    self.init(name: "#\(capture.id) \(EventLabel.name(capture.summary))", body: capture.body ?? [])
  }
}
