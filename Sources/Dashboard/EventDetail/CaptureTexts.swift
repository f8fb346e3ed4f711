import CatalogEvents
import EventRecords
import TerminalSurface

/// The text of the Event tab: a document, a body that is none, or why there is nothing to show.
enum EventText: PaneText, Sendable {
  case document(JSONText)
  case body(BodyText)
  case message(StyledText)

  init(_ capture: Capture, theme: Theme) {
    guard let body = capture.body else {
      let reason = capture.reason.map { ": \($0)" } ?? ""
      self = .message(
        StyledText(lines: [StyledLine("! refused with \(capture.status), without its body\(reason)", theme.failure)], breaksAtWords: true))
      return
    }
    do {
      let document = try JSONDocument(body)
      var text = JSONText(document, notes: EventNotes.byOffset(capture, document), receivedAt: capture.receivedAt, theme: theme)
      text.extend(by: 5_000)
      self = .document(text)
    } catch {
      let heading = body.isEmpty ? "the body is empty" : "not JSON: \(error.description)"
      let verdict = capture.verdict == .rejected ? "rejected with \(capture.status)" : "answered with \(capture.status)"
      self = .body(
        BodyText(
          before: [StyledLine("! \(verdict), \(heading)", theme.failure), StyledLine()], body: body, error: error, isNumbered: true,
          theme: theme))
    }
  }

  var lineCount: Int {
    switch self {
    case .document(let text): text.lineCount
    case .body(let text): text.lineCount
    case .message(let text): text.lineCount
    }
  }

  func rows(of line: Int, columns: Int) -> [StyledLine] {
    switch self {
    case .document(let text): text.rows(of: line, columns: columns)
    case .body(let text): text.rows(of: line, columns: columns)
    case .message(let text): text.rows(of: line, columns: columns)
    }
  }

  var isComplete: Bool {
    if case .document(let text) = self { text.isComplete } else { true }
  }

  mutating func extend(by count: Int) {
    guard case .document(var text) = self, !text.isComplete else { return }
    // The old value is let go first: else the lines would be copied before they grow.
    self = .message(StyledText(lines: []))
    text.extend(by: count)
    self = .document(text)
  }
}

extension StyledText {
  /// The Headers tab: from whom it came and what was answered, then the header lines in the order and the case in which they came.
  static func headers(of capture: Capture, theme: Theme) -> StyledText {
    let way = capture.isTLS ? "HTTPS" : "HTTP"
    var lines = [
      StyledLine([StyledSpan("received  ", theme.faint), StyledSpan(ClockFormat.utc(capture.receivedAt))]),
      StyledLine([StyledSpan("from      ", theme.faint), StyledSpan("\(capture.remote) over \(way), to \(capture.path)")]),
      StyledLine([
        StyledSpan("answered  ", theme.faint),
        StyledSpan(
          String(capture.status) + (capture.reason.map { ": \($0)" } ?? ""), capture.verdict == .rejected ? theme.failure : theme.text),
      ]),
      StyledLine(),
    ]
    let width = min(28, capture.headers.map { TextWidth.columns(of: $0.name) }.max() ?? 0)
    for header in capture.headers {
      let gap = String(repeating: " ", count: max(0, width - TextWidth.columns(of: header.name)) + 2)
      lines.append(StyledLine([StyledSpan(header.name, theme.jsonName), StyledSpan(gap), StyledSpan(header.displayText)]))
    }
    if capture.headers.isEmpty { lines.append(StyledLine("(no headers)", theme.faint)) }
    return StyledText(lines: lines)
  }
}

extension BodyText {
  /// The Raw tab: request line, header lines, an empty line, and the body as it came.
  static func raw(of capture: Capture, theme: Theme) -> BodyText {
    var before = [StyledLine("POST \(capture.path)")]
    before += capture.headers.map { StyledLine("\($0.name): \($0.displayText)") }
    before.append(StyledLine())
    guard let body = capture.body else {
      before.append(StyledLine("(refused without its body)", theme.faint))
      return BodyText(before: before, body: [], isNumbered: false, theme: theme)
    }
    if String(validating: body, as: UTF8.self) == nil {
      before.append(StyledLine("(not UTF-8: what cannot be read is shown as \u{FFFD})", theme.warning))
    }
    return BodyText(before: before, body: body, isNumbered: false, theme: theme)
  }
}
