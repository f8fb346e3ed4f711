import CatalogEvents
import EventRecords

/// A delivery as the JSON object that `hooktop deliveries --json` gives for it, on one line.
///
/// ```
/// {"id": 12, "created_at": "2026-11-23T14:03:20.240Z", "target": "http://127.0.0.1:8080/event", "label": "create dataset acme/sales.orders",
///  "state": "delivered", "capture_id": null, "headers": [["Host", "127.0.0.1:8080"], ...], "body": "...", "attempts": [
///    {"started_at": "2026-11-23T14:03:20.240Z", "duration_ms": 12, "status": 200, "reason": null, "headers": [...], "body": "...",
///     "truncated": false}]}
/// ```
/// An attempt without an answer has a reason and null for the rest. What is not UTF-8 comes as `body_base64`, as with captures, and
/// `"masked": true` is there when something is masked.
enum DeliveryJSON {
  static func line(_ original: Delivery, mask: SecretMask) -> [UInt8] {
    let delivery = mask(original)
    var json = JSONText()
    json.object { object in
      object.member("id", delivery.id)
      object.member("created_at", delivery.createdAt.iso8601)
      object.member("target", delivery.target)
      object.member("label", delivery.label)
      object.member("state", delivery.state.rawValue)
      object.member("capture_id", delivery.captureID)
      object.member("headers") { $0.headers(delivery.headers) }
      object.body(delivery.body)
      object.member("attempts") { json in
        json.array(delivery.attempts) { json, attempt in json.object { attempt.write(to: &$0) } }
      }
      if mask.hides(original) { object.member("masked", true) }
    }
    return json.line
  }
}

extension Attempt {
  fileprivate func write(to object: inout JSONText.Members) {
    object.member("started_at", startedAt.iso8601)
    object.member("duration_ms", duration.wholeMilliseconds)
    switch outcome {
    case .answered(let answer):
      object.member("status", Int64(answer.status))
      object.member("reason", nil as String?)
      object.member("headers") { $0.headers(answer.headers) }
      object.body(answer.body)
      object.member("truncated", answer.isTruncated)
    case .failed(let reason):
      object.member("status", nil as Int64?)
      object.member("reason", reason)
      object.member("headers") { $0.raw("null") }
      object.body(nil)
      object.member("truncated") { $0.raw("null") }
    }
  }
}

extension Duration {
  var wholeMilliseconds: Int64 {
    let (seconds, attoseconds) = components
    return seconds * 1000 + attoseconds / 1_000_000_000_000_000
  }
}
