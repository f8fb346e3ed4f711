import CatalogEvents
import EventReceiver
import EventRecords
import EventStore
import Foundation
import Logging
import WebhookDelivery

/// Makes the edges from the settings, alike for the screen and for every command.
enum Wiring {
  /// Opens the store that the settings name, in memory when they say so. `onChange` is called after each commit.
  static func openStore(_ settings: Settings, onChange: @escaping @Sendable () -> Void = {}) throws(StoreError) -> EventStore {
    try EventStore.open(settings.isEphemeral ? .memory : .file(settings.storePath), onChange: onChange)
  }

  /// Opens the store that the settings name to look into it. Throws when there is none yet.
  static func openStoreForReading(_ settings: Settings) throws -> EventStore {
    guard FileManager.default.fileExists(atPath: settings.storePath) else {
      throw CommandFailure(
        .storeUnusable,
        "there is no store at \(settings.storePath): nothing was received yet; start hooktop or hooktop listen, or name another with --store"
      )
    }
    return try EventStore.openForReading(settings.storePath)
  }

  /// Makes or renews hooktop's own authority and server certificate; `nil` when HTTPS is off or the user has a certificate.
  static func prepareAuthority(_ settings: Settings) throws(AuthorityError) -> LocalAuthority? {
    guard settings.https != nil, settings.identity == nil else { return nil }
    return try LocalAuthority.prepare(in: settings.folders.data, names: settings.tlsNames)
  }

  /// The receiver for the settings' listeners. `authority` is what `prepareAuthority` gave; `accept` must return only when the
  /// capture is stored for good.
  static func makeReceiver(
    _ settings: Settings, authority: LocalAuthority?, logger: Logger, onListening: @escaping @Sendable ([Listener]) -> Void,
    accept: @escaping @Sendable (Capture) async throws -> Void
  ) throws(CommandFailure) -> EventReceiver {
    guard settings.http != nil || settings.https != nil else {
      throw CommandFailure(.badConfiguration, "http and https are both off: nothing would be received; leave one of them on")
    }
    var limits = ReceiverLimits()
    limits.bodyBytes = settings.maxBody
    let configuration = ReceiverConfiguration(
      http: settings.http, https: settings.https, identity: settings.identity ?? authority?.identity, limits: limits)
    return EventReceiver(
      configuration: configuration, logger: logger, now: Timestamp.now, onListening: onListening, accept: accept)
  }

  /// Whom a sender believes: the system's authorities, the file of `--ca` for every target, and hooktop's own authority, as far as
  /// there is one already, for targets on this machine.
  static func targetTrust(_ settings: Settings) -> TargetTrust {
    TargetTrust(authorityPaths: settings.authorityPath.map { [$0] } ?? [], loopbackAuthorityPath: authorityPath(settings))
  }

  /// The certificate of hooktop's own authority, as far as there is one already.
  static func authorityPath(_ settings: Settings) -> String? {
    let path = settings.folders.data + "/ca.pem"
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }

  /// Sets where the logs of hooktop and of the packages under it go, once for the whole process, and returns hooktop's own.
  ///
  /// They go to the log file; without one, warnings go to standard error, or nowhere when a screen is shown there.
  static func startLogging(_ settings: Settings, hasScreen: Bool) throws(CommandFailure) -> Logger {
    let file: LogFile? = if let path = settings.logFile { try LogFile(path: path) } else { nil }
    LoggingSystem.bootstrap { label in
      if let file {
        LineLogHandler(logLevel: .info, label: label, now: Timestamp.now, write: file.write)
      } else if hasScreen {
        SwiftLogNoOpLogHandler()
      } else {
        LineLogHandler(logLevel: .warning, label: label, now: Timestamp.now, write: StandardError.say)
      }
    }
    return Logger(label: "hooktop")
  }
}
