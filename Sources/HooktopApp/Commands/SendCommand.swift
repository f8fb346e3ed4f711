import CatalogEvents
import EventRecords
import Foundation
import Logging
import ServiceLifecycle
import Synchronization
import UnixSignals
import WebhookDelivery

/// `hooktop send`: fires an event, once or many times, and says how each send ended.
public enum SendCommand {
  /// How a job is to be carried out.
  public struct Manner: Sendable, Hashable {
    public var count = 1
    public var rate: Double?
    /// Print the request and send nothing.
    public var isDryRun = false
    public var asJSON = false

    public init() {}
  }

  public static func run(settings: Settings, draft options: DraftOptions, manner: Manner) async throws {
    try check(manner)
    let draft = try options.draft()
    let job = SendJob(draft: draft, target: try target(settings), count: manner.count, rate: manner.rate)
    let output = StandardOutput()
    if manner.isDryRun {
      let request = try WebhookRequest(catalogBody: draft.body(at: .now()), to: job.target)
      try output.writeAll(DryRun.text(request, asJSON: manner.asJSON))
      return
    }
    let logger = try Wiring.startLogging(settings, hasScreen: false)
    let sender = WebhookSender(trust: Wiring.targetTrust(settings), logger: logger)
    let runner = SendRunner(send: sender.send)
    do {
      let (tally, failure) = try await fire(job, with: runner, manner: manner, output: output, logger: logger, endsOnSignals: true)
      await sender.shutdown()
      try conclude(tally, job: job, failure: failure)
    } catch {
      await sender.shutdown()
      throw error
    }
  }

  private static func check(_ manner: Manner) throws(CommandFailure) {
    guard manner.count >= 1 else { throw CommandFailure(.usage, "--count is \(manner.count): it must be at least 1") }
    guard let rate = manner.rate else { return }
    guard SendPace.rates.contains(rate) else {
      throw CommandFailure(.usage, "--rate is \(rate): it must be more than 0 and at most a million sends a second")
    }
    guard manner.count > 1 else { throw CommandFailure(.usage, "--rate has no effect on a single send: give --count as well") }
  }

  /// Where the settings say to send, directly; anything else is refused, never replaced by another way.
  static func target(_ settings: Settings) throws(CommandFailure) -> String {
    if let queue = settings.effectiveQueue {
      let source = settings.entry(.queue)?.source.place(of: .queue) ?? "the settings"
      throw CommandFailure(
        .notSucceeded,
        "delivery through a queue is not in this version, and \(source) sets the queue \(queue): give --direct to deliver directly")
    }
    guard let target = settings.target else {
      throw CommandFailure(
        .notSucceeded, "\(WebhookConfiguration.disabledReason): set it to HOST[:PORT], or give --to URL or --domain HOST[:PORT]")
    }
    return target
  }

  /// Runs the job until it is done, or SIGTERM or SIGINT comes (if they end it); returns the tally and why the last failed send failed.
  /// `keep` stores each send that has ended and returns its number.
  static func fire(
    _ job: SendJob, with runner: SendRunner, manner: Manner, output: StandardOutput, logger: Logger, endsOnSignals: Bool,
    keep: @escaping @Sendable (Delivery) async throws -> Int64 = { $0.id }
  ) async throws -> (SendTally, String?) {
    let failure = Mutex<String?>(nil)
    let service = SendService(job: job, runner: runner) { delivery in
      guard delivery.state != .sending else { return delivery.id }
      if let reason = SendOutcome.failure(delivery) { failure.withLock { $0 = reason } }
      // Nobody reading the outcomes is no reason not to send.
      try? await output.write(manner.asJSON ? SendOutcome.json(delivery) : SendOutcome.line(delivery))
      do {
        return try await keep(delivery)
      } catch {
        StandardError.say("hooktop: it was sent, but is not in the list of deliveries: \(CommandFailure(error).description)")
        return delivery.id
      }
    }
    let group = ServiceGroup(
      configuration: ServiceGroupConfiguration(
        services: [.init(service: service, successTerminationBehavior: .gracefullyShutdownGroup, serviceName: "sender")],
        gracefulShutdownSignals: endsOnSignals ? [.sigterm, .sigint] : [], logger: logger))
    try await group.run()
    return (service.tally, failure.withLock { $0 })
  }

  /// Says how many sends there were when there was more than one, and throws when not all of them succeeded.
  static func conclude(_ tally: SendTally, job: SendJob, failure: String?) throws(CommandFailure) {
    let counts = "\(tally.deliveredCount) delivered, \(tally.failedCount) failed"
    if tally.endedCount < tally.total {
      throw CommandFailure(.notSucceeded, "stopped after \(tally.endedCount) of \(tally.total) sends: \(counts)")
    }
    if tally.total > 1 { StandardError.say("\(tally.total) sends: \(counts)") }
    guard tally.failedCount > 0 else { return }
    let reason = failure ?? "no answer"
    throw CommandFailure(
      .notSucceeded,
      tally.total == 1
        ? "the delivery to \(job.shownTarget) failed: \(reason)"
        : "\(tally.failedCount) deliveries to \(job.shownTarget) failed, the last of them: \(reason)")
  }
}

/// Runs a job as a service, so that a signal stops it.
private final class SendService: Service {
  private let job: SendJob
  private let runner: SendRunner
  private let record: @Sendable (Delivery) async -> Int64
  private let result: Mutex<SendTally>

  init(job: SendJob, runner: SendRunner, record: @escaping @Sendable (Delivery) async -> Int64) {
    self.job = job
    self.runner = runner
    self.record = record
    result = Mutex(SendTally(total: job.count))
  }

  var tally: SendTally { result.withLock { $0 } }

  func run() async throws {
    let ended = try await cancelWhenGracefulShutdown { [self] in
      try await runner.run(job, record: record)
    }
    result.withLock { $0 = ended }
  }
}
