/// Where webhooks go, read from the environment as the catalog reads it.
public struct WebhookConfiguration: Sendable, Hashable {
  /// Why nothing is sent without a domain.
  public static let disabledReason = "webhooks are disabled because OPTERYX_WEBHOOK_DOMAIN is not set"
  /// The same with its mend, for a command line.
  public static let disabledSentence = "\(disabledReason): set it, or give --to URL"
  /// Why nothing is sent to a queue.
  public static let queueUnavailableReason =
    "delivery through a queue is not available in this version: unset OPTERYX_WEBHOOK_QUEUE to deliver directly"

  /// `OPTERYX_WEBHOOK_DOMAIN`: a domain or `host:port`; `nil` when it is unset or empty, and webhooks are disabled.
  public var domain: String?
  /// `OPTERYX_WEBHOOK_QUEUE`: `projects/P/locations/L/queues/Q`; `nil` when it is unset or empty, and delivery is direct.
  public var queue: String?

  public init(domain: String?, queue: String?) {
    self.domain = domain.flatMap { $0.isEmpty ? nil : $0 }
    self.queue = queue.flatMap { $0.isEmpty ? nil : $0 }
  }

  public init(environment: [String: String]) {
    self.init(domain: environment["OPTERYX_WEBHOOK_DOMAIN"], queue: environment["OPTERYX_WEBHOOK_QUEUE"])
  }

  /// `https://{domain}/event`; `nil` when webhooks are disabled.
  public var url: String? {
    domain.map { "https://\($0)/event" }
  }
}
