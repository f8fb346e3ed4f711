public import CatalogEvents
public import EventRecords
import HummingbirdCore
import HummingbirdTLS
public import Logging
import NIOCore
import NIOPosix
public import ServiceLifecycle
import Synchronization

/// The HTTP and HTTPS listeners on `/event`.
///
/// `accept` is called once for each request that is kept, accepted or rejected, and must return only when it is stored for good:
/// the sender is answered after that, and with 503 when it throws.
public struct EventReceiver: Service {
  private let configuration: ReceiverConfiguration
  private let logger: Logger
  private let now: @Sendable () -> Timestamp
  private let onListening: @Sendable ([Listener]) -> Void
  private let accept: @Sendable (Capture) async throws -> Void

  public init(
    configuration: ReceiverConfiguration, logger: Logger, now: @escaping @Sendable () -> Timestamp,
    onListening: @escaping @Sendable ([Listener]) -> Void, accept: @escaping @Sendable (Capture) async throws -> Void
  ) {
    self.configuration = configuration
    self.logger = logger
    self.now = now
    self.onListening = onListening
    self.accept = accept
  }

  /// Listens until the service group shuts down gracefully; then what is in flight is answered and the connections are closed.
  ///
  /// `onListening` is called once, when every listener accepts connections. Throws `ReceiverError`; then none is left listening.
  public func run() async throws {
    let wanted = [(configuration.http, false), (configuration.https, true)].compactMap { address, isTLS in
      address.map { Listener(address: $0, isTLS: isTLS) }
    }
    guard !wanted.isEmpty else {
      onListening([])
      try await gracefulShutdown()
      return
    }
    let limit = ConnectionLimit(configuration.limits.connections)
    let bound = Mutex<[Listener]>([])
    let servers = try wanted.map { listener in
      try server(for: listener, within: limit) { port in
        let all = bound.withLock { bound in
          bound.append(Listener(address: ListenAddress(host: listener.address.host, port: port), isTLS: listener.isTLS))
          return bound
        }
        if all.count == wanted.count {
          onListening(all.sorted { !$0.isTLS && $1.isTLS })
        }
      }
    }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for (listener, server) in zip(wanted, servers) {
        group.addTask {
          do {
            try await server.run()
          } catch let error where !(error is CancellationError) {
            throw ReceiverError(cannotListenOn: listener, because: error)
          }
        }
      }
      // The first failure leaves the group, which cancels the other server; that closes its listener.
      for try await _ in group {}
    }
  }

  private func server(
    for listener: Listener, within limit: ConnectionLimit, onBound: @escaping @Sendable (Int) -> Void
  ) throws -> any Service {
    let endpoint = EventEndpoint(limits: configuration.limits, isTLS: listener.isTLS, logger: logger, accept: accept)
    let channel = EventChannel(endpoint: endpoint, now: now)
    let child: any ServerChildChannel
    if listener.isTLS {
      guard let identity = configuration.identity else {
        throw ReceiverError.badIdentity("HTTPS needs a certificate and a key; give --tls-cert and --tls-key, or --https off")
      }
      let secure = try TLSChannel(channel, tlsConfiguration: identity.tlsConfiguration())
      child = LimitedChannel(base: secure, limit: limit)
    } else {
      child = LimitedChannel(base: channel, limit: limit)
    }
    return child.server(
      configuration: ServerConfiguration(address: .hostname(listener.address.host, port: listener.address.port)),
      onServerRunning: { channel in onBound(channel.localAddress?.port ?? listener.address.port) },
      eventLoopGroup: MultiThreadedEventLoopGroup.singleton, logger: logger)
  }
}
