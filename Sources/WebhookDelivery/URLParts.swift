#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A URL cut at its delimiters, each part still to be checked.
struct URLParts {
  let scheme: TargetURL.Scheme
  private let userInfo: Substring?
  private let host: Substring
  private let port: Substring?
  private let pathAndQuery: Substring
  /// The URL as errors quote it: escaped, short, and without credentials.
  private let quoted: String

  init(_ text: String) throws(TargetError) {
    guard let delimiter = text.firstRange(of: "://") else {
      throw TargetError("\(Self.quote(text)) is not an http or https URL: write it as https://HOST/event")
    }
    let rest = text[delimiter.upperBound...]
    let authority = rest.prefix { !"/?#".contains($0) }
    let (userInfo, hostAndPort) = Self.split(authority, atLast: "@")
    quoted = Self.quote(text[..<delimiter.upperBound] + hostAndPort + rest[authority.endIndex...])
    guard let scheme = TargetURL.Scheme(rawValue: text[..<delimiter.lowerBound].lowercased()) else {
      throw TargetError("\(quoted) is not an http or https URL: write it as https://HOST/event")
    }
    self.scheme = scheme
    self.userInfo = userInfo
    pathAndQuery = rest[authority.endIndex...].prefix { $0 != "#" }
    if hostAndPort.first == "[", let end = hostAndPort.firstIndex(of: "]") {
      let tail = hostAndPort[hostAndPort.index(after: end)...]
      guard tail.isEmpty || tail.first == ":" else {
        throw TargetError("\(quoted) has \"\(tail)\" after its address: write the port as [ADDRESS]:PORT")
      }
      host = hostAndPort[...end]
      port = tail.isEmpty ? nil : tail.dropFirst()
    } else {
      let colon = hostAndPort.firstIndex(of: ":") ?? hostAndPort.endIndex
      host = hostAndPort[..<colon]
      port = colon == hostAndPort.endIndex ? nil : hostAndPort[colon...].dropFirst()
    }
  }

  private static func split(_ text: Substring, atLast delimiter: Character) -> (before: Substring?, after: Substring) {
    guard let index = text.lastIndex(of: delimiter) else { return (nil, text) }
    return (text[..<index], text[text.index(after: index)...])
  }

  private static func quote(_ text: some StringProtocol) -> String {
    String(text.prefix(200)).debugDescription
  }
}

extension URLParts {
  func checkedHost() throws(TargetError) -> String {
    guard !host.isEmpty else {
      throw TargetError("\(quoted) names no host: write it as https://HOST/event")
    }
    if host.first == "[" {
      let address = host.dropFirst().dropLast().lowercased()
      guard address.contains(":"), IPAddress(address) != nil else {
        throw TargetError("\(quoted) has no IPv6 address in its brackets: write one, such as [::1]")
      }
      return address
    }
    guard host.utf8.allSatisfy({ $0 < 0x80 }) else {
      throw TargetError("the host of \(quoted) is not ASCII: write it in its encoded form, which begins with xn--")
    }
    guard host.utf8.allSatisfy(Self.isHostByte) else {
      throw TargetError("the host of \(quoted) has a character that no host name has: letters, digits, . - and _ are allowed")
    }
    return host.lowercased()
  }

  func checkedPort() throws(TargetError) -> Int {
    guard let port, !port.isEmpty else { return scheme.defaultPort }
    guard port.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(port), (1...65535).contains(number) else {
      throw TargetError("the port of \(quoted) is not a number from 1 to 65535")
    }
    return number
  }

  func checkedRequestTarget() throws(TargetError) -> String {
    var bytes: [UInt8] = pathAndQuery.first == "/" ? [] : [UInt8(ascii: "/")]
    for byte in pathAndQuery.utf8 {
      if byte < 0x20 || byte == 0x7F {
        throw TargetError("\(quoted) has a control character in its path: leave it out")
      }
      if Self.isTargetByte(byte) {
        bytes.append(byte)
      } else {
        bytes += [UInt8(ascii: "%"), Self.hexDigit(byte >> 4), Self.hexDigit(byte & 0xF)]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// `requests` sends credentials only when there is a password too, decoded from percent-encoding and written as Latin-1.
  func checkedAuthorization() throws(TargetError) -> String? {
    guard let userInfo, let colon = userInfo.firstIndex(of: ":") else { return nil }
    guard let user = Self.decode(userInfo[..<colon]), let password = Self.decode(userInfo[colon...].dropFirst()) else {
      throw TargetError("the credentials of \(quoted) are not UTF-8 when their percent-encoding is undone: write a % as %25")
    }
    var bytes: [UInt8] = []
    for scalar in "\(user):\(password)".unicodeScalars {
      guard let byte = UInt8(exactly: scalar.value) else {
        throw TargetError("the credentials of \(quoted) have a character outside Latin-1, which Basic authentication cannot carry")
      }
      bytes.append(byte)
    }
    return "Basic " + Data(bytes).base64EncodedString()
  }

  /// Undoes percent-encoding; a `%` without two digits after it stands for itself. `nil` when the result is not UTF-8.
  private static func decode(_ text: Substring) -> String? {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      let digits = rest.prefix(2)
      if byte == UInt8(ascii: "%"), digits.count == 2, digits.allSatisfy(isHexDigit), let value = UInt8(Substring(digits), radix: 16) {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self)
  }

  private static func isHexDigit(_ byte: UInt8) -> Bool {
    isAlphanumeric(byte) && Character(Unicode.Scalar(byte)).isHexDigit
  }

  private static func isHostByte(_ byte: UInt8) -> Bool {
    isAlphanumeric(byte) || "-._".utf8.contains(byte)
  }

  /// Whether `requests` leaves a byte of a path or a query alone.
  private static func isTargetByte(_ byte: UInt8) -> Bool {
    isAlphanumeric(byte) || "-._~!$%&'()*+,/:;=?@[]".utf8.contains(byte)
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): true
    default: false
    }
  }

  private static func hexDigit(_ nibble: UInt8) -> UInt8 {
    nibble < 10 ? UInt8(ascii: "0") + nibble : UInt8(ascii: "A") + nibble - 10
  }
}
