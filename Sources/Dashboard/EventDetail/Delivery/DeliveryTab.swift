import CatalogEvents
import EventRecords
import TerminalSurface

/// What the Delivery tab says of a capture: how it came, what it was answered, the task that brought it, and what was made from it.
struct DeliveryTab {
  /// Its secrets are masked already.
  let capture: Capture
  /// `nil` while the store has not answered.
  let relations: CaptureRelations?
  let mask: SecretMask
  let theme: Theme
  let clock: ClockFormat

  var text: LinesText {
    var lines = arrival + [StyledLine()] + answer
    if let headers = CloudTaskHeaders(capture.headers) {
      lines += [StyledLine()] + headers.lines(receivedAt: capture.receivedAt, theme: theme)
    }
    if let relations {
      if relations.attempts.count > 1 { lines += [StyledLine()] + attempts(relations.attempts) }
      lines += [StyledLine()] + deliveries(relations.deliveries)
    } else {
      lines += [StyledLine(), StyledLine("Looking for what was made from it.", theme.faint)]
    }
    return LinesText(lines, theme: theme)
  }

  private var arrival: [StyledLine] {
    let way = capture.isTLS ? "HTTPS (TLS)" : "HTTP, without TLS"
    var lines = [
      StyledLine("Arrival", theme.strong),
      .field("received", ClockFormat.utc(capture.receivedAt), theme: theme),
      .field("from", capture.remote, theme: theme),
      .field("over", way, theme: theme),
      .field("request", "POST \(capture.path)", theme: theme),
      .field("body", capture.body.map { "\($0.count) bytes" } ?? "refused unread", theme: theme),
    ]
    if let agent = capture.headers.first(where: { $0.isNamed("User-Agent") }) {
      lines.append(.field("sender", agent.displayText, theme: theme))
    }
    if let event = capture.event {
      lines.append(.field("event", EventNotes.explain(event.timestamp, receivedAt: capture.receivedAt), theme: theme))
    }
    return lines
  }

  private var answer: [StyledLine] {
    let isRejected = capture.verdict == .rejected
    let words = isRejected ? "rejected" : "accepted, and stored before it was answered"
    var lines = [
      StyledLine("Our answer", theme.strong),
      .field("status", "\(capture.status), \(words)", theme: theme, style: isRejected ? theme.failure : theme.good),
    ]
    if let reason = capture.reason { lines.append(.field("because", reason, theme: theme)) }
    for (index, finding) in capture.findings.enumerated() {
      lines.append(.field(index == 0 ? "odd" : "", "! \(finding)", theme: theme, style: theme.warning))
    }
    if let time = relations?.answerTime {
      lines.append(.field("after", "\(ClockFormat.duration(time)), from the whole request to the commit", theme: theme))
    }
    return lines
  }

  private func attempts(_ attempts: [CaptureSummary]) -> [StyledLine] {
    [StyledLine("Attempts of this task, \(attempts.count) kept", theme.strong)]
      + attempts.map { attempt in
        let isThis = attempt.id == capture.id
        let number = attempt.task?.retryCount.map { "attempt \($0 + 1)" } ?? "attempt ?"
        let text =
          "\(isThis ? "▶" : " ") #\(attempt.id)  \(clock.timeWithMilliseconds(attempt.receivedAt))  \(number)  answered \(attempt.status)"
        return StyledLine(text, isThis ? theme.strong : attempt.verdict == .rejected ? theme.failure : theme.text)
      }
  }

  private func deliveries(_ deliveries: [Delivery]) -> [StyledLine] {
    guard !deliveries.isEmpty else { return [StyledLine("Nothing was sent from this capture.", theme.faint)] }
    return [StyledLine("Sent from this capture, \(deliveries.count)", theme.strong)]
      + deliveries.map { delivery in
        let masked = mask(delivery)
        return StyledLine([
          StyledSpan("  \(clock.time(masked.createdAt))  "), StyledSpan(outcome(of: masked), look(of: masked)),
          StyledSpan("  \(masked.target)"),
        ])
      }
  }

  private func outcome(of delivery: Delivery) -> String {
    switch (delivery.state, delivery.attempts.last) {
    case (.waiting, nil): "waiting"
    case (.sending, _), (.waiting, _): "sending"
    case (_, nil): delivery.state.rawValue
    case (_, .some(let attempt)):
      switch attempt.outcome {
      case .answered(let answer): "answered \(answer.status) in \(ClockFormat.duration(attempt.duration))"
      case .failed(let reason): "failed: \(reason)"
      }
    }
  }

  private func look(of delivery: Delivery) -> Style {
    switch delivery.state {
    case .waiting, .sending: theme.text
    case .delivered: theme.good
    case .failed: theme.failure
    }
  }
}
