import Crypto
import Foundation
import SwiftASN1
import X509

/// A certificate that signs others, and its key.
struct SigningAuthority {
  var certificate: Certificate
  var key: Certificate.PrivateKey
}

extension AuthorityFolder {
  /// How long before its end a certificate is renewed.
  static let renewalTime: TimeInterval = 30 * 86400

  /// The authority in the folder; made when there is none, given a new certificate over the same key before the old one runs out.
  func authority(at now: Date) throws(AuthorityError) -> SigningAuthority {
    let certificateText = try read(.authorityCertificate)
    let keyText = try read(.authorityKey)
    switch (certificateText, keyText) {
    case (nil, nil):
      let key = P256.Signing.PrivateKey()
      try write(key.pemRepresentation + "\n", to: .authorityKey)
      return try issueAuthorityCertificate(for: Certificate.PrivateKey(key), at: now)
    case (nil, let keyText?):
      // The key is written first: a process that was stopped between the two files leaves just this.
      return try issueAuthorityCertificate(for: authorityKey(in: keyText), at: now)
    case (_?, nil):
      throw AuthorityError(
        "\(path(of: .authorityKey)) is missing; put it back, or delete \(path(of: .authorityCertificate)) to have a new authority made")
    case (let certificateText?, let keyText?):
      makePrivate(.authorityKey)
      let key = try authorityKey(in: keyText)
      let certificate = try authorityCertificate(in: certificateText)
      guard certificate.publicKey == key.publicKey else {
        throw AuthorityError(
          "\(path(of: .authorityCertificate)) and \(path(of: .authorityKey)) do not belong together; \(Self.mend)")
      }
      guard certificate.notValidAfter > now.addingTimeInterval(Self.renewalTime), certificate.notValidBefore <= now else {
        return try issueAuthorityCertificate(for: key, at: now)
      }
      return SigningAuthority(certificate: certificate, key: key)
    }
  }

  private static let mend = "put the right file back, or delete both to have a new authority made"

  private func authorityKey(in text: String) throws(AuthorityError) -> Certificate.PrivateKey {
    do {
      return try Certificate.PrivateKey(pemEncoded: text)
    } catch {
      throw AuthorityError(
        "\(path(of: .authorityKey)) is damaged; put the right file back, or delete it and \(path(of: .authorityCertificate)) to have a new "
          + "authority made")
    }
  }

  private func authorityCertificate(in text: String) throws(AuthorityError) -> Certificate {
    let certificates = try? Self.certificates(in: text, of: path(of: .authorityCertificate))
    guard let certificate = certificates?.first, certificates?.count == 1,
      case .isCertificateAuthority? = try? certificate.extensions.basicConstraints
    else {
      throw AuthorityError(
        "\(path(of: .authorityCertificate)) is damaged; put the right file back, or delete it and \(path(of: .authorityKey)) to have a new "
          + "authority made")
    }
    return certificate
  }

  /// Signs a certificate for `key` with itself, valid for ten years, and writes it.
  ///
  /// Python 3.13 and later verify strictly: basic constraints and key usage critical, and a subject key identifier.
  private func issueAuthorityCertificate(for key: Certificate.PrivateKey, at now: Date) throws(AuthorityError) -> SigningAuthority {
    do {
      let identifier = SubjectKeyIdentifier(hash: key.publicKey)
      let mark = identifier.keyIdentifier.prefix(4).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
      let name = try DistinguishedName {
        OrganizationName("hooktop")
        CommonName("hooktop local CA \(mark)")  // two authorities of two machines must not look like one
      }
      let certificate = try Certificate(
        version: .v3, serialNumber: Certificate.SerialNumber(), publicKey: key.publicKey,
        notValidBefore: now.addingTimeInterval(-3600), notValidAfter: now.addingTimeInterval(3650 * 86400), issuer: name,
        subject: name,
        extensions: Certificate.Extensions {
          Critical(BasicConstraints.isCertificateAuthority(maxPathLength: 0))
          Critical(KeyUsage(keyCertSign: true, cRLSign: true))
          identifier
        }, issuerPrivateKey: key)
      try write(certificate.serializeAsPEM().pemString + "\n", to: .authorityCertificate)
      return SigningAuthority(certificate: certificate, key: key)
    } catch let error as AuthorityError {
      throw error
    } catch {
      throw AuthorityError("\(path(of: .authorityCertificate)) cannot be made from \(path(of: .authorityKey)); \(Self.mend)")
    }
  }
}
