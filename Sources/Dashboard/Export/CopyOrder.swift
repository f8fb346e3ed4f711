public import EventRecords

/// Something that is to be put on the clipboard of whoever sits at the terminal.
public struct CopyOrder: Sendable, Hashable {
  public enum Content: Sendable, Hashable {
    /// The body, exactly as it came.
    case body
    /// The body with a member on each line, its numbers and escapes as they came.
    case indentedBody
    /// A curl command that sends it again.
    case curl
    /// A `hooktop send` line that fires the same event.
    case send
    /// A `hooktop replay` line.
    case replay
    /// The value of a header line, by its place.
    case header(Int)
    /// Something that was on the screen; `name` says what: `the value`.
    case bytes([UInt8], name: String)
  }

  /// The capture that it is taken from.
  public var capture: Int64
  public var content: Content
  /// What is masked in it.
  public var mask: SecretMask

  public init(capture: Int64, content: Content, mask: SecretMask) {
    self.capture = capture
    self.content = content
    self.mask = mask
  }
}
