import CatalogEvents
import TerminalSurface

/// What the compose form needs to know of the world around it.
struct ComposeContext: Sendable, Hashable {
  var now: Timestamp
  /// The URL of this dashboard's own listener on loopback; `nil` while none listens.
  var ownTarget: String?
  /// The value of `OPTERYX_WEBHOOK_DOMAIN`, when it is set.
  var webhookDomain: String?
  /// The URL that was set as the target, where that wins over the domain.
  var explicitTarget: String?
  /// The queue that deliveries would have to go through; `nil` when they go directly.
  var queue: String?
  var theme: Theme
  var clock: ClockFormat
  /// The size in which the form is drawn: a page of the preview is as long as the preview is high.
  var size: Size

  init(
    now: Timestamp, ownTarget: String?, webhookDomain: String?, explicitTarget: String? = nil, queue: String? = nil, theme: Theme,
    clock: ClockFormat, size: Size = Size(columns: 80, rows: 24)
  ) {
    self.now = now
    self.ownTarget = ownTarget
    self.webhookDomain = webhookDomain
    self.explicitTarget = explicitTarget
    self.queue = queue
    self.theme = theme
    self.clock = clock
    self.size = size
  }

  /// Where the settings say to send: the URL that was set, else that of the catalog's domain.
  var configuredTarget: String? {
    explicitTarget ?? webhookDomain.map(TargetChoice.url(ofDomain:))
  }
}

/// What follows from an input to the compose form.
struct ComposeResult: Sendable, Equatable {
  /// In the order in which they must be carried out.
  var effects: [Effect] = []
  /// Whether the form goes away; the state stays, so that it opens again as it was left.
  var closes = false
}
