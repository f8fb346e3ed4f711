import NIOSSL
import Synchronization

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Gives each target the TLS configuration that believes what may be believed for it.
///
/// The files are read when they are first needed and again when they have changed, because the local authority is made, and renewed, while
/// senders are alive.
final class TrustStore: Sendable {
  private let trust: TargetTrust
  private let files = Mutex<[String: AuthorityFile]>([:])

  init(_ trust: TargetTrust) {
    self.trust = trust
  }

  /// Throws when a file that was asked for cannot be used. A local authority that is not there is not an error: the target may have
  /// another certificate.
  func configuration(for target: TargetURL) throws(TargetError) -> TLSConfiguration {
    var roots: [NIOSSLAdditionalTrustRoots] = []
    for path in trust.authorityPaths {
      guard let certificates = certificates(at: path) else {
        throw TargetError("the authority file \(path) cannot be read as PEM certificates: name a readable PEM file")
      }
      roots.append(.certificates(certificates))
    }
    if target.isLoopback, let path = trust.loopbackAuthorityPath, let certificates = certificates(at: path) {
      roots.append(.certificates(certificates))
    }
    var configuration = TLSConfiguration.makeClientConfiguration()
    // What Python's client speaks.
    configuration.minimumTLSVersion = .tlsv12
    configuration.additionalTrustRoots = roots
    return configuration
  }

  private func certificates(at path: String) -> [NIOSSLCertificate]? {
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: path) else { return nil }
    let changedAt = attributes[.modificationDate] as? Date
    let size = attributes[.size] as? UInt64
    return files.withLock { files in
      if let file = files[path], file.changedAt == changedAt, file.size == size { return file.certificates }
      guard let certificates = try? NIOSSLCertificate.fromPEMFile(path), !certificates.isEmpty else { return nil }
      files[path] = AuthorityFile(changedAt: changedAt, size: size, certificates: certificates)
      return certificates
    }
  }
}

private struct AuthorityFile {
  var changedAt: Date?
  var size: UInt64?
  var certificates: [NIOSSLCertificate]
}
