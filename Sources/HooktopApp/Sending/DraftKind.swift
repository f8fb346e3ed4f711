/// What `hooktop send` is asked to compose.
public enum DraftKind: String, Sendable, Hashable {
  case dataset, view
  /// Any event, its type named and its data given whole.
  case event
}
