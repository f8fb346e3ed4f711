public import CatalogEvents
public import EventRecords
import WebhookDelivery

/// Requests that are to be sent to a target, one after the other.
public struct SendJob: Sendable, Hashable {
  /// What is sent.
  public enum Content: Sendable, Hashable {
    /// The same event so many times, at least once; its body is made at the moment of each send.
    case draft(EventDraft, count: Int)
    /// The captures of these ids once each, in this order; each is read when its turn comes.
    case captures([Int64])
    /// A capture once, with another body.
    case edited(Capture, body: [UInt8])
  }

  public var content: Content
  /// The target's URL.
  public var target: String
  /// Sends a second; `nil` for as fast as the target takes them.
  public var rate: Double?

  public init(_ content: Content, target: String, rate: Double? = nil) {
    self.content = content
    self.target = target
    self.rate = rate
  }

  public init(draft: EventDraft, target: String, count: Int = 1, rate: Double? = nil) {
    self.init(.draft(draft, count: count), target: target, rate: rate)
  }

  /// How many sends there are.
  public var count: Int {
    switch content {
    case .draft(_, let count): count
    case .captures(let ids): ids.count
    case .edited: 1
    }
  }

  /// Whether each send waits for the answer to the one before, so that they arrive in their order.
  var keepsOrder: Bool {
    if case .captures = content { true } else { false }
  }
}

/// How many sends of a job have ended, and how.
public struct SendTally: Sendable, Hashable {
  public var total: Int
  public var deliveredCount = 0
  /// Those that were cut short by a cancellation are among them.
  public var failedCount = 0
  /// How often each reason was met, in the order in which they were first met.
  public private(set) var failures: [SendFailure] = []

  /// So many reasons are told apart: a target can find a new one for each send.
  static let reasonLimit = 8

  public init(total: Int) {
    self.total = total
  }

  public var endedCount: Int { deliveredCount + failedCount }

  /// Counts a send that has ended.
  mutating func count(_ delivery: Delivery) {
    guard let reason = delivery.failureReason else {
      deliveredCount += 1
      return
    }
    failedCount += 1
    if let index = failures.firstIndex(where: { $0.reason == reason }) {
      failures[index].count += 1
    } else if failures.count < Self.reasonLimit {
      failures.append(SendFailure(reason: reason, count: 1))
    } else {
      failures[Self.reasonLimit - 1].reason = "other reasons"
      failures[Self.reasonLimit - 1].count += 1
    }
  }
}

extension EventDraft {
  /// What is sent, for a list: `create dataset acme/sales.orders`, `lock workspace acme`.
  public var label: String {
    CatalogEvent(
      action: action, workspace: workspace, collection: collection, resourceType: resourceType, resourceName: resourceName,
      timestamp: timestamp ?? Timestamp(milliseconds: 0)
    ).label
  }
}

extension CatalogEvent {
  /// What happened, for a list: `create dataset acme/sales.orders`, `lock workspace acme`.
  var label: String {
    let kind = "\(action.rawValue) \(resourceType.rawValue)"
    if resourceType == .workspace, collection == nil, resourceName == workspace { return "\(kind) \(workspace)" }
    if let collection { return "\(kind) \(workspace)/\(collection).\(resourceName)" }
    return "\(kind) \(workspace)/\(resourceName)"
  }
}

extension SendJob {
  /// The target without the secrets that a URL may hold.
  var shownTarget: String {
    SecretMask()((try? WebhookRequest(catalogBody: [], to: target))?.url ?? target)
  }
}
