import EventRecords

/// The URL to which a captured request was sent, put together from how it came, its `Host` and its path.
struct RequestURL {
  let text: String
  /// Whether the `Host` is in the URL: one that no URL can hold is not.
  let hasHost: Bool
  let isLoopback: Bool

  init(_ capture: Capture) {
    let given = capture.headers.last { $0.name.lowercased() == "host" }?.bytes ?? []
    let isGood = !given.isEmpty && given.allSatisfy(Self.isHostByte)
    let host = isGood ? String(decoding: given, as: UTF8.self) : "localhost"
    hasHost = isGood
    isLoopback = Self.isLoopback(host)
    let lowered = capture.path.lowercased()
    if lowered.hasPrefix("http://") || lowered.hasPrefix("https://") {
      text = Self.encoded(capture.path)
    } else {
      text = (capture.isTLS ? "https://" : "http://") + host + (capture.path.hasPrefix("/") ? "" : "/") + Self.encoded(capture.path)
    }
  }

  /// What stands after the `?`, up to the fragment; `nil` when there is none.
  var query: Substring? {
    guard let mark = text.firstIndex(of: "?") else { return nil }
    return text[text.index(after: mark)...].prefix { $0 != "#" }
  }

  private static func isLoopback(_ host: String) -> Bool {
    let name = host.hasPrefix("[") ? String(host.prefix { $0 != "]" }) : String(host.prefix { $0 != ":" })
    return name == "localhost" || name.hasSuffix(".localhost") || name.hasPrefix("127.") || name == "[::1"
  }

  /// Spaces and control characters, which no URL has, percent-encoded.
  private static func encoded(_ path: String) -> String {
    var bytes: [UInt8] = []
    for byte in path.utf8 {
      if byte <= 0x20 || byte == 0x7F {
        bytes += "%\(byte < 0x10 ? "0" : "")\(String(byte, radix: 16, uppercase: true))".utf8
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func isHostByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): true
    default: ".-_:[]".utf8.contains(byte)
    }
  }
}
