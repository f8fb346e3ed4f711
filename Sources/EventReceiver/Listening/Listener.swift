/// A listener that accepts connections.
public struct Listener: Sendable, Hashable {
  /// With the port that was really taken.
  public var address: ListenAddress
  public var isTLS: Bool

  public init(address: ListenAddress, isTLS: Bool) {
    self.address = address
    self.isTLS = isTLS
  }

  /// Where events are sent to: `https://127.0.0.1:8443/event`.
  public var url: String { origin + "/event" }

  /// What answers whether it is alive: `https://127.0.0.1:8443/health`.
  public var healthURL: String { origin + "/health" }

  private var origin: String {
    "\(isTLS ? "https" : "http")://\(address)"
  }
}
