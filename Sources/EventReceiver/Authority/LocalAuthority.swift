public import CatalogEvents
import Foundation
import X509

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

  /// Says where the files of an authority in `directory` are, or would be; reads and makes nothing.
  public static func located(in directory: String) -> LocalAuthority {
    let folder = AuthorityFolder(path: directory)
    return LocalAuthority(
      certificatePath: folder.path(of: .authorityCertificate), bundlePath: folder.path(of: .bundle),
      identity: ServerIdentity(certificatePath: folder.path(of: .serverCertificate), keyPath: folder.path(of: .serverKey)))
  }

  /// Makes what is missing in `directory`, renews what runs out within 30 days or lacks one of `names`, and says where all is.
  ///
  /// `names` are the DNS names and IP addresses that the server is reached by besides the standing ones (localhost,
  /// cloudtasks.localhost, 127.0.0.1, ::1, this host's name). Two processes may prepare the same folder at once. An authority that
  /// is damaged is never replaced by itself, because programs that trust it would stop delivering without a word.
  public static func prepare(in directory: String, names: [String] = []) throws(AuthorityError) -> LocalAuthority {
    try prepare(in: directory, names: names, at: Date())
  }

  static func prepare(in directory: String, names: [String], at now: Date) throws(AuthorityError) -> LocalAuthority {
    var wanted = ServerName.standing
    for text in names {
      let name = try ServerName(text)
      if !wanted.contains(name) { wanted.append(name) }
    }
    let folder = AuthorityFolder(path: directory)
    try folder.create()
    let lock = try folder.lock()
    defer { lock.release() }

    let authority = try folder.authority(at: now)
    if !folder.hasServerCertificate(by: authority, names: wanted, at: now) {
      try folder.issueServerCertificate(by: authority, names: wanted, at: now)
    }
    try folder.writeBundle()
    return located(in: directory)
  }

  /// When the certificates in the files run out.
  public func expiry() throws(AuthorityError) -> CertificateExpiry {
    let authority = try AuthorityFolder.certificates(at: certificatePath)
    let server = try AuthorityFolder.certificates(at: identity.certificatePath)
    guard let authority = authority.first, let server = server.first else {
      throw AuthorityError("\(certificatePath) or \(identity.certificatePath) holds no certificate")
    }
    return CertificateExpiry(
      authority: Timestamp(milliseconds: Int64(authority.notValidAfter.timeIntervalSince1970 * 1000)),
      server: Timestamp(milliseconds: Int64(server.notValidAfter.timeIntervalSince1970 * 1000)))
  }
}

/// The last moments at which the local authority's certificates are valid.
public struct CertificateExpiry: Sendable, Hashable {
  public var authority: Timestamp
  public var server: Timestamp

  public init(authority: Timestamp, server: Timestamp) {
    self.authority = authority
    self.server = server
  }
}
