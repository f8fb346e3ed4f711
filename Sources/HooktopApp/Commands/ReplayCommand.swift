import CatalogEvents
import EventRecords
import EventStore
import WebhookDelivery

/// `hooktop replay`: sends captures again, one after the other in the order in which they are named, their bytes unchanged.
public enum ReplayCommand {
  public struct Manner: Sendable, Hashable {
    /// Print the requests and send nothing.
    public var isDryRun = false
    public var asJSON = false

    public init() {}
  }

  public static func run(settings: Settings, ids: [Int64], manner: Manner) async throws {
    let job = SendJob(.captures(ids), target: try SendCommand.target(settings))
    try await requireReplayable(ids, settings: settings)
    let output = StandardOutput()
    if manner.isDryRun {
      try await writeOut(job, ids: ids, settings: settings, asJSON: manner.asJSON, to: output)
      return
    }
    let logger = try Wiring.startLogging(settings, hasScreen: false)
    // For writing: what is sent is kept, and is found from its capture.
    let store = try EventStore.open(.file(settings.storePath))
    defer { store.close() }
    let sender = WebhookSender(trust: Wiring.targetTrust(settings), logger: logger)
    let runner = SendRunner(mask: settings.mask, capture: { id in try await store.capture(id: id) }, send: sender.send)
    var sending = SendCommand.Manner()
    sending.asJSON = manner.asJSON
    do {
      let (tally, failure) = try await SendCommand.fire(
        job, with: runner, manner: sending, output: output, logger: logger, endsOnSignals: true,
        keep: { delivery in try await store.save(delivery) })
      await sender.shutdown()
      try SendCommand.conclude(tally, job: job, failure: failure)
    } catch {
      await sender.shutdown()
      throw error
    }
  }

  /// Throws, before anything is sent, when one of the captures is not there or was kept without its body.
  static func requireReplayable(_ ids: [Int64], settings: Settings) async throws {
    let store = try Wiring.openStoreForReading(settings)
    defer { store.close() }
    for id in ids {
      guard let capture = try await store.capture(id: id) else {
        throw CommandFailure(
          .notSucceeded,
          "there is no capture #\(id) in \(settings.storePath), and nothing was sent: hooktop events lists the numbers that there are")
      }
      guard capture.body != nil else {
        throw CommandFailure(
          .notSucceeded,
          "#\(id) cannot be sent again, and nothing was sent: its body was refused unread, because it was over the limit, see --max-body")
      }
    }
  }

  private static func writeOut(_ job: SendJob, ids: [Int64], settings: Settings, asJSON: Bool, to output: StandardOutput) async throws {
    let store = try Wiring.openStoreForReading(settings)
    defer { store.close() }
    for (index, id) in ids.enumerated() {
      guard let capture = try await store.capture(id: id) else { continue }
      let request = try SendStep(replaying: capture, to: job.target, mask: settings.mask).request
      if index > 0, !asJSON { try output.writeAll(Array("\r\n\r\n".utf8)) }
      try output.writeAll(DryRun.text(request, asJSON: asJSON))
    }
  }
}
