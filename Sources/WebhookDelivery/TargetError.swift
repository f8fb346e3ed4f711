/// Why a target cannot be sent to, as one sentence that names it and the mend.
public struct TargetError: Error, Sendable, Hashable, CustomStringConvertible {
  public var description: String

  public init(_ description: String) {
    self.description = description
  }
}
