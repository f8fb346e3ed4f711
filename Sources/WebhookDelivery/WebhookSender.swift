import AsyncHTTPClient
public import Logging
import NIOCore
import NIOHTTP1
import NIOPosix

/// Delivers requests directly: one POST, one answer, no retry.
///
/// Redirects are reported and not followed; TLS is always verified. A request goes out as its value says, byte for byte, over HTTP/1.1.
///
/// A connection that has carried a request is kept for a second, so that a series of deliveries need not pay for a handshake each; the
/// catalog's client opens a new one every time. A target may close a kept connection at the very moment in which it is used again, and
/// that must not look like a failed delivery: when a connection that had been used before ends without a single byte of an answer, the
/// request is sent once more, over a new one. This is the only case in which bytes are sent twice. A target that had read the request and
/// then closed without answering sees it twice; over a new connection that is a failure, as it is for the catalog.
public final class WebhookSender: Sendable {
  /// How many connections one target may hold at a time.
  static let connectionLimit = 256

  private let keepingClient: HTTPClient
  private let freshClient: HTTPClient
  private let registry = ExchangeRegistry()
  private let trustStore: TrustStore
  private let timeouts: DeliveryTimeouts
  private let logger: Logger?

  public init(trust: TargetTrust = TargetTrust(), timeouts: DeliveryTimeouts = DeliveryTimeouts(), logger: Logger? = nil) {
    trustStore = TrustStore(trust)
    self.timeouts = timeouts
    self.logger = logger
    var configuration = HTTPClient.Configuration(
      redirectConfiguration: .disallow,
      timeout: .init(connect: timeouts.connect.timeAmount),
      connectionPool: .init(idleTimeout: timeouts.keep.timeAmount, concurrentHTTP1ConnectionsPerHostSoftLimit: Self.connectionLimit),
      decompression: .disabled)
    // A refused connection is an outcome to show, not one to hide for ten seconds behind further attempts.
    configuration.connectionPool.retryConnectionEstablishment = false
    configuration.httpVersion = .http1Only
    configuration.http1_1ConnectionDebugInitializer = { [registry] channel in
      ExchangeHandler.add(to: channel, registry: registry, timeout: timeouts.read.timeAmount)
    }
    keepingClient = HTTPClient(eventLoopGroup: MultiThreadedEventLoopGroup.singleton, configuration: configuration)
    configuration.maximumUsesPerConnection = 1
    freshClient = HTTPClient(eventLoopGroup: MultiThreadedEventLoopGroup.singleton, configuration: configuration)
  }

  /// Sends one request. It never throws: a failure is an outcome with its reason. When its task is cancelled the send ends at once.
  public func send(_ request: WebhookRequest) async -> DeliveryOutcome {
    let start = ContinuousClock.now
    do throws(TargetError) {
      let target = try TargetURL(request.url)
      let head = try request.head(for: target)
      var prepared = HTTPClientRequest(url: "\(target.scheme.rawValue)://\(target.hostAndPort)/")
      prepared.method = HTTPMethod(rawValue: request.method)
      prepared.body = .bytes(ByteBuffer(bytes: request.body))
      // AsyncHTTPClient must know whether the connection is to be closed afterwards.
      for value in head.headers["Connection"] where value.lowercased() == "close" {
        prepared.headers.add(name: "Connection", value: value)
      }
      if target.scheme == .https {
        prepared.tlsConfiguration = try trustStore.configuration(for: target)
      }
      return await send(prepared, head: head, to: target, from: start)
    } catch {
      return DeliveryOutcome(duration: start.duration(to: .now), result: .failed(reason: error.description))
    }
  }

  /// Ends what is under way and closes every connection. Must be called once, last: what is sent afterwards fails.
  public func shutdown() async {
    // It fails only when it has been done before.
    try? await keepingClient.shutdown()
    try? await freshClient.shutdown()
  }

  private func send(
    _ request: HTTPClientRequest, head: HTTPRequestHead, to target: TargetURL, from start: ContinuousClock.Instant
  ) async -> DeliveryOutcome {
    var ending = await attempt(request, head: head, over: keepingClient)
    if case .broken(let trouble) = ending, trouble.isStaleConnection {
      ending = await attempt(request, head: head, over: freshClient)
    }
    let duration = start.duration(to: .now)
    switch ending {
    case .answered(let answer):
      return DeliveryOutcome(duration: duration, result: .answered(answer))
    case .broken(let trouble):
      let diagnosis = Diagnosis(target: target, timeouts: timeouts, duration: duration, trouble: trouble)
      return DeliveryOutcome(duration: duration, result: .failed(reason: await diagnosis.reason()))
    }
  }

  private enum Ending {
    case answered(TargetAnswer)
    case broken(Trouble)
  }

  private func attempt(_ request: HTTPClientRequest, head: HTTPRequestHead, over client: HTTPClient) async -> Ending {
    let exchange = Exchange(head: head)
    let number = registry.add(exchange)
    defer { registry.remove(number) }
    var request = request
    request.headers.replaceOrAdd(name: ExchangeHandler.numberField, value: String(number))
    var status: Int?
    do {
      let response = try await client.execute(request, deadline: .distantFuture, logger: logger)
      status = Int(response.status.code)
      return .answered(try await TargetAnswer(reading: response))
    } catch {
      return .broken(Trouble(error: error, progress: exchange.progress, status: status))
    }
  }
}
