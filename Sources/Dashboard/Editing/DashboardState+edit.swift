import EventRecords

extension DashboardState {
  /// Has the chosen capture's body edited.
  mutating func edit() -> [Effect] {
    let ids = chosenIDs
    guard ids.count == 1 else {
      tell(.warning, editObstacle ?? "")
      return []
    }
    return [.editBody(EditOrder(captureID: ids[0]))]
  }

  /// Why nothing can be edited, with what to do; `nil` when something can.
  var editObstacle: String? {
    switch chosenIDs.count {
    case 0: "there is nothing to edit: nothing is marked or selected"
    case 1: nil
    default: "one capture is edited at a time: unmark all with \(KeyTable.shortLabel(of: .unmarkAll, in: .table)) to edit the selected one"
    }
  }

  /// Shows what the editor left beside what it began with, to be sent or not.
  mutating func take(_ result: EditResult) {
    let id = result.captureID
    switch result.outcome {
    case .failed(let reason): tell(.failure, reason)
    case .edited(let body):
      guard let capture = result.capture else { return }
      guard body != capture.body else {
        overlay = nil
        return tell(
          .information, "nothing was changed: #\(id) is as it came, and \(KeyTable.shortLabel(of: .replay, in: .table)) sends it again")
      }
      isComposing = false
      overlay = .difference(
        DifferenceState(
          .review(captureID: id), old: DifferenceState.Side(capture),
          new: DifferenceState.Side(name: "as edited, \(body.count) bytes", body: body), theme: theme))
    }
  }
}
