/// A URL that deliveries go to, taken apart: `https://localhost:8443/event`.
///
/// It is written down as Python's `requests`, which the catalog's client is built on, puts it on the wire: the host in small letters, a
/// default port left out, what a URL cannot hold percent-encoded, the fragment dropped. Path and query are kept as given.
public struct TargetURL: Sendable, Hashable {
  public enum Scheme: String, Sendable, Hashable {
    case http, https

    public var defaultPort: Int {
      self == .http ? 80 : 443
    }
  }

  public let scheme: Scheme
  /// In small letters; an IPv6 address without its brackets.
  public let host: String
  public let port: Int
  /// Path and query as they stand in the request line; `/` when the URL has none.
  public let requestTarget: String
  /// The value of the `Authorization` header that a `user:password@` in the URL stands for.
  public let authorization: String?

  /// Takes a URL apart, or says in a sentence what is wrong with it. A password in it is never repeated in that sentence.
  public init(_ text: String) throws(TargetError) {
    let parts = try URLParts(text)
    scheme = parts.scheme
    host = try parts.checkedHost()
    port = try parts.checkedPort()
    requestTarget = try parts.checkedRequestTarget()
    authorization = try parts.checkedAuthorization()
  }

  /// The host as a URL writes it: an IPv6 address in brackets.
  var bracketedHost: String {
    host.contains(":") ? "[\(host)]" : host
  }

  /// Host and port, both always there: `localhost:8443`, `[::1]:443`.
  public var hostAndPort: String {
    "\(bracketedHost):\(port)"
  }

  /// The value of the `Host` header: the port is left out when it is the scheme's own.
  public var hostField: String {
    port == scheme.defaultPort ? bracketedHost : hostAndPort
  }

  /// Whether what is sent to it stays on this machine: `localhost`, `*.localhost`, 127.0.0.0/8 and `::1`.
  public var isLoopback: Bool {
    if host == "localhost" || host.hasSuffix(".localhost") { return true }
    if let address = IPAddress(host) { return address.isLoopback }
    return false
  }
}

extension TargetURL: CustomStringConvertible {
  /// The URL without credentials.
  public var description: String {
    "\(scheme.rawValue)://\(hostField)\(requestTarget)"
  }
}
