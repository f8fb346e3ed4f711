/// Reads what is needed from the URLs of our own listeners.
enum LoopbackURL {
  /// `localhost:8443` of `https://127.0.0.1:8443/event`: what a catalog's `OPTERYX_WEBHOOK_DOMAIN` must say. Addresses of this machine, and
  /// those that stand for all of its addresses, become `localhost`.
  static func domain(of url: String) -> String? {
    guard let authority = authority(of: url), let colon = authority.lastIndex(of: ":") else { return nil }
    let host = authority[..<colon]
    let local: Set<Substring> = ["127.0.0.1", "[::1]", "0.0.0.0", "[::]", "localhost"]
    return (local.contains(host) ? "localhost" : String(host)) + authority[colon...]
  }

  /// `127.0.0.1:8443` of `https://127.0.0.1:8443/event`.
  static func authority(of url: String) -> Substring? {
    guard let scheme = url.firstRange(of: "://") else { return nil }
    return url[scheme.upperBound...].prefix { $0 != "/" }
  }

  /// The URL without its path: `https://127.0.0.1:8443`.
  static func origin(of url: String) -> String {
    guard let scheme = url.firstRange(of: "://") else { return url }
    return String(url[..<scheme.upperBound]) + (authority(of: url) ?? "")
  }

  /// Scheme and port: `https:8443`.
  static func brief(_ url: String) -> String {
    guard let scheme = url.firstRange(of: "://"), let authority = authority(of: url), let colon = authority.lastIndex(of: ":") else {
      return url
    }
    return String(url[..<scheme.lowerBound]) + authority[colon...]
  }
}
