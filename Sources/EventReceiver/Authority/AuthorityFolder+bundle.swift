import Foundation

extension AuthorityFolder {
  /// Where systems keep the roots that they trust, in one PEM file: Debian, Ubuntu, Arch; Fedora, RHEL; openSUSE; Alpine, macOS.
  private static let systemRoots = [
    "/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt", "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
    "/etc/ssl/ca-bundle.pem", "/etc/ssl/cert.pem",
  ]

  /// Writes the system's roots and ours into one file, when either has changed since it was written.
  func writeBundle() throws(AuthorityError) {
    var text = ""
    for candidate in Self.systemRoots {
      guard let roots = FileManager.default.contents(atPath: candidate), !roots.isEmpty else { continue }
      text = String(decoding: roots, as: UTF8.self)  // names in its comments may be Latin-1: nothing that is verified is lost
      if !text.hasSuffix("\n") { text += "\n" }
      break
    }
    text += try read(.authorityCertificate) ?? ""
    if try read(.bundle) != text {
      try write(text, to: .bundle)
    }
  }
}
