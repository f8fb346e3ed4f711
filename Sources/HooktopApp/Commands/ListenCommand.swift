import EventReceiver
import EventRecords
import EventStore
import Foundation
import Logging
import ServiceLifecycle
import UnixSignals

/// `hooktop listen`: receives without a screen, and prints each capture on standard output.
public enum ListenCommand {
  /// How long what is in flight may take to be answered and printed once the process was asked to end.
  private static let stoppingTime: Duration = .seconds(5)

  /// Runs until SIGTERM or SIGINT, or until nobody reads standard output any more.
  public static func run(settings: Settings, asJSON: Bool, withSecrets: Bool) async throws {
    let logger = try Wiring.startLogging(settings, hasScreen: false)
    let mask = withSecrets ? SecretMask.nothing : settings.mask
    try await listen(settings: settings, asJSON: asJSON, mask: mask, output: StandardOutput(), logger: logger, endsOnSignals: true) {
      for listener in $0 { StandardError.say("listening on \(listener.url)") }
    }
  }

  /// Runs until SIGTERM or SIGINT (if they end it), a graceful shutdown or a cancellation of the task, or the end of whoever reads `output`.
  static func listen(
    settings: Settings, asJSON: Bool, mask: SecretMask = SecretMask(), output: StandardOutput, logger: Logger, endsOnSignals: Bool,
    onListening: @escaping @Sendable ([Listener]) -> Void
  ) async throws {
    let (commits, commit) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
    let store = try Wiring.openStore(settings) { commit.yield() }
    defer { store.close() }
    let newest = try await store.newestID()
    let intake = Intake(store: store) { reason in
      StandardError.say(reason.map { "hooktop: \($0); senders are answered with 503" } ?? "the store takes captures again")
    }
    let receiver = try Wiring.makeReceiver(
      settings, authority: try Wiring.prepareAuthority(settings), logger: logger, onListening: onListening,
      accept: intake.accept)
    let human = CaptureLine(timeZone: .current)
    let printer = CapturePrinter(
      store: store, output: output, commits: commits, start: newest,
      line: { asJSON ? CaptureJSON.line($0, mask: mask) : human.line(mask($0)) })

    // The receiver is asked to stop first, and the printer then still prints what it took in.
    var configuration = ServiceGroupConfiguration(
      services: [
        .init(service: printer, successTerminationBehavior: .gracefullyShutdownGroup, serviceName: "printer"),
        .init(service: receiver, successTerminationBehavior: .gracefullyShutdownGroup, serviceName: "receiver"),
      ],
      gracefulShutdownSignals: endsOnSignals ? [.sigterm, .sigint] : [], logger: logger)
    configuration.maximumGracefulShutdownDuration = stoppingTime
    try await ServiceGroup(configuration: configuration).run()
  }
}
