/// Which headers of a capture go along when it is sent again, and which stay here.
///
/// What the sender said of itself and of the body goes along as it came: content type, user agent, headers of its own. What belonged to
/// one connection does not (the new one has its own), nor what is secret: it was meant for the receiver that it was sent to.
public struct ReplayHeaders: Sendable, Hashable {
  /// Why a header stays here.
  public enum Reason: Sendable, Hashable {
    /// It was about the connection or the target of then: `Host`, `Content-Length`, `Connection` and what that names.
    case connection
    /// A credential or a token.
    case secret
    /// Its value is not UTF-8, or its name no header's, and could not be sent as it came.
    case unsendable
  }

  public struct Held: Sendable, Hashable {
    public var name: String
    public var reason: Reason

    public init(name: String, reason: Reason) {
      self.name = name
      self.reason = reason
    }
  }

  /// In the order in which they came.
  public private(set) var sent: [HeaderField] = []
  public private(set) var held: [Held] = []

  /// `mask` says what is secret. One that masks nothing is for showing: what it shows does not go along for that.
  public init(_ headers: [HeaderField], mask: SecretMask = SecretMask()) {
    let mask = mask.isOff ? SecretMask() : mask
    let named = headers.filter { $0.name.lowercased() == "connection" }.flatMap { $0.displayText.split(separator: ",") }
    let ofConnection = Self.ofConnection.union(named.map { $0.trimmed.lowercased() })
    for header in headers {
      if ofConnection.contains(header.name.lowercased()) {
        held.append(Held(name: header.name, reason: .connection))
      } else if mask.isSecret(header.name) || mask(header.bytes) != header.bytes {
        held.append(Held(name: header.name, reason: .secret))
      } else if header.text == nil || header.name.isEmpty || !header.name.utf8.allSatisfy(Self.isTokenByte) {
        held.append(Held(name: header.name, reason: .unsendable))
      } else {
        sent.append(header)
      }
    }
  }

  private static let ofConnection: Set<String> = [
    "host", "content-length", "connection", "keep-alive", "proxy-connection", "transfer-encoding", "te", "trailer", "upgrade", "expect",
  ]

  private static func isTokenByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): true
    default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
    }
  }
}

extension Substring {
  /// Without the blanks at its ends.
  fileprivate var trimmed: Substring {
    var text = self
    while let first = text.first, first == " " || first == "\t" { text.removeFirst() }
    while let last = text.last, last == " " || last == "\t" { text.removeLast() }
    return text
  }
}
