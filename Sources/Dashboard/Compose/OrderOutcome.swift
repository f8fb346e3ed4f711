import CatalogEvents
import EventRecords

/// What became of a send order, for the form.
struct OrderOutcome: Sendable, Hashable {
  var order: Int
  var firedAt: Timestamp
  var total: Int
  /// `nil` until something was heard of it.
  var progress: SendProgress?

  var isEnded: Bool { progress?.isEnded ?? false }

  enum Standing: Sendable, Hashable {
    case underWay, good, bad
  }

  /// Whether all has gone well so far.
  var standing: Standing {
    guard let progress else { return .underWay }
    if progress.failedCount > 0 { return .bad }
    if total == 1, progress.newest?.state == .delivered { return .good }
    if progress.isEnded { return progress.deliveredCount == total ? .good : .bad }
    return .underWay
  }

  /// `sending…`, `200 in 12 ms {"status":"ok"}`, `137 of 500, 2 failed`, or why not.
  var text: String {
    guard let progress else { return "sending…" }
    if total == 1 {
      if let newest = progress.newest, newest.state == .delivered || newest.state == .failed { return Self.text(of: newest) }
      return progress.isEnded ? "cancelled, nothing was sent" : "sending…"
    }
    let doneCount = progress.deliveredCount + progress.failedCount
    var text = "\(doneCount) of \(total)"
    if progress.isEnded { text += doneCount < total ? " sent, then cancelled" : " sent" }
    if progress.failedCount > 0 { text += ", \(progress.failedCount) failed" }
    if let newest = progress.newest, newest.state == .failed { text += ": " + Self.text(of: newest) }
    return text
  }

  /// How a delivery ended, by its last attempt.
  static func text(of delivery: Delivery) -> String {
    guard let attempt = delivery.attempts.last else { return delivery.state == .failed ? "not sent" : "sending…" }
    switch attempt.outcome {
    case .failed(let reason): return reason
    case .answered(let answer):
      let body = String(decoding: answer.body.prefix(200), as: UTF8.self)
      return "\(answer.status) in \(ClockFormat.duration(attempt.duration))" + (body.isEmpty ? "" : " " + body)
    }
  }
}
