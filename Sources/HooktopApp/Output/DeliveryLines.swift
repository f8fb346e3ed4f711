import EventRecords
import Foundation

/// A delivery as lines for a person: number, time, state, what was sent and where to, and below it how each attempt ended.
struct DeliveryLines: Sendable {
  /// The zone in which times are shown.
  var timeZone: TimeZone

  func lines(_ delivery: Delivery) -> [UInt8] {
    let clock = CaptureLine(timeZone: timeZone)
    let origin = delivery.captureID.map { ", of capture #\($0)" } ?? ""
    let number = "#\(delivery.id)"
    let space = String(repeating: " ", count: max(0, 6 - number.count))
    let state = delivery.state.rawValue
    var lines = [
      "\(space)\(number)  \(clock.time(delivery.createdAt))  \(state)\(String(repeating: " ", count: max(0, 9 - state.count)))  "
        + "\(delivery.label) → \(delivery.target)\(origin)"
    ]
    for (index, attempt) in delivery.attempts.enumerated() {
      lines.append(
        "        \(index + 1)  \(clock.time(attempt.startedAt))  \(outcome(attempt)) in \(attempt.duration.wholeMilliseconds) ms")
    }
    return Array(lines.map { SafeText.line($0) + "\n" }.joined().utf8)
  }

  private func outcome(_ attempt: Attempt) -> String {
    switch attempt.outcome {
    case .answered(let answer): "answered with \(answer.status)"
    case .failed(let reason): "failed: \(reason)"
    }
  }
}
