public import EventReceiver
public import EventRecords
import Foundation
public import WebhookDelivery

/// Everything that the user set, checked, and where each value came from.
public struct Settings: Sendable {
  /// `nil` when plain HTTP is off.
  public var http: ListenAddress?
  /// `nil` when HTTPS is off.
  public var https: ListenAddress?
  /// The user's own certificate and key; `nil` for those that hooktop makes.
  public var identity: ServerIdentity?
  /// Names and addresses that hooktop's own certificate is also good for.
  public var tlsNames: [String]
  public var maxBody: Int
  public var storePath: String
  /// Whether captures are kept in memory only.
  public var isEphemeral: Bool
  public var logFile: String?
  /// The URL that was set as the target; `target` is where deliveries go.
  public var explicitTarget: String?
  /// The catalog's domain and queue.
  public var webhooks: WebhookConfiguration
  /// Whether a queue that is set is to be left aside.
  public var isDirect: Bool
  /// A file of authorities that are believed for every target.
  public var authorityPath: String?
  /// What is secret in headers and URLs, names of the user's own included.
  public var mask: SecretMask

  public var folders: UserFolders
  /// The config file that was read or would have been.
  public var configFile: ConfigFileStatus
  /// Every setting that has a value, in the order of the table.
  public var entries: [SettingEntry]

  /// Which config file counts, and whether it is there.
  public struct ConfigFileStatus: Sendable, Hashable {
    public var path: String
    public var source: SettingSource
    public var isRead: Bool
  }

  /// What the setting was set to, as it was written; `nil` when it has no value.
  public func entry(_ setting: Setting) -> SettingEntry? {
    entries.first { $0.setting == setting }
  }

  /// Where deliveries go: the URL that was set, or else the catalog's domain; `nil` when webhooks are disabled.
  ///
  /// A domain from a stronger source (an option beside a URL in the file, say) wins over the URL.
  public var target: String? {
    guard let url = webhooks.url else { return explicitTarget }
    guard let explicitTarget else { return url }
    return rank(.domain) < rank(.target) ? url : explicitTarget
  }

  /// The queue that deliveries go through; `nil` when they go directly.
  public var effectiveQueue: String? {
    guard let queue = webhooks.queue else { return nil }
    return isDirect && rank(.direct) <= rank(.queue) ? nil : queue
  }

  private func rank(_ setting: Setting) -> Int {
    entry(setting)?.source.rank ?? .max
  }
}

extension Settings {
  /// Reads every setting.
  ///
  /// `options` are those of the command line, by setting, each with the texts that were given; `configPath` is the value of
  /// `--config`, and `environment` stands in for the process's own. Throws one sentence about the first value that cannot be used.
  public static func load(
    options: [Setting: [String]] = [:], configPath: String? = nil, environment: [String: String]? = nil
  ) async throws(CommandFailure) -> Settings {
    let environment = environment ?? ProcessInfo.processInfo.environment
    let folders = UserFolders(environment: environment)
    let fileSource: SettingSource
    let path: String
    if let configPath {
      (path, fileSource) = (folders.expand(configPath), .option)
    } else if let named = environment["HOOKTOP_CONFIG"], !named.isEmpty {
      (path, fileSource) = (folders.expand(named), .environment("HOOKTOP_CONFIG"))
    } else {
      (path, fileSource) = (folders.configFile, .standing)
    }
    let file = try await ConfigFile(path: path, mayBeMissing: fileSource == .standing)
    let reader = SettingsReader(options: options, environment: environment, file: file, folders: folders)
    var entries: [SettingEntry] = []
    for setting in Setting.allCases {
      if let entry = try reader.entry(for: setting) { entries.append(entry) }
    }
    let isRead = FileManager.default.fileExists(atPath: path)
    return try Settings(
      entries: entries, folders: folders, configFile: ConfigFileStatus(path: path, source: fileSource, isRead: isRead))
  }

  init(entries: [SettingEntry], folders: UserFolders, configFile: ConfigFileStatus) throws(CommandFailure) {
    let byName = Dictionary(uniqueKeysWithValues: entries.map { ($0.setting, $0) })
    self.entries = entries
    self.folders = folders
    self.configFile = configFile
    http = try byName[.http]?.address()
    https = try byName[.https]?.address()
    let certificate = try byName[.tlsCertificate]?.path(in: folders)
    let key = try byName[.tlsKey]?.path(in: folders)
    switch (certificate, key) {
    case (let certificate?, let key?): identity = ServerIdentity(certificatePath: certificate, keyPath: key)
    case (nil, nil): identity = nil
    case (.some, nil): throw Self.halfIdentity(byName[.tlsCertificate], lacks: .tlsKey)
    case (nil, .some): throw Self.halfIdentity(byName[.tlsKey], lacks: .tlsCertificate)
    }
    tlsNames = byName[.tlsName]?.texts ?? []
    maxBody = try byName[.maxBody]?.byteCount() ?? ReceiverLimits().bodyBytes
    storePath = try byName[.store]?.path(in: folders) ?? folders.data + "/events.db"
    isEphemeral = try byName[.ephemeral]?.flag() ?? false
    logFile = try byName[.logFile]?.path(in: folders)
    explicitTarget = try byName[.target]?.url()
    webhooks = WebhookConfiguration(domain: try byName[.domain]?.domain(), queue: byName[.queue]?.text)
    isDirect = try byName[.direct]?.flag() ?? false
    authorityPath = try byName[.authority]?.path(in: folders)
    mask = try byName[.mask]?.mask() ?? SecretMask()
  }

  private static func halfIdentity(_ entry: SettingEntry?, lacks missing: Setting) -> CommandFailure {
    let present = entry?.setting.key ?? ""
    return CommandFailure(
      entry?.source.exitStatus ?? .badConfiguration, "\(present) is set without \(missing.key): set both, or neither to use hooktop's own")
  }
}
