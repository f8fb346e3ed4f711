import EventRecords
import TerminalSurface

/// A delivery told whole: where to, how each attempt went, what came back, and what was sent.
enum DeliveryText {
  /// What a tab shows.
  static func text(of delivery: Delivery, tab: DeliverySection, theme: Theme, clock: ClockFormat) -> StyledText {
    switch tab {
    case .delivery: text(of: delivery, theme: theme, clock: clock)
    case .request: StyledText(lines: request(of: delivery, theme: theme))
    case .answer: StyledText(lines: answers(to: delivery, theme: theme, clock: clock))
    }
  }

  /// The head as it was sent, then the body laid out.
  private static func request(of delivery: Delivery, theme: Theme) -> [StyledLine] {
    [StyledLine("POST \(path(of: delivery.target)) HTTP/1.1", theme.strong)] + delivery.headers.map { line(of: $0, theme) }
      + [StyledLine()] + BodyLayout(delivery.body, theme: theme).lines
  }

  /// What a target is asked for: all of the URL after its host.
  private static func path(of target: String) -> Substring {
    guard let scheme = target.firstRange(of: "://") else { return target[...] }
    let rest = target[scheme.upperBound...]
    return rest.firstIndex(of: "/").map { rest[$0...] } ?? "/"
  }

  /// The answer to each attempt, the newest first.
  private static func answers(to delivery: Delivery, theme: Theme, clock: ClockFormat) -> [StyledLine] {
    guard !delivery.attempts.isEmpty else { return [StyledLine("No attempt has ended yet.", theme.faint)] }
    var lines: [StyledLine] = []
    for (index, attempt) in delivery.attempts.enumerated().reversed() {
      if !lines.isEmpty { lines.append(StyledLine()) }
      lines += head(of: attempt, number: index + 1, count: delivery.attempts.count, theme: theme, clock: clock)
      guard case .answered(let answer) = attempt.outcome else { continue }
      lines += answer.headers.map { line(of: $0, theme) } + [StyledLine()] + BodyLayout(answer.body, theme: theme).lines
      if answer.isTruncated { lines.append(cutNote(answer, theme)) }
    }
    return lines
  }

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

  /// When an attempt was, how long it took, and how it ended.
  private static func head(of attempt: Attempt, number: Int, count: Int, theme: Theme, clock: ClockFormat) -> [StyledLine] {
    let which = count > 1 ? "Attempt \(number) of \(count)" : "Attempt"
    let when = "\(clock.timeWithMilliseconds(attempt.startedAt)), \(ClockFormat.duration(attempt.duration))"
    let outcome =
      switch attempt.outcome {
      case .failed(let reason): StyledLine("✗ \(reason)", theme.failure)
      case .answered(let answer):
        StyledLine("\(attempt.isSuccess ? "✓" : "✗") answered \(answer.status)", attempt.isSuccess ? theme.good : theme.failure)
      }
    return [heading("\(which), \(when)", theme), outcome]
  }

  private static func cutNote(_ answer: Answer, _ theme: Theme) -> StyledLine {
    StyledLine("… cut: the answer goes on, its first \(answer.body.count) bytes were kept", theme.warning)
  }

  private static func lines(of attempt: Attempt, number: Int, count: Int, theme: Theme, clock: ClockFormat) -> [StyledLine] {
    var lines = head(of: attempt, number: number, count: count, theme: theme, clock: clock)
    if case .answered(let answer) = attempt.outcome {
      lines += answer.headers.map { line(of: $0, theme) }
      lines.append(StyledLine())
      lines += body(answer.body, theme)
      if answer.isTruncated { lines.append(cutNote(answer, theme)) }
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
