/// What `hooktop send` is asked to compose.
public enum EventKind: String, Sendable, Hashable {
  case dataset, view
  /// Any event, its type named and its data given whole.
  case event
}
