/// The URL to which the form sends, read strictly: what two readers could take for two hosts is refused, because the form promises to name
/// the host before anything leaves this machine.
struct ComposeTarget: Sendable, Hashable {
  /// As it was typed.
  let url: String
  let host: String
  /// The value of the `Host` header: the port is left out when it is the scheme's own.
  let hostField: String
  /// Path and query as they stand in the request line.
  let requestTarget: String

  /// Why a text is not such a URL, in a few words.
  struct Mistake: Error, Sendable, Hashable {
    var reason: String
  }

  init(_ text: String) throws(Mistake) {
    url = text
    guard let delimiter = text.firstRange(of: "://") else { throw Mistake(reason: "not a URL: write https://HOST/event") }
    let scheme = text[..<delimiter.lowerBound].lowercased()
    guard scheme == "http" || scheme == "https" else { throw Mistake(reason: "only http:// and https:// can be sent to") }
    let rest = text[delimiter.upperBound...]
    let authority = rest.prefix { !"/?#".contains($0) }
    guard !authority.isEmpty else { throw Mistake(reason: "the host is missing") }
    guard !authority.contains("@") else { throw Mistake(reason: "leave the user and the password out") }

    let (hostText, portText) = Self.split(authority)
    guard Self.isHost(hostText) else { throw Mistake(reason: "the host is not a host name or an address") }
    host = hostText.lowercased()
    let standardPort = scheme == "http" ? 80 : 443
    var port = standardPort
    if let portText {
      guard portText.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(portText), (1...65_535).contains(number) else {
        throw Mistake(reason: "the port is not a number from 1 to 65535")
      }
      port = number
    }
    hostField = port == standardPort ? host : "\(host):\(port)"

    let path = rest[authority.endIndex...]
    guard !path.contains("#") else { throw Mistake(reason: "leave out # and what follows: it is never sent") }
    guard path.utf8.allSatisfy(Self.isPathByte) else { throw Mistake(reason: "write spaces and other odd characters as %20") }
    requestTarget = path.first == "/" ? String(path) : "/" + path
  }

  /// Whether what is sent to it stays on this machine, beyond doubt.
  var isLoopback: Bool {
    if host == "localhost" || host.hasSuffix(".localhost") { return true }
    if host.first == "[" {
      let groups = host.dropFirst().dropLast().split(separator: ":").map { Int($0, radix: 16) }
      // `1::` has the same groups as `::1`.
      return !host.hasSuffix(":]") && groups.last == 1 && groups.dropLast().allSatisfy { $0 == 0 }
    }
    let numbers = host.split(separator: ".", omittingEmptySubsequences: false)
    // A leading zero makes some readers take a number as octal: that is not beyond doubt.
    return numbers.count == 4 && numbers[0] == "127" && numbers.allSatisfy { UInt8($0).map(String.init) == String($0) }
  }

  private static func split(_ authority: Substring) -> (host: Substring, port: Substring?) {
    let colon: Substring.Index?
    if authority.first == "[", let end = authority.firstIndex(of: "]") {
      colon = authority[end...].firstIndex(of: ":")
    } else {
      colon = authority.firstIndex(of: ":")
    }
    guard let colon else { return (authority, nil) }
    return (authority[..<colon], authority[authority.index(after: colon)...])
  }

  private static func isHost(_ text: Substring) -> Bool {
    if text.first == "[" {
      guard text.last == "]" else { return false }
      let address = text.dropFirst().dropLast()
      return address.contains(":") && address.utf8.allSatisfy { isHexDigit($0) || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") }
    }
    return !text.isEmpty && text.utf8.allSatisfy { isAlphanumeric($0) || "-._".utf8.contains($0) }
  }

  private static func isPathByte(_ byte: UInt8) -> Bool {
    isAlphanumeric(byte) || "-._~!$%&'()*+,/:;=?@[]".utf8.contains(byte)
  }

  private static func isHexDigit(_ byte: UInt8) -> Bool {
    isAlphanumeric(byte) && byte & 0xDF <= UInt8(ascii: "F")
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): true
    default: false
    }
  }
}
