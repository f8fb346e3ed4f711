public import CatalogEvents
public import EventRecords
public import Logging
public import ServiceLifecycle

/// The HTTP and HTTPS listeners on `/event`.
///
/// `accept` is called once for each request that is kept, accepted or rejected, and must return only when it is stored for good:
/// the sender is answered after that, and with 503 when it throws.
public struct EventReceiver: Service {
  public init(
    configuration: ReceiverConfiguration, logger: Logger, now: @escaping @Sendable () -> Timestamp,
    onListening: @escaping @Sendable ([Listener]) -> Void, accept: @escaping @Sendable (Capture) async throws -> Void
  ) {
    fatalError("interface")
  }

  /// Listens until the service group shuts down gracefully; then what is in flight is answered and the connections are closed.
  ///
  /// `onListening` is called once, when every listener accepts connections. Throws `ReceiverError`.
  public func run() async throws { fatalError("interface") }
}

/// A listener that accepts connections.
public struct Listener: Sendable, Hashable {
  /// With the port that was really taken.
  public var address: ListenAddress
  public var isTLS: Bool

  public init(address: ListenAddress, isTLS: Bool) {
    self.address = address
    self.isTLS = isTLS
  }

  /// `https://127.0.0.1:8443/event`.
  public var url: String {
    "\(isTLS ? "https" : "http")://\(address)/event"
  }
}

/// Why the receiver cannot listen, as one sentence that names the thing and the mend.
public enum ReceiverError: Error, Sendable, Hashable, CustomStringConvertible {
  /// Another program has the port.
  case portTaken(String)
  /// The address cannot be listened on for another reason.
  case cannotListen(String)
  /// The certificate or the key cannot be used.
  case badIdentity(String)

  public var description: String {
    switch self {
    case .portTaken(let sentence), .cannotListen(let sentence), .badIdentity(let sentence): sentence
    }
  }
}
