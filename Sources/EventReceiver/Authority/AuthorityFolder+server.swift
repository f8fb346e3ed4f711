import Crypto
import Foundation
import SwiftASN1
import X509

extension AuthorityFolder {
  /// Whether the folder's server certificate can go on being used: signed by this authority, for all of these names, and not about
  /// to run out.
  ///
  /// A damaged one simply counts as none: unlike the authority's it is trusted by nobody, so that a new one harms nobody.
  func hasServerCertificate(by authority: SigningAuthority, names: [ServerName], at now: Date) -> Bool {
    guard let chainText = try? read(.serverCertificate), let keyText = try? read(.serverKey),
      let chain = try? Self.certificates(in: chainText, of: path(of: .serverCertificate)), chain.count == 2,
      let key = try? Certificate.PrivateKey(pemEncoded: keyText)
    else { return false }
    let certificate = chain[0]
    guard chain[1] == authority.certificate, certificate.publicKey == key.publicKey,
      authority.certificate.publicKey.isValidSignature(certificate.signature, for: certificate),
      certificate.notValidBefore <= now, certificate.notValidAfter > now.addingTimeInterval(Self.renewalTime),
      let present = try? certificate.extensions.subjectAlternativeNames
    else { return false }
    makePrivate(.serverKey)
    return Set(names.map(\.generalName)).isSubset(of: Set(present))
  }

  /// Makes a key and a certificate for `names`, signed by the authority and valid for 396 days, and writes both.
  ///
  /// 397 days are the most that browsers accept.
  func issueServerCertificate(by authority: SigningAuthority, names: [ServerName], at now: Date) throws(AuthorityError) {
    do {
      let key = P256.Signing.PrivateKey()
      let publicKey = Certificate.PublicKey(key.publicKey)
      let certificate = try Certificate(
        version: .v3, serialNumber: Certificate.SerialNumber(), publicKey: publicKey, notValidBefore: now.addingTimeInterval(-3600),
        notValidAfter: min(now.addingTimeInterval(396 * 86400), authority.certificate.notValidAfter),
        issuer: authority.certificate.subject,
        subject: DistinguishedName {
          OrganizationName("hooktop")
          CommonName("localhost")
        },
        extensions: Certificate.Extensions {
          Critical(BasicConstraints.notCertificateAuthority)
          Critical(KeyUsage(digitalSignature: true))
          try ExtendedKeyUsage([.serverAuth])
          SubjectAlternativeNames(names.map(\.generalName))
          SubjectKeyIdentifier(hash: publicKey)
          try AuthorityKeyIdentifier(keyIdentifier: authority.certificate.extensions.subjectKeyIdentifier?.keyIdentifier)
        }, issuerPrivateKey: authority.key)
      // Between the two writes the pair does not fit; another process that starts a server prepares first, and waits for our lock.
      try write(key.pemRepresentation + "\n", to: .serverKey)
      let chain = try [certificate, authority.certificate].map { try $0.serializeAsPEM().pemString + "\n" }
      try write(chain.joined(), to: .serverCertificate)
    } catch let error as AuthorityError {
      throw error
    } catch {
      throw AuthorityError("\(path(of: .serverCertificate)) cannot be made: \(error)")
    }
  }
}
