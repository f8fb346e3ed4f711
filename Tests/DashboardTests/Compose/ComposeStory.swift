import CatalogEvents
import EventRecords
import Foundation
import HooktopTesting
import TerminalSurface
import Testing

@testable import Dashboard

/// A compose form and someone who types in it.
struct ComposeStory {
  var state: ComposeState
  var context: ComposeContext
  /// What the form asked for, in order.
  var effects: [Effect] = []
  var isClosed = false

  init(
    values: ComposeValues? = nil, ownTarget: String? = "http://127.0.0.1:8080/event", webhookDomain: String? = nil, columns: Int = 80,
    rows: Int = 24
  ) {
    state = ComposeState(values: values)
    context = ComposeContext(
      now: Timestamp(milliseconds: 1_795_442_600_112), ownTarget: ownTarget, webhookDomain: webhookDomain, theme: Theme(usesColor: true),
      clock: ClockFormat(timeZone: .gmt), size: Size(columns: columns, rows: rows))
  }

  mutating func press(_ keys: Key...) {
    for key in keys { take(.key(key)) }
  }

  mutating func type(_ text: String) {
    for character in text { take(.key(.character(character))) }
  }

  mutating func paste(_ text: String) {
    take(.paste(text))
  }

  /// Goes to a field and replaces what is in it.
  mutating func fill(_ field: ComposeField, _ text: String) {
    state.focus = field
    press(.end, .control("u"))
    type(text)
  }

  mutating func choose(_ kind: String) {
    state.focus = .kind
    for _ in EventKind.all where state.kind.title != kind { press(.right) }
  }

  private mutating func take(_ input: InputEvent) {
    let result = state.update(input, in: context)
    effects += result.effects
    if result.closes { isClosed = true }
  }

  /// The orders that were sent.
  var orders: [SendOrder] {
    effects.compactMap { if case .send(let order) = $0 { order } else { nil } }
  }

  var surface: Surface {
    var surface = Surface(size: context.size)
    state.draw(on: &surface, in: Rect(surface.size), context: context)
    return surface
  }

  var rows: [String] {
    let surface = surface
    return (0..<surface.size.rows).map { surface.text(row: $0) }
  }

  var screen: String { rows.joined(separator: "\n") }

  /// The row that begins with a label.
  func row(_ label: String) -> String {
    rows.first { $0.hasPrefix(" " + label) } ?? ""
  }

  var issues: [ComposeField: FieldIssue] {
    ComposeReview(state, in: context).issues
  }
}
