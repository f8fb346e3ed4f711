import NIOHTTP1

extension WebhookRequest {
  /// The request's head as it goes on the wire. Throws when a header line cannot be sent.
  func head(for target: TargetURL) throws(TargetError) -> HTTPRequestHead {
    var lines = HTTPHeaders()
    var hasLength = false
    if !headers.contains(where: { $0.name.lowercased() == "host" }) {
      lines.add(name: "Host", value: target.hostField)
    }
    for (name, value) in headers {
      guard !name.isEmpty, name.utf8.allSatisfy(Self.isTokenByte) else {
        throw TargetError("the header name \(name.debugDescription) cannot be sent: letters, digits and - are allowed")
      }
      guard value.utf8.allSatisfy({ $0 != 0 && $0 != 0x0A && $0 != 0x0D }) else {
        throw TargetError("the value of the header \(name) cannot be sent: it has a line break or a NUL in it")
      }
      switch name.lowercased() {
      case "transfer-encoding":
        continue
      case "content-length":
        // A second one could only contradict the first.
        if hasLength { continue }
        hasLength = true
        lines.add(name: name, value: String(body.count))
      default:
        lines.add(name: name, value: value)
      }
    }
    if !hasLength {
      lines.add(name: "Content-Length", value: String(body.count))
    }
    return HTTPRequestHead(version: .http1_1, method: HTTPMethod(rawValue: method), uri: target.requestTarget, headers: lines)
  }

  private static func isTokenByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): true
    default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
    }
  }
}
