import CatalogEvents
import EventRecords
import WebhookDelivery

/// One send of a job, made ready.
struct SendStep {
  var request: WebhookRequest
  /// What is sent, for the list of deliveries.
  var label: String
  /// The capture that it is made from.
  var captureID: Int64?
}

/// Why a send of a job cannot be made, as one clause.
struct NotSent: Error {
  var reason: String
  var label: String
  var captureID: Int64?
}

extension SendStep {
  /// A capture sent again: its bytes and, as far as they may go along, its headers.
  init(replaying capture: Capture, to target: String, mask: SecretMask) throws {
    guard let body = capture.body else {
      throw NotSent(
        reason: "the body of #\(capture.id) was not kept: it was refused unread, because of its size", label: capture.label,
        captureID: capture.id)
    }
    self.init(
      request: try WebhookRequest(replaying: capture.headers, body: body, to: target, mask: mask), label: capture.label,
      captureID: capture.id)
  }

  /// A capture sent with another body, exactly these bytes.
  init(sending body: [UInt8], insteadOf capture: Capture, to target: String, mask: SecretMask) throws {
    var edited = capture
    edited.event = if case .event(let event, _) = EventReading(body: body) { event } else { nil }
    self.init(
      request: try WebhookRequest(replaying: capture.headers, body: body, to: target, mask: mask), label: edited.label,
      captureID: capture.id)
  }
}

extension Capture {
  /// What it is, for the list of deliveries: its event, or that there is none.
  var label: String {
    event?.label ?? "a body without an event"
  }
}

extension WebhookRequest {
  /// The request of a capture to another target: `Host` is the target's, the rest is what `ReplayHeaders` lets go along.
  init(replaying headers: [HeaderField], body: [UInt8], to target: String, mask: SecretMask) throws(TargetError) {
    try self.init(catalogBody: body, to: target)
    let own = self.headers.filter { $0.name == "Host" || $0.name == "Authorization" }
    let length = ("Content-Length", String(body.count))
    // Credentials that the operator wrote into the target's URL are meant for it, and are the only ones that go.
    self.headers =
      own.prefix(1) + ReplayHeaders(headers, mask: mask).sent.map { ($0.name, $0.displayText) } + [length] + own.dropFirst()
  }
}
