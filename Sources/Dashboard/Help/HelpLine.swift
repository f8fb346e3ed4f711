/// A line of the help, and what it runs.
struct HelpLine: Sendable, Hashable {
  var text: StyledLine
  /// What Enter runs on it; `nil` for a line that only tells something.
  var entry: ActEntry?
  var isHeading = false

  var isBlank: Bool { text.spans.allSatisfy(\.text.isEmpty) }

  /// Whether a text stands in the line, in whatever case.
  func says(_ sought: String) -> Bool {
    text.spans.map(\.text).joined().lowercased().contains(sought.lowercased())
  }
}
