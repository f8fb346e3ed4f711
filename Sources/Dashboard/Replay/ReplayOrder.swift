/// Captures that the operator wants sent again.
public struct ReplayOrder: Sendable, Hashable {
  public enum Content: Sendable, Hashable {
    /// Those of these numbers, one after the other, their bytes unchanged.
    case captures([Int64])
    /// One with another body, exactly these bytes.
    case edited(captureID: Int64, body: [UInt8])

    /// How many sends there are.
    public var count: Int {
      switch self {
      case .captures(let ids): ids.count
      case .edited: 1
      }
    }
  }

  /// The dashboard's number for it, from the same row as those of `SendOrder`.
  public var order: Int
  public var content: Content
  /// The target's URL.
  public var target: String

  public init(order: Int, content: Content, target: String) {
    self.order = order
    self.content = content
    self.target = target
  }
}
