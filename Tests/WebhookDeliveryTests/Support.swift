import CatalogEvents
import Testing

@testable import WebhookDelivery

/// Runs a test with a stub and a sender, and ends both afterwards.
func withTarget<Value>(
  certificate: String? = nil, trust: TargetTrust = TargetTrust(), timeouts: DeliveryTimeouts = .keeping,
  onAccept: [StubTarget.Step] = [],
  onRequest: @escaping @Sendable (_ number: Int) -> [StubTarget.Step] = { _ in [.write(StubTarget.ok)] },
  _ test: (StubTarget, WebhookSender) async throws -> Value
) async throws -> Value {
  let target = try await StubTarget(certificate: certificate, onAccept: onAccept, onRequest: onRequest)
  let sender = WebhookSender(trust: trust, timeouts: timeouts)
  do {
    let value = try await test(target, sender)
    await sender.shutdown()
    await target.close()
    return value
  } catch {
    await sender.shutdown()
    await target.close()
    throw error
  }
}

/// Waits until something holds, at most ten seconds.
func eventually(_ condition: () -> Bool) async -> Bool {
  let deadline = ContinuousClock.now + .seconds(10)
  while !condition() {
    guard ContinuousClock.now < deadline else { return false }
    try? await ContinuousClock().sleep(for: .milliseconds(5))
  }
  return true
}

extension WebhookRequest {
  static let exampleBody =
    #"{"event": {"action": "lock", "workspace": "acme", "collection": null, "resource_type": "workspace", "#
    + #""resource_name": "acme", "timestamp": 1795447159665}, "data": {"locked_by": "ana@acme.test"}}"#

  static func example(to url: String) throws -> WebhookRequest {
    try WebhookRequest(catalogBody: Array(exampleBody.utf8), to: url)
  }
}

extension DeliveryOutcome {
  /// Why the attempt failed; `nil` when it was answered.
  var reason: String? {
    if case .failed(let reason) = result { reason } else { nil }
  }

  var answer: TargetAnswer? {
    if case .answered(let answer) = result { answer } else { nil }
  }
}

extension DeliveryTimeouts {
  /// Connections stay open for as long as a test may take on a busy machine.
  static let keeping: DeliveryTimeouts = {
    var timeouts = DeliveryTimeouts()
    timeouts.keep = .seconds(60)
    return timeouts
  }()
  static let briefConnect = DeliveryTimeouts(connect: .milliseconds(300), read: .seconds(10))
  static let briefRead = DeliveryTimeouts(connect: .seconds(10), read: .milliseconds(1500))
}
