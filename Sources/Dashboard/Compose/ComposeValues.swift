/// What the compose form holds, as it was typed: it may be invalid.
public struct ComposeValues: Sendable, Hashable, Codable {
  public init() {}
}
