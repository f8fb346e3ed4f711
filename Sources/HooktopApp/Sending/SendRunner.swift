public import CatalogEvents
public import EventRecords
public import WebhookDelivery

/// Sends a job: many sends at a time up to a limit, each at its moment, every outcome counted.
public struct SendRunner: Sendable {
  /// How many sends may be under way at once.
  public static let concurrencyLimit = 64

  private let send: @Sendable (WebhookRequest) async -> DeliveryOutcome
  private let clock: SendClock
  private let now: @Sendable () -> Timestamp

  /// `send` delivers one request, `now` is the time that events bear.
  public init(
    clock: SendClock = .continuous, now: @escaping @Sendable () -> Timestamp = Timestamp.now,
    send: @escaping @Sendable (WebhookRequest) async -> DeliveryOutcome
  ) {
    self.clock = clock
    self.now = now
    self.send = send
  }

  /// Runs a job to its end, or until the task is cancelled: then nothing more is started and what is under way is cut short.
  ///
  /// The body is made at the moment of each send. `record` is called when a send starts (`.sending`) and when it has ended, and
  /// returns the store's id for the delivery, which the second call then bears. `onProgress` is called about 20 times a second at
  /// most and once at the end; it must return at once. Throws when the target is no URL that can be sent to; then nothing was sent.
  @discardableResult
  public func run(
    _ job: SendJob, record: @escaping @Sendable (Delivery) async -> Int64 = { $0.id },
    onProgress: @escaping @Sendable (SendTally, Delivery?) -> Void = { _, _ in }
  ) async throws(TargetError) -> SendTally {
    _ = try WebhookRequest(catalogBody: [], to: job.target)
    let ledger = SendLedger(total: job.count, clock: clock, tell: onProgress)
    var pace = job.rate.flatMap { SendPace(rate: $0, from: clock.now()) }
    await withTaskGroup(of: Void.self) { group in
      var underWay = 0
      for _ in 0..<job.count {
        if let due = pace?.next(at: clock.now()), due > clock.now() {
          // Only a cancellation ends the wait early.
          try? await clock.sleep(due)
        }
        if underWay == Self.concurrencyLimit {
          await group.next()
          underWay -= 1
        }
        if Task.isCancelled { break }
        group.addTask { await deliver(job, record: record, ledger: ledger) }
        underWay += 1
      }
    }
    return ledger.close()
  }

  private func deliver(_ job: SendJob, record: @Sendable (Delivery) async -> Int64, ledger: SendLedger) async {
    let moment = now()
    // The target was seen to be good before the first send.
    guard let request = try? WebhookRequest(catalogBody: job.draft.body(at: moment), to: job.target) else { return }
    var delivery = Delivery(request, label: job.draft.label, startedAt: moment)
    delivery.id = await record(delivery)
    delivery.end(await send(request))
    delivery.id = await record(delivery)
    await ledger.count(delivery)
  }
}
