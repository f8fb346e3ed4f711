/// Why the local authority cannot be used, as one sentence that names the file and the mend.
public struct AuthorityError: Error, Sendable, Hashable, CustomStringConvertible {
  public var description: String

  public init(_ description: String) {
    self.description = description
  }
}
