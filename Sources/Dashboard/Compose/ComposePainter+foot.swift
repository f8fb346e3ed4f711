import CatalogEvents
import TerminalSurface

extension ComposePainter {
  /// The line under the fields, which is always there: a question, what is wrong with the field, or what its keys do.
  func drawMessage(on surface: inout Surface, in rect: Rect, hasOutcomes: Bool) {
    let (text, style) = message(hasOutcomes: hasOutcomes, columns: rect.columns - 2)
    surface.write(
      TextWidth.truncate(text, to: rect.columns - 2), row: rect.row, column: rect.column + 1, limit: rect.columns - 2, style: style)
  }

  private func message(hasOutcomes: Bool, columns: Int) -> (text: String, style: Style) {
    let theme = context.theme
    switch state.message {
    case .question(let consent):
      return (question(consent, columns: columns), theme.mode)
    case .refusal(let text):
      let brief = review.issues[state.focus]?.label ?? text
      return (TextWidth.columns(of: text) <= columns ? text : brief, theme.failure)
    case .fired where !hasOutcomes:
      return state.orders.first?.line(context: context) ?? ("", theme.text)
    case .fired, nil:
      if let issue = review.issues[state.focus] { return (issue.label, issue.severity == .failure ? theme.failure : theme.warning) }
      return (hint, theme.faint)
    }
  }

  /// The host is named in any case, at least with its end.
  private func question(_ consent: ComposeState.Consent, columns: Int) -> String {
    let lead = consent.isMany ? "Send \(review.count) events to " : "Send to "
    let tails = ["? \(fireKey) again sends, Esc does not.", "? \(fireKey) sends"]
    let tail = tails.first { TextWidth.columns(of: lead + consent.host + $0) <= columns } ?? tails[1]
    let room = max(1, columns - TextWidth.columns(of: lead + tail))
    return lead + TextWidth.truncateStart(consent.host, to: room) + tail
  }

  private var hint: String {
    switch state.focus {
    case .kind: "← → choose, Enter lists all \(EventKind.all.count)"
    case .collection: "Empty is sent as null"
    case .location: "Empty is sent as null"
    case .properties(.add), .schema(.add): "Enter adds a row"
    case .properties: "\(addKey) adds a row, \(removeKey) removes this one"
    case .schema(.cell(_, .value)): "Enter lists the types, → completes; \(addKey) adds a row"
    case .schema: "\(addKey) adds a row, \(removeKey) removes this one; no row, no schema"
    case .definition: "Tab goes on"
    case .data: "The data of the event as JSON; Tab goes on"
    case .timestamp: "now, or milliseconds since 1970"
    case .target: "← → choose, Enter lists them"
    case .url: "https://HOST/event"
    case .count: "How many times it is sent: 1 to 1000000"
    case .rate: "Sends a second; empty for as fast as possible"
    case .fire: "Enter sends"
    case .close: "Enter closes; what was typed stays"
    case .workspace, .name: ""
    }
  }

  private var fireKey: String { KeyTable.shortLabel(of: .fire, in: .compose) }
  private var closeKey: String { KeyTable.shortLabel(of: .close, in: .compose) }
  private var addKey: String { KeyTable.shortLabel(of: .addRow, in: .compose) }
  private var removeKey: String { KeyTable.shortLabel(of: .removeRow, in: .compose) }

  /// The buttons, and the newest outcome where it has no place of its own.
  func drawButtons(on surface: inout Surface, in rect: Rect, hasOutcomes: Bool) {
    let theme = context.theme
    var column = rect.column + 1
    for (field, label) in [(ComposeField.fire, "[ Fire \(fireKey) ]"), (.close, "[ Close \(closeKey) ]")] {
      let start = column
      column = surface.write(
        label, row: rect.row, column: column, limit: rect.endColumn - column, style: state.focus == field ? theme.selection : theme.button)
      surface.mark(Rect(row: rect.row, column: start, rows: 1, columns: column - start), as: ClickTarget.field(field))
      column += 2
    }
    guard let order = state.orders.first else { return }
    let isToldAbove = hasOutcomes || state.message == .fired
    if isToldAbove {
      let hint = "\(closeKey), then \(KeyTable.shortLabel(of: .showDeliveries, in: .table)): each answer, whole"
      guard order.isEnded, TextWidth.columns(of: hint) < rect.endColumn - column else { return }
      surface.write(hint, row: rect.row, column: column, style: theme.faint)
      return
    }
    let line = order.line(context: context)
    surface.write(TextWidth.truncate(line.text, to: rect.endColumn - column - 1), row: rect.row, column: column, style: line.style)
  }
}
