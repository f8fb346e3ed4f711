/// What is wrong with a field's input, in a few words that stand beside it.
struct FieldIssue: Sendable, Hashable {
  enum Severity: Sendable, Hashable {
    /// It cannot be sent like this.
    case failure
    /// It will be sent as it is, but may not be what was meant.
    case warning
  }

  var severity: Severity
  var text: String

  static func failure(_ text: String) -> FieldIssue { FieldIssue(severity: .failure, text: text) }
  static func warning(_ text: String) -> FieldIssue { FieldIssue(severity: .warning, text: text) }

  /// With a sign, so that the two can be told apart without colour.
  var label: String {
    (severity == .failure ? "! " : "? ") + text
  }
}
