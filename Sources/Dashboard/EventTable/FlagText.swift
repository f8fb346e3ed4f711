import EventRecords
import TerminalSurface

/// The signs of a row, as much of them as there is room for.
enum FlagText {
  /// `! D R2` where they fit with gaps, else `!DR2`; where not even that fits, `…` says that there are more.
  static func line(of summary: CaptureSummary, _ limits: SignLimits, columns: Int, theme: Theme) -> StyledLine {
    let marks = summary.signs(limits).map { mark($0, summary, theme) }
    for gap in [" ", ""] {
      let line = joined(marks, gap: gap)
      if line.columns <= columns { return line }
    }
    var line = StyledLine()
    for mark in marks where line.columns + TextWidth.columns(of: mark.text) < columns { line.spans.append(mark) }
    if line.spans.isEmpty, let first = marks.first {
      line.spans.append(StyledSpan(String(first.text.prefix(max(1, columns - 1))), first.style))
    }
    if line.columns < columns { line.spans.append(StyledSpan("…", theme.faint)) }
    return line
  }

  private static func joined(_ marks: [StyledSpan], gap: String) -> StyledLine {
    var line = StyledLine()
    for (index, mark) in marks.enumerated() {
      if index > 0, !gap.isEmpty { line.spans.append(StyledSpan(gap)) }
      line.spans.append(mark)
    }
    return line
  }

  private static func mark(_ sign: Sign, _ summary: CaptureSummary, _ theme: Theme) -> StyledSpan {
    switch sign {
    case .retry: StyledSpan(sign.letter + (summary.laterAttempt.map(String.init) ?? ""), theme.style(of: sign))
    case .finding: StyledSpan(sign.letter, summary.verdict == .rejected ? theme.failure : theme.style(of: sign))
    default: StyledSpan(sign.letter, theme.style(of: sign))
    }
  }
}

extension Theme {
  /// The look of a sign; its letter tells it without colours.
  func style(of sign: Sign) -> Style {
    switch sign {
    case .finding, .late: warning
    case .drift: jsonNumber
    case .retry, .duplicate: jsonName
    case .skew: failure
    }
  }
}
