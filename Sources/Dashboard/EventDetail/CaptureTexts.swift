import CatalogEvents
import EventRecords
import TerminalSurface

extension LinesText {
  /// The Headers tab: from whom it came and what was answered, then the header lines in the order and the case in which they came.
  ///
  /// The capture is one whose secrets are masked already.
  static func headers(of capture: Capture, theme: Theme) -> LinesText {
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
    return LinesText(lines, theme: theme)
  }
}

/// The Raw tab: request line, header lines, an empty line, and the body, as it came or byte by byte.
enum RawTab {
  /// The head is that of `masked`, whose secrets are masked already; the body is that of the capture.
  static func text(of capture: Capture, masked: Capture, isHex: Bool, theme: Theme) -> any SearchableText {
    var before = [StyledLine("POST \(masked.path)")]
    before += masked.headers.map { StyledLine("\($0.name): \($0.displayText)") }
    before.append(StyledLine())
    guard let body = capture.body else {
      before.append(StyledLine("(refused without its body)", theme.faint))
      return LinesText(before, theme: theme)
    }
    if isHex { return HexText(before: before, body: body, theme: theme) }
    if String(validating: body, as: UTF8.self) == nil {
      before.append(StyledLine("(not UTF-8: what cannot be read is shown as \u{FFFD}; b shows its bytes)", theme.warning))
    }
    return BodyText(before: before, body: body, isNumbered: false, theme: theme)
  }
}
