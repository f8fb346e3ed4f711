import CatalogEvents
import EventRecords
import TerminalSurface

extension DashboardState {
  /// Loads the chosen capture, and then opens the compose form filled from it.
  mutating func draftFromCapture() -> [Effect] {
    let ids = chosenIDs
    guard ids.count == 1 else {
      tell(.warning, draftObstacle ?? "")
      return []
    }
    draftedID = ids[0]
    return [.loadCapture(id: ids[0])]
  }

  /// Why the form cannot be filled from a capture, with what to do; `nil` when it can.
  var draftObstacle: String? {
    switch chosenIDs.count {
    case 0: "there is nothing to begin with: nothing is marked or selected"
    case 1: nil
    default: "the form takes one event: unmark all with \(KeyTable.shortLabel(of: .unmarkAll, in: .table)) to take the selected one"
    }
  }

  /// Takes in a capture that was loaded, in case the form is to be filled from it.
  mutating func take(drafted id: Int64, _ capture: Capture?) {
    guard draftedID == id else { return }
    draftedID = nil
    guard let capture else { return tell(.warning, "#\(id) is not in the store any more") }
    guard overlay == nil, !isComposing else { return }
    let context = composeContext
    guard let lost = form.fill(from: capture, in: context) else {
      let what =
        capture.event.map { "the form has no fields for \($0.action.rawValue) \($0.resourceType.rawValue)" } ?? "#\(id) has no event"
      return tell(.warning, "\(what): edit its body with \(KeyTable.shortLabel(of: .edit, in: .table))")
    }
    isComposing = true
    guard !lost.isEmpty else { return }
    let named = lost.prefix(3).map { TextWidth.truncate($0.description, to: 40) }.joined(separator: ", ")
    let more = lost.count > 3 ? " and \(lost.count - 3) more" : ""
    tell(
      .warning,
      "the form does not hold all of #\(id): \(named)\(more); to send that too, edit its body with \(KeyTable.shortLabel(of: .edit, in: .table))"
    )
  }
}
