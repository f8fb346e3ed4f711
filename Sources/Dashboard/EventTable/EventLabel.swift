import CatalogEvents
import EventRecords
import TerminalSurface

/// What a capture is called in a row or a title.
enum EventLabel {
  /// One character that stands for an action: `+` create, `~` update, `-` delete, `>` rename, `.` any other.
  static func sign(_ action: Action) -> String {
    switch action {
    case .create: "+"
    case .update: "~"
    case .delete: "-"
    case .rename: ">"
    default: "."
    }
  }

  /// `acme/sales.orders`, `acme/orders` without a collection, `acme` for a workspace itself; for a rejected capture its reason in parentheses.
  static func name(_ summary: CaptureSummary) -> String {
    guard let event = summary.event else { return "(\(summary.reason ?? "rejected"))" }
    return name(event)
  }

  /// What stands in the name column: a name shortened to fit, or in parentheses why there is none.
  static func cell(_ summary: CaptureSummary, columns: Int) -> String {
    guard summary.event == nil else { return shorten(name(summary), to: columns) }
    let forms = briefReasons(summary)
    let fitting = forms.first { TextWidth.columns(of: $0) <= columns - 2 } ?? TextWidth.truncate(forms.first ?? "", to: columns - 2)
    return "(" + fitting + ")"
  }

  /// The reason in fewer and fewer words, the place whole in each: `not JSON, line 1 col 2: a value was expected`,
  /// `not JSON, line 1 col 2`, `not JSON 1:2`.
  private static func briefReasons(_ summary: CaptureSummary) -> [String] {
    let reason = String((summary.reason ?? "rejected").prefix(200))
    guard let match = reason.wholeMatch(of: /the body is not JSON: line (\d+), column (\d+): (.*)/) else { return [reason] }
    let (_, line, column, cause) = match.output
    return ["not JSON, line \(line) col \(column): \(cause)", "not JSON, line \(line) col \(column)", "not JSON \(line):\(column)"]
  }

  static func name(_ event: CatalogEvent) -> String {
    if let collection = event.collection { return "\(event.workspace)/\(collection).\(event.resourceName)" }
    return event.resourceType == .workspace && event.resourceName == event.workspace
      ? event.workspace : "\(event.workspace)/\(event.resourceName)"
  }

  /// Shortens a name in its middle: names differ most often at their ends, and the beginning says whose it is.
  static func shorten(_ name: String, to columns: Int) -> String {
    // A name that is far longer than the screen is cut before it is measured, so that a row costs the same whatever was sent.
    let bounded = name.utf8.count > 4096 ? String(name.prefix(1024)) + "…" + String(name.suffix(1024)) : name
    guard TextWidth.columns(of: bounded) > columns else { return bounded }
    guard columns >= 8 else { return TextWidth.truncate(bounded, to: columns) }
    let headColumns = columns / 3
    let head = TextWidth.truncate(bounded, to: headColumns + 1)
    return head + TextWidth.truncateStart(bounded, to: columns - headColumns).dropFirst()
  }
}
