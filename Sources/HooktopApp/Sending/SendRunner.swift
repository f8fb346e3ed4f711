public import CatalogEvents
public import EventRecords
public import WebhookDelivery

/// Sends a job: many sends at a time up to a limit, each at its moment, every outcome counted.
public struct SendRunner: Sendable {
  /// How many sends may be under way at once.
  public static let concurrencyLimit = 64

  private let send: @Sendable (WebhookRequest) async -> DeliveryOutcome
  private let capture: @Sendable (Int64) async throws -> Capture?
  private let clock: SendClock
  private let now: @Sendable () -> Timestamp
  private let mask: SecretMask

  /// `send` delivers one request, `now` is the time that events bear, and `capture` reads what is to be sent again; of its headers those that
  /// `mask` calls secret stay here.
  public init(
    clock: SendClock = .continuous, now: @escaping @Sendable () -> Timestamp = Timestamp.now, mask: SecretMask = SecretMask(),
    capture: @escaping @Sendable (Int64) async throws -> Capture? = { _ in nil },
    send: @escaping @Sendable (WebhookRequest) async -> DeliveryOutcome
  ) {
    self.clock = clock
    self.now = now
    self.mask = mask
    self.capture = capture
    self.send = send
  }

  /// Runs a job to its end, or until the task is cancelled: then nothing more is started and what is under way is cut short.
  ///
  /// Captures are sent one after the other, each when the one before was answered; of a draft many are under way at a time. What is sent
  /// is made or read at the moment of each send, and what cannot be sent then has failed. `record` is called when a send starts
  /// (`.sending`) and when it has ended, and returns the store's id for the delivery, which the second call then bears. `onProgress` is
  /// called about 20 times a second at most and once at the end; it must return at once. Throws when the target is no URL that can be
  /// sent to; then nothing was sent.
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
      let limit = job.keepsOrder ? 1 : Self.concurrencyLimit
      for index in 0..<job.count {
        if let due = pace?.next(at: clock.now()), due > clock.now() {
          // Only a cancellation ends the wait early.
          try? await clock.sleep(due)
        }
        if underWay == limit {
          await group.next()
          underWay -= 1
        }
        if Task.isCancelled { break }
        group.addTask { await deliver(index, of: job, record: record, ledger: ledger) }
        underWay += 1
      }
    }
    return ledger.close()
  }

  private func deliver(_ index: Int, of job: SendJob, record: @Sendable (Delivery) async -> Int64, ledger: SendLedger) async {
    let moment = now()
    var delivery: Delivery
    do {
      let step = try await step(index, of: job, at: moment)
      delivery = Delivery(step.request, label: step.label, startedAt: moment)
      delivery.captureID = step.captureID
      delivery.id = await record(delivery)
      delivery.end(await send(step.request))
    } catch {
      let failure = error as? NotSent ?? NotSent(reason: "\(error)", label: "nothing")
      delivery = Delivery(createdAt: moment, target: job.shownTarget, label: failure.label, headers: [], body: [], state: .failed)
      delivery.captureID = failure.captureID
      delivery.attempts = [Attempt(startedAt: moment, duration: .zero, outcome: .failed(reason: failure.reason))]
    }
    delivery.id = await record(delivery)
    await ledger.count(delivery)
  }

  private func step(_ index: Int, of job: SendJob, at moment: Timestamp) async throws -> SendStep {
    switch job.content {
    case .draft(let draft, _):
      return SendStep(request: try WebhookRequest(catalogBody: draft.body(at: moment), to: job.target), label: draft.label)
    case .edited(let capture, let body):
      return try SendStep(sending: body, insteadOf: capture, to: job.target, mask: mask)
    case .captures(let ids):
      let id = ids[index]
      guard let capture = try await capture(id) else {
        throw NotSent(reason: "#\(id) is not in the store any more", label: "#\(id)", captureID: nil)
      }
      return try SendStep(replaying: capture, to: job.target, mask: mask)
    }
  }
}
