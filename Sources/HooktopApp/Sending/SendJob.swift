public import CatalogEvents
import WebhookDelivery

/// An event that is to be sent to a target, once or many times.
public struct SendJob: Sendable, Hashable {
  public var draft: EventDraft
  /// The target's URL.
  public var target: String
  /// How many times; at least once.
  public var count: Int
  /// Sends a second; `nil` for as fast as the target takes them.
  public var rate: Double?

  public init(draft: EventDraft, target: String, count: Int = 1, rate: Double? = nil) {
    self.draft = draft
    self.target = target
    self.count = count
    self.rate = rate
  }
}

/// How many sends of a job have ended, and how.
public struct SendTally: Sendable, Hashable {
  public var total: Int
  public var deliveredCount = 0
  /// Those that were cut short by a cancellation are among them.
  public var failedCount = 0

  public init(total: Int) {
    self.total = total
  }

  public var endedCount: Int { deliveredCount + failedCount }
}

extension EventDraft {
  /// What is sent, for a list: `create dataset acme/sales.orders`, `lock workspace acme`.
  public var label: String {
    let kind = "\(action.rawValue) \(resourceType.rawValue)"
    if resourceType == .workspace, collection == nil, resourceName == workspace { return "\(kind) \(workspace)" }
    if let collection { return "\(kind) \(workspace)/\(collection).\(resourceName)" }
    return "\(kind) \(workspace)/\(resourceName)"
  }
}

extension SendJob {
  /// The target without the credentials that a URL may hold.
  var shownTarget: String {
    (try? WebhookRequest(catalogBody: [], to: target))?.url ?? target
  }
}
