import CatalogEvents
import EventRecords

/// How a send ended, as a line for a person or for a program.
enum SendOutcome {
  /// `200 in 12 ms  create dataset acme/sales.orders → http://127.0.0.1:8080/event`.
  static func line(_ delivery: Delivery) -> [UInt8] {
    let attempt = delivery.attempts.last
    let time = attempt.map { " in \(milliseconds($0.duration)) ms" } ?? ""
    let result =
      switch attempt?.outcome {
      case .answered(let answer): "\(answer.status)\(time)"
      case .failed(let reason): "failed\(time): \(reason)"
      case nil: "not sent"
      }
    return Array((SafeText.line("\(result)  \(delivery.label) → \(SecretMask()(delivery.target))") + "\n").utf8)
  }

  /// One object on a line: what was sent where, and the answer or the reason why there was none.
  static func json(_ delivery: Delivery) -> [UInt8] {
    let attempt = delivery.attempts.last
    var answer: Answer?
    var reason: String?
    switch attempt?.outcome {
    case .answered(let value): answer = value
    case .failed(let value): reason = value
    case nil: break
    }
    var json = JSONText()
    json.object { object in
      object.member("started_at", delivery.createdAt.iso8601)
      object.member("target", SecretMask()(delivery.target))
      if let capture = delivery.captureID { object.member("capture_id", capture) }
      object.member("label", delivery.label)
      object.member("delivered", delivery.state == .delivered)
      object.member("status", answer.map { Int64($0.status) })
      object.member("reason", reason)
      object.member("duration_ms", attempt.map { milliseconds($0.duration) })
      object.member("answer", answer.map { String(decoding: $0.body, as: UTF8.self) })
      object.member("body", String(decoding: delivery.body, as: UTF8.self))
    }
    return json.line
  }

  /// Why it was not delivered, as a clause; `nil` when it was.
  static func failure(_ delivery: Delivery) -> String? {
    guard delivery.state != .delivered else { return nil }
    return switch delivery.attempts.last?.outcome {
    case .answered(let answer): "it was answered with \(answer.status)"
    case .failed(let reason): reason
    case nil: "it was not sent"
    }
  }

  private static func milliseconds(_ duration: Duration) -> Int64 {
    let (seconds, attoseconds) = duration.components
    return seconds * 1000 + attoseconds / 1_000_000_000_000_000
  }
}
