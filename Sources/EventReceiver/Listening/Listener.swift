/// A listener that accepts connections.
public struct Listener: Sendable, Hashable {
  /// With the port that was really taken.
  public var address: ListenAddress
  public var isTLS: Bool

  public init(address: ListenAddress, isTLS: Bool) {
    self.address = address
    self.isTLS = isTLS
  }

  /// Where this machine sends events to: `https://127.0.0.1:8443/event`.
  public var url: String { origin + "/event" }

  /// What answers whether it is alive: `https://127.0.0.1:8443/health`.
  public var healthURL: String { origin + "/health" }

  /// A program on this machine reaches a listener on every address through the loopback; nothing can be sent to `0.0.0.0` itself.
  private var origin: String {
    var reachable = address
    switch address.host {
    case "0.0.0.0": reachable.host = "127.0.0.1"
    case "::": reachable.host = "::1"
    default: break
    }
    return "\(isTLS ? "https" : "http")://\(reachable)"
  }
}
