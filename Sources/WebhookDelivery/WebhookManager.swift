public import CatalogEvents

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Tells a webhook about what happens in a catalog, as the catalog's Python client does with its own `WebhookManager`.
///
/// Where to is read from the environment. Nothing here throws: what is announced has happened already, and a receiver that is down must
/// not undo it.
///
/// ```swift
/// let webhooks = WebhookManager()
/// await webhooks.send(
///   action: .create, workspace: "acme", collection: "sales", resourceType: .dataset, resourceName: "orders",
///   payload: CatalogPayload.datasetCreated(location: nil, properties: [], fields: nil))
/// await webhooks.shutdown()
/// ```
public final class WebhookManager: Sendable {
  /// What became of an announcement.
  public enum Outcome: Sendable {
    /// Nothing was sent, because no domain is set.
    case disabled
    case attempted(DeliveryOutcome)

    /// Whether the receiver took it.
    public var isSuccess: Bool {
      if case .attempted(let outcome) = self { outcome.isSuccess } else { false }
    }
  }

  public let configuration: WebhookConfiguration
  private let sender: WebhookSender
  private let now: @Sendable () -> Timestamp

  /// `configuration` is read from this process's environment when none is given, and events bear the system's time unless `now` tells another.
  public init(
    configuration: WebhookConfiguration? = nil, trust: TargetTrust = TargetTrust(), timeouts: DeliveryTimeouts = DeliveryTimeouts(),
    now: (@Sendable () -> Timestamp)? = nil
  ) {
    self.configuration = configuration ?? WebhookConfiguration(environment: ProcessInfo.processInfo.environment)
    self.now = now ?? { Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) }
    sender = WebhookSender(trust: trust, timeouts: timeouts)
  }

  /// Whether a domain is set.
  public var isEnabled: Bool {
    configuration.domain != nil
  }

  /// Announces an event and waits for the answer; `true` when it was 200 to 299.
  @discardableResult
  public func send(
    action: Action, workspace: String, collection: String?, resourceType: ResourceType, resourceName: String,
    payload: PayloadValue = .object([])
  ) async -> Bool {
    await deliver(
      EventDraft(
        action: action, workspace: workspace, collection: collection, resourceType: resourceType, resourceName: resourceName, data: payload)
    ).isSuccess
  }

  /// Announces an event and says what became of it.
  public func deliver(_ draft: EventDraft) async -> Outcome {
    guard let url = configuration.url else { return .disabled }
    guard configuration.queue == nil else { return Self.failed(WebhookConfiguration.queueUnavailableReason) }
    do throws(TargetError) {
      return .attempted(await sender.send(try WebhookRequest(catalogBody: draft.body(at: now()), to: url)))
    } catch {
      return Self.failed(error.description)
    }
  }

  /// Ends what is under way and closes every connection. Must be called once, last.
  public func shutdown() async {
    await sender.shutdown()
  }

  private static func failed(_ reason: String) -> Outcome {
    .attempted(DeliveryOutcome(duration: .zero, result: .failed(reason: reason)))
  }
}
