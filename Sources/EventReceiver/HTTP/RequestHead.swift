import EventRecords
import NIOCore
import NIOHTTP1

/// A request's line and headers: what NIO's decoder made of them, and the header lines as they really came.
struct RequestHead: Sendable {
  var method: String
  /// The request target as it came: `/event?x=1`.
  var target: String
  /// With the bytes, the order and the case in which they came.
  var headers: [HeaderField]
  var body: BodyLength
  /// Whether the client wants to send another request on the connection.
  var keepsOpen: Bool
  var isHTTP10: Bool

  /// How a request says where its body ends.
  enum BodyLength: Sendable, Hashable {
    case bytes(Int)
    case chunks

    var isEmpty: Bool { self == .bytes(0) }
  }

  /// Joins the decoded head with its bytes; `nil` when the two do not say the same, or the target is not ASCII.
  ///
  /// The decoder is trusted with the grammar and with the length of the body, the bytes with the text: the decoder puts U+FFFD for
  /// each byte that is not UTF-8, and keeps spaces at the end of values, which do not belong to them.
  init?(decoded: HTTPRequestHead, bytes: ByteBuffer) {
    guard let headers = Self.fields(in: bytes), headers.count == decoded.headers.count, decoded.uri.utf8.allSatisfy({ $0 < 0x80 }) else {
      return nil
    }
    method = decoded.method.rawValue
    target = decoded.uri
    self.headers = headers
    isHTTP10 = decoded.version.minor == 0
    let isUpgrade = decoded.method == .CONNECT || decoded.headers.contains(name: "upgrade")
    keepsOpen = decoded.isKeepAlive && !isUpgrade  // the decoder reads nothing after a request that offers another protocol
    if decoded.headers.contains(name: "transfer-encoding") {
      body = .chunks
    } else if let text = decoded.headers.first(name: "content-length") {
      guard let length = Int(text.trimmingOptionalWhitespace), length >= 0 else { return nil }
      body = .bytes(length)
    } else {
      body = .bytes(0)
    }
  }

  /// The target without its query, and without scheme and host when it came in absolute form.
  var path: Substring {
    var path = target[...]
    for scheme in ["http://", "https://"] where path.lowercased().hasPrefix(scheme) {
      let rest = path.dropFirst(scheme.count)
      path = rest.firstIndex(of: "/").map { rest[$0...] } ?? "/"
    }
    return path.prefix { $0 != "?" }
  }

  /// The values of a header, in order.
  func values(of name: String) -> [HeaderField] {
    headers.filter { $0.name.lowercased() == name }
  }

  /// Reads the lines between the request line and the empty line; `nil` when one is not `name: value`.
  private static func fields(in bytes: ByteBuffer) -> [HeaderField]? {
    var lines = bytes.readableBytesView.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
      line.last == UInt8(ascii: "\r") ? line.dropLast() : line
    }[...]
    lines = lines.drop { $0.isEmpty }  // a client may put empty lines before its request
    var fields: [HeaderField] = []
    for line in lines.dropFirst() where !line.isEmpty {
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex, !line[line.startIndex].isOptionalWhitespace else {
        return nil
      }
      let value = line[(colon + 1)...].drop(while: \.isOptionalWhitespace)
      let end = value.lastIndex { !$0.isOptionalWhitespace }.map { $0 + 1 } ?? value.startIndex
      fields.append(HeaderField(name: String(decoding: line[..<colon], as: UTF8.self), bytes: Array(value[..<end])))
    }
    return fields
  }
}

extension UInt8 {
  fileprivate var isOptionalWhitespace: Bool { self == 0x20 || self == 0x09 }
}

extension String {
  fileprivate var trimmingOptionalWhitespace: Substring {
    var text = self[...]
    while text.last == " " || text.last == "\t" { text.removeLast() }
    return text
  }
}
