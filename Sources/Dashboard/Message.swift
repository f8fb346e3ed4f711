public import CatalogEvents
public import EventRecords
public import TerminalSurface

/// A fact that the dashboard is told, in order.
public enum Message: Sendable, Equatable {
  case input(InputEvent)
  /// The time of day, at the start and about once a second after it.
  case ticked(Timestamp)
  /// Captures or deliveries were committed; what is on the screen may be out of date.
  case storeChanged
  case pageLoaded(CapturePage)
  case filterValuesLoaded(FilterValues)
  /// `capture` is `nil` when the store has none of that id any more.
  case captureLoaded(id: Int64, capture: Capture?)
  case deliveriesLoaded(DeliveryPage)
  case statisticsLoaded(Statistics)
  case timelineLoaded(Timeline)
  case paceLoaded(Pace, generation: Int)
  /// What else the store has to do with the capture of that id.
  case relationsLoaded(id: Int64, CaptureRelations)
  case sendProgressed(SendProgress)
  case idsLoaded(CaptureIDs)
  case bodyEdited(EditResult)
  /// `count` of the captures were there, and are no more.
  case capturesDeleted([Int64], count: Int)
  case listenersChanged([ListenerStatus])
  case noticePosted(Notice)
  /// The store cannot take captures: senders get 503. `nil` when it can again.
  case storeFailed(reason: String?)
}

/// How far a send order has come.
public struct SendProgress: Sendable, Hashable {
  /// The order's number, from `SendOrder`.
  public var order: Int
  public var total: Int
  public var deliveredCount: Int
  public var failedCount: Int
  /// Why those failed, and how many for each reason.
  public var failures: [SendFailure]
  /// The newest delivery of the order that changed.
  public var newest: Delivery?
  /// Whether nothing more will be sent: all was, or it was cancelled.
  public var isEnded: Bool

  public init(order: Int, total: Int, deliveredCount: Int, failedCount: Int, failures: [SendFailure] = [], newest: Delivery?, isEnded: Bool)
  {
    self.order = order
    self.total = total
    self.deliveredCount = deliveredCount
    self.failedCount = failedCount
    self.failures = failures
    self.newest = newest
    self.isEnded = isEnded
  }
}

/// One of our own listeners and whether it was seen to work.
public struct ListenerStatus: Sendable, Hashable {
  public enum Health: Sendable, Hashable {
    /// It was not checked yet.
    case starting
    /// A request to it was just answered.
    case healthy
    /// A request to it was not; why, in one clause.
    case failing(reason: String)
  }

  /// `https://127.0.0.1:8443/event`.
  public var url: String
  public var isTLS: Bool
  public var health: Health

  public init(url: String, isTLS: Bool, health: Health) {
    self.url = url
    self.isTLS = isTLS
    self.health = health
  }
}

/// Something that the operator is told in the status line, and can read again later.
public struct Notice: Sendable, Hashable {
  public enum Severity: Sendable, Hashable {
    case information, warning, failure
  }

  public var severity: Severity
  public var text: String

  public init(_ severity: Severity, _ text: String) {
    self.severity = severity
    self.text = text
  }
}
