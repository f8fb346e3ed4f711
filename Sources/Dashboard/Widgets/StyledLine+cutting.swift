import TerminalSurface

extension StyledLine {
  var byteCount: Int {
    spans.reduce(0) { $0 + $1.text.utf8.count }
  }

  /// The beginning that fits into `columns`.
  func truncated(columns: Int) -> StyledLine {
    var kept = StyledLine()
    var room = columns
    for span in spans {
      let width = TextWidth.columns(of: span.text)
      if width <= room {
        kept.spans.append(span)
        room -= width
        continue
      }
      let part = span.text.truncated(columns: room)
      if !part.isEmpty { kept.spans.append(StyledSpan(part, span.style)) }
      break
    }
    return kept
  }
}

extension String {
  /// The beginning that fits into `columns`, without a mark where it is cut.
  func truncated(columns: Int) -> String {
    var room = columns
    let end = indices.first { index in
      room -= TextWidth.columns(of: self[index])
      return room < 0
    }
    return end.map { String(self[..<$0]) } ?? self
  }
}
