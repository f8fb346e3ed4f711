import CatalogEvents
import EventRecords
import WebhookDelivery

extension Delivery {
  /// A delivery whose only attempt starts at `moment`.
  init(_ request: WebhookRequest, label: String, startedAt moment: Timestamp) {
    self.init(
      createdAt: moment, target: request.url, label: label, headers: request.headers.map { HeaderField($0.name, $0.value) },
      body: request.body, state: .sending)
  }

  /// Takes in how its attempt ended.
  mutating func end(_ outcome: DeliveryOutcome) {
    state = outcome.isSuccess ? .delivered : .failed
    attempts.append(Attempt(startedAt: createdAt, duration: outcome.duration, outcome: Attempt.Outcome(outcome.result)))
  }
}

extension Attempt.Outcome {
  init(_ result: DeliveryOutcome.Result) {
    switch result {
    case .answered(let answer):
      self = .answered(
        Answer(
          status: answer.status, headers: answer.headers.map { HeaderField($0.name, $0.value) }, body: answer.body,
          isTruncated: answer.isTruncated))
    case .failed(let reason): self = .failed(reason: reason)
    }
  }
}
