import EventRecords
import TerminalSurface

/// A delivery told whole: where to, how each attempt went, what came back, and what was sent.
enum DeliveryText {
  static func text(of delivery: Delivery, theme: Theme, clock: ClockFormat) -> StyledText {
    var lines = [
      field("Target", delivery.target, theme),
      field("State", delivery.state.rawValue, theme, style: delivery.state == .failed ? theme.failure : theme.text),
      field("Created", ClockFormat.utc(delivery.createdAt), theme),
    ]
    for (index, attempt) in delivery.attempts.enumerated() {
      lines.append(StyledLine())
      lines += self.lines(of: attempt, number: index + 1, count: delivery.attempts.count, theme: theme, clock: clock)
    }
    if delivery.attempts.isEmpty { lines += [StyledLine(), StyledLine("No attempt has ended yet.", theme.faint)] }
    lines += [StyledLine(), heading("Request, \(delivery.body.count) bytes", theme)]
    lines += delivery.headers.map { line(of: $0, theme) }
    lines.append(StyledLine())
    lines += body(delivery.body, theme)
    return StyledText(lines: lines)
  }

  private static func lines(of attempt: Attempt, number: Int, count: Int, theme: Theme, clock: ClockFormat) -> [StyledLine] {
    let which = count > 1 ? "Attempt \(number) of \(count)" : "Attempt"
    let when = "\(clock.timeWithMilliseconds(attempt.startedAt)), \(ClockFormat.duration(attempt.duration))"
    var lines = [heading("\(which), \(when)", theme)]
    switch attempt.outcome {
    case .failed(let reason):
      lines.append(StyledLine("✗ \(reason)", theme.failure))
    case .answered(let answer):
      lines.append(StyledLine("\(attempt.isSuccess ? "✓" : "✗") answered \(answer.status)", attempt.isSuccess ? theme.good : theme.failure))
      lines += answer.headers.map { line(of: $0, theme) }
      lines.append(StyledLine())
      lines += body(answer.body, theme)
      if answer.isTruncated {
        lines.append(StyledLine("… cut: the answer goes on, its first \(answer.body.count) bytes were kept", theme.warning))
      }
    }
    return lines
  }

  private static func field(_ name: String, _ value: String, _ theme: Theme, style: Style = .plain) -> StyledLine {
    let gap = String(repeating: " ", count: max(1, 9 - name.count))
    return StyledLine([StyledSpan(name + gap, theme.faint), StyledSpan(value, style)])
  }

  private static func heading(_ text: String, _ theme: Theme) -> StyledLine {
    StyledLine(text, theme.strong)
  }

  private static func line(of header: HeaderField, _ theme: Theme) -> StyledLine {
    StyledLine([StyledSpan(header.name + ": ", theme.jsonName), StyledSpan(header.displayText)])
  }

  /// A body as it came, a line for each of its lines; very long ones in pieces.
  private static func body(_ bytes: [UInt8], _ theme: Theme) -> [StyledLine] {
    guard !bytes.isEmpty else { return [StyledLine("(no body)", theme.faint)] }
    let lines = BodyLines(bytes)
    let cut = lines.cutByteCount
    return lines.pieces.map { StyledLine(String(decoding: bytes[$0.range], as: UTF8.self)) }
      + (cut > 0 ? [StyledLine("… \(cut) more bytes are not shown: there are too many lines", theme.warning)] : [])
  }
}
