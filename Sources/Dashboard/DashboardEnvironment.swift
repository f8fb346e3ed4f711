public import EventRecords
public import Foundation

/// What the dashboard is told once, when it starts.
public struct DashboardEnvironment: Sendable {
  /// hooktop's own version.
  public var version: String
  /// Where the captures are kept, as a person would write it; `nil` when they are in memory only.
  public var storePath: String?
  /// The value of `OPTERYX_WEBHOOK_DOMAIN`, when it is set.
  public var webhookDomain: String?
  /// The URL that was set as the target, where that wins over the domain.
  public var explicitTarget: String?
  /// The queue that deliveries would have to go through; `nil` when they go directly.
  public var queue: String?
  /// The file that a catalog must be told to trust: `ca-bundle.pem`.
  public var caBundlePath: String?
  /// The zone in which times are shown.
  public var timeZone: TimeZone
  /// What the compose form held the last time.
  public var formValues: ComposeValues?
  /// Whether the terminal shows colours and the user wants them.
  public var usesColor: Bool
  /// From where on a lag gets a sign.
  public var signLimits: SignLimits
  /// What is masked, names of the user's own included.
  public var mask: SecretMask
  /// Whether clicks and the wheel are for the dashboard from the start.
  public var usesMouse = true
  /// The filters that were typed before, oldest first.
  public var filterHistory: [String]

  public init(
    version: String, storePath: String?, webhookDomain: String?, caBundlePath: String?, timeZone: TimeZone, formValues: ComposeValues?,
    usesColor: Bool, signLimits: SignLimits = SignLimits(), mask: SecretMask = SecretMask(), filterHistory: [String] = []
  ) {
    self.version = version
    self.storePath = storePath
    self.webhookDomain = webhookDomain
    self.caBundlePath = caBundlePath
    self.timeZone = timeZone
    self.formValues = formValues
    self.usesColor = usesColor
    self.signLimits = signLimits
    self.mask = mask
    self.filterHistory = filterHistory
  }
}
