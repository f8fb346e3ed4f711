import Foundation
import SwiftASN1
import X509

/// A name that a server's certificate is valid for: a DNS name, in lower case, or the bytes of an IP address.
enum ServerName: Hashable {
  case dns(String)
  case address([UInt8])

  /// Reads a DNS name or an IP address; the error names a text that is neither.
  init(_ text: String) throws(AuthorityError) {
    if let bytes = Self.addressBytes(text) {
      self = .address(bytes)
      return
    }
    let name = text.lowercased()
    guard let fault = Self.fault(in: name) else {
      self = .dns(name)
      return
    }
    throw AuthorityError("the certificate cannot be made for \"\(text)\": \(fault)")
  }

  /// What every server certificate of ours is valid for.
  ///
  /// `cloudtasks.localhost` is there by its exact name: OpenSSL refuses `*.localhost`.
  static var standing: [ServerName] {
    var names: [ServerName] = [.dns("localhost"), .dns("cloudtasks.localhost"), .address([127, 0, 0, 1])]
    names.append(.address(Array(repeating: 0, count: 15) + [1]))
    if let host = hostName, let name = try? ServerName(host), !names.contains(name) {
      names.append(name)
    }
    return names
  }

  var generalName: GeneralName {
    switch self {
    case .dns(let name): .dnsName(name)
    case .address(let bytes): .ipAddress(ASN1OctetString(contentBytes: bytes[...]))
    }
  }

  private static var hostName: String? {
    var bytes = [CChar](repeating: 0, count: 256)
    guard gethostname(&bytes, bytes.count - 1) == 0 else { return nil }
    return String(validating: bytes.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  private static func addressBytes(_ text: String) -> [UInt8]? {
    for (family, count) in [(AF_INET, 4), (AF_INET6, 16)] {
      var bytes = [UInt8](repeating: 0, count: count)
      if inet_pton(family, text, &bytes) == 1 { return bytes }
    }
    return nil
  }

  /// Why `name` is not a DNS name that a certificate can carry; `nil` when it is.
  private static func fault(in name: String) -> String? {
    let labels = name.split(separator: ".", omittingEmptySubsequences: false)
    guard !name.isEmpty, name.utf8.count <= 253 else { return "a name has 1 to 253 characters" }
    for (index, label) in labels.enumerated() {
      if label == "*", index == 0 {
        guard labels.count > 2 else { return "OpenSSL refuses a wildcard over a whole domain; name each host" }
        continue
      }
      guard !label.isEmpty, label.utf8.count <= 63, label.first != "-", label.last != "-" else {
        return "each part between dots has 1 to 63 characters and no hyphen at its ends"
      }
      guard label.utf8.allSatisfy({ (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x5F }) else {
        return "only letters a to z, digits, hyphens and dots make a DNS name (write others in their xn-- form)"
      }
    }
    // Four numbers are an address that inet_pton refused, not a name.
    if labels.last?.utf8.allSatisfy({ (0x30...0x39).contains($0) }) == true { return "it is neither an IP address nor a DNS name" }
    return nil
  }
}
