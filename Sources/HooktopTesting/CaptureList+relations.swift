import CatalogEvents
import EventRecords

extension CaptureList {
  /// What the store would say of a capture, with the deliveries that it holds.
  func relations(of id: Int64, deliveries: [Delivery]) -> CaptureRelations {
    guard let capture = capture(id: id) else { return CaptureRelations() }
    let attempts = capture.summary.task.map { task in
      captures.map(\.summary).filter { $0.task?.isOfSameTask(as: task) == true }
    }
    return CaptureRelations(
      previous: previous(of: capture), attempts: attempts ?? [], deliveries: deliveries.filter { $0.captureID == id },
      answerTime: capture.verdict == .accepted ? .microseconds(3_400) : nil)
  }

  private func previous(of capture: Capture) -> Capture? {
    guard let event = capture.event, let body = capture.body, SchemaFields(body: body) != nil else { return nil }
    return captures.last { other in
      guard other.id < capture.id, let before = other.event, let body = other.body else { return false }
      return before.workspace == event.workspace && before.collection == event.collection && before.resourceType == event.resourceType
        && before.resourceName == event.resourceName && [.create, .update].contains(before.action) && SchemaFields(body: body) != nil
    }
  }
}
