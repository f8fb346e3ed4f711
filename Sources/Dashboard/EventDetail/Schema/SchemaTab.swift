import CatalogEvents
import EventRecords
import TerminalSurface

/// What the Schema tab says of a capture.
enum SchemaTab {
  /// `relations` is `nil` while the store has not said what was before.
  static func text(of capture: Capture, relations: CaptureRelations?, theme: Theme, clock: ClockFormat) -> any SearchableText {
    guard let fields = capture.body.flatMap({ SchemaFields(body: $0) }) else {
      return LinesText(absence(of: capture, theme), breaksAtWords: true, theme: theme)
    }
    let previous = relations?.previous.flatMap { capture in capture.body.flatMap { SchemaFields(body: $0) }.map { (capture, $0) } }
    let rows = fields.rows(since: previous?.1)
    let count = "\(fields.fields.count) \(fields.fields.count == 1 ? "field" : "fields")"
    var lines: [StyledLine] = []
    if let (before, _) = previous {
      lines.append(comparison(count, with: before, rows: rows, theme, clock))
    } else if relations == nil {
      lines.append(StyledLine("\(count); looking for what was before", theme.faint))
    } else {
      lines.append(StyledLine("\(count); \(beginning(capture))", theme.faint))
    }
    return SchemaText(head: lines + [StyledLine()], rows: rows, theme: theme)
  }

  private static func beginning(_ capture: Capture) -> String {
    let action = capture.event?.action == .create ? "create" : "schema"
    return "the first \(action) of this resource that was kept"
  }

  private static func comparison(_ count: String, with before: Capture, rows: [SchemaRow], _ theme: Theme, _ clock: ClockFormat)
    -> StyledLine
  {
    let origin = "#\(before.id), \(before.event?.action.rawValue ?? "") at \(clock.time(before.receivedAt))"
    let changes = rows.compactMap(\.change)
    guard !changes.isEmpty else { return StyledLine("\(count), as in \(origin): nothing changed", theme.faint) }
    var spans = [StyledSpan("\(count); since \(origin):", theme.faint)]
    let kinds = [("+", "added", theme.good), ("~", "retyped", theme.warning), ("-", "removed", theme.failure)]
    for (sign, word, style) in kinds {
      let number = changes.count { $0.sign == sign }
      if number > 0 { spans.append(StyledSpan("  \(sign) \(number) \(word)", style)) }
    }
    return StyledLine(spans)
  }

  /// Why there is no table.
  private static func absence(of capture: Capture, _ theme: Theme) -> [StyledLine] {
    guard let event = capture.event else {
      return [StyledLine("There is no event in this request, and so no schema.", theme.faint)]
    }
    guard event.resourceType == .dataset else {
      return [StyledLine("Only datasets have a schema; this event is about a \(event.resourceType.rawValue).", theme.faint)]
    }
    guard event.action == .create || event.action == .update else {
      return [StyledLine("An event of the action \(event.action.rawValue) says nothing of the fields.", theme.faint)]
    }
    return [
      StyledLine("This event says nothing of the fields: data.schema.fields is absent.", theme.faint),
      StyledLine("The catalog leaves it out when the dataset's schema is not an Arrow one.", theme.faint),
    ]
  }

  /// What is said beside `data.schema` in the Event tab: `since #431: + severity int64`.
  static func note(on capture: Capture, relations: CaptureRelations?) -> LineNote? {
    guard let before = relations?.previous, let old = before.body.flatMap({ SchemaFields(body: $0) }),
      let new = capture.body.flatMap({ SchemaFields(body: $0) })
    else { return nil }
    let changes = new.changes(since: old)
    guard !changes.isEmpty else { return nil }
    let more = changes.count > 3 ? ", and \(changes.count - 3) more" : ""
    let phrases = changes.prefix(3).map { TextWidth.truncate($0.phrase, to: 48) }
    return .drift("since #\(before.id): " + phrases.joined(separator: ", ") + more)
  }
}
