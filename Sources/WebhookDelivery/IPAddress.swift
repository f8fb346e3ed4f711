import NIOCore

/// A numeric address, as opposed to a host name.
struct IPAddress {
  let isLoopback: Bool

  /// `nil` unless `text` is an IPv4 address of four numbers or an IPv6 address without brackets.
  init?(_ text: String) {
    guard let canonical = (try? SocketAddress(ipAddress: text, port: 0))?.ipAddress else { return nil }
    isLoopback = canonical.hasPrefix("127.") || canonical == "::1"
  }
}
