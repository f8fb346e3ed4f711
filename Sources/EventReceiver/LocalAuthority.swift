/// hooktop's own certificate authority and the server certificate it signed: files in one private folder, made once and renewed
/// before they run out.
public struct LocalAuthority: Sendable, Hashable {
  /// The authority's certificate.
  public var certificatePath: String
  /// The system's roots and ours in one file, for programs whose setting replaces all roots.
  public var bundlePath: String
  /// The server's certificate and key.
  public var identity: ServerIdentity

  public init(certificatePath: String, bundlePath: String, identity: ServerIdentity) {
    self.certificatePath = certificatePath
    self.bundlePath = bundlePath
    self.identity = identity
  }

  /// Makes what is missing in `directory`, renews what runs out within 30 days or lacks one of `names`, and says where all is.
  ///
  /// `names` are the DNS names and IP addresses that the server is reached by besides the standing ones (localhost,
  /// cloudtasks.localhost, 127.0.0.1, ::1, this host's name).
  public static func prepare(in directory: String, names: [String] = []) throws(AuthorityError) -> LocalAuthority {
    fatalError("interface")
  }
}

/// Why the local authority cannot be used, as one sentence that names the file and the mend.
public struct AuthorityError: Error, Sendable, Hashable, CustomStringConvertible {
  public var description: String

  public init(_ description: String) {
    self.description = description
  }
}
