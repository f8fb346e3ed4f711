import CatalogEvents
import EventReceiver
import EventRecords
import HooktopTesting
import Logging
import ServiceLifecycle
import Synchronization

/// What was handed to `accept`.
final class Recorder: Sendable {
  private let kept = Mutex<[Capture]>([])

  var captures: [Capture] { kept.withLock { $0 } }

  func keep(_ capture: Capture) {
    kept.withLock { $0.append(capture) }
  }
}

/// A receiver on free ports of the loopback, and what it kept.
struct RunningReceiver: Sendable {
  var plain: Listener
  var secure: Listener?
  /// The certificate that clients of `secure` must trust.
  var trust: String?
  let recorder: Recorder
  let stop: @Sendable () async -> Void

  static let arrival = Timestamp(milliseconds: 1_795_442_600_240)

  func connect() async throws -> WireClient {
    try await WireClient.connect(to: plain)
  }

  /// Runs a receiver while `body` runs, then stops it gracefully.
  static func run<Result: Sendable>(
    limits: ReceiverLimits = ReceiverLimits(), tls: Bool = false,
    accept: (@Sendable (Capture) async throws -> Void)? = nil,
    _ body: @escaping @Sendable (RunningReceiver) async throws -> Result
  ) async throws -> Result {
    let recorder = Recorder()
    let folder = try TemporaryFolder()
    let authority = tls ? try LocalAuthority.prepare(in: folder.path) : nil
    let loopback = ListenAddress(host: "127.0.0.1", port: 0)
    let (listening, report) = AsyncStream<[Listener]>.makeStream()
    let receiver = EventReceiver(
      configuration: ReceiverConfiguration(http: loopback, https: tls ? loopback : nil, identity: authority?.identity, limits: limits),
      logger: quiet, now: { arrival }, onListening: { report.yield($0) },
      accept: { capture in
        try await accept?(capture)
        recorder.keep(capture)
      })
    let group = ServiceGroup(configuration: ServiceGroupConfiguration(services: [receiver], logger: quiet))
    return try await withThrowingTaskGroup(of: Void.self) { tasks in
      tasks.addTask {
        defer { report.finish() }
        try await group.run()
      }
      var iterator = listening.makeAsyncIterator()
      guard let listeners = await iterator.next() else {
        try await tasks.waitForAll()
        throw WireClient.TimedOut()
      }
      let running = RunningReceiver(
        plain: listeners[0], secure: tls ? listeners[1] : nil, trust: authority?.certificatePath, recorder: recorder,
        stop: { await group.triggerGracefulShutdown() })
      let result = try await body(running)
      await group.triggerGracefulShutdown()
      try await tasks.waitForAll()
      withExtendedLifetime(folder) {}
      return result
    }
  }

  static var quiet: Logger {
    Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
  }
}

/// A signal that a test waits for, kept if it comes first.
struct Signal: Sendable {
  private let stream: AsyncStream<Void>
  private let continuation: AsyncStream<Void>.Continuation

  init() {
    (stream, continuation) = AsyncStream.makeStream()
  }

  func send() {
    continuation.yield()
  }

  func wait() async {
    for await _ in stream { return }
  }
}

/// A request as the catalog's client words it.
func post(_ body: String, path: String = "/event", headers: [String] = ["Content-Type: application/json"]) -> String {
  let lines = ["POST \(path) HTTP/1.1", "Host: localhost"] + headers + ["Content-Length: \(body.utf8.count)", "", ""]
  return lines.joined(separator: "\r\n") + body
}

let event =
  #"{"event": {"action": "create", "workspace": "acme", "collection": "sales", "resource_type": "dataset", "#
  + #""resource_name": "orders", "timestamp": 1795442600112}, "data": {"location": null, "properties": {}}}"#
