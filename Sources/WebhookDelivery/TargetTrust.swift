/// Whose certificates are believed besides the system's authorities.
public struct TargetTrust: Sendable, Hashable {
  /// PEM files of authorities for every target.
  public var authorityPaths: [String]
  /// A PEM file of an authority that is believed for targets on this machine's loopback only. It may not exist yet.
  public var loopbackAuthorityPath: String?

  public init(authorityPaths: [String] = [], loopbackAuthorityPath: String? = nil) {
    self.authorityPaths = authorityPaths
    self.loopbackAuthorityPath = loopbackAuthorityPath
  }
}
