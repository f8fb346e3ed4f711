import EventReceiver
import EventRecords
import WebhookDelivery

/// Each reads an entry as one kind of value; a value that does not fit is a failure which names the setting, the value, where it
/// was set, and what is allowed.
extension SettingEntry {
  /// `nil` for `off`.
  func address() throws(CommandFailure) -> ListenAddress? {
    if text.lowercased() == "off" { return nil }
    guard let address = ListenAddress(text) else {
      throw failure("it must be ADDRESS:PORT, as in 127.0.0.1:8080 or [::1]:0, or off")
    }
    return address
  }

  func path(in folders: UserFolders) throws(CommandFailure) -> String {
    guard !text.isEmpty, !text.contains("\0") else { throw failure("it must be the path of a file") }
    return folders.expand(text)
  }

  func mask() throws(CommandFailure) -> SecretMask {
    guard texts.allSatisfy({ !$0.isEmpty }) else { throw failure("it must be the name of a header or of a query value, as in X-Acme-Key") }
    return SecretMask(names: texts)
  }

  func flag() throws(CommandFailure) -> Bool {
    switch text.lowercased() {
    case "true", "yes", "on", "1": return true
    case "false", "no", "off", "0": return false
    default: throw failure("it must be true or false")
    }
  }

  func byteCount() throws(CommandFailure) -> Int {
    guard let count = ByteCount.read(text), (1...1_000_000_000).contains(count) else {
      throw failure("it must be a number of bytes from 1 to 1GB, as 8388608 or 8MiB")
    }
    return count
  }

  func url() throws(CommandFailure) -> String {
    guard Self.isTarget(text) else { throw failure("it must be an http or https URL, as in https://localhost:8443/event") }
    return text
  }

  /// A host with an optional port; it becomes a part of a URL.
  func domain() throws(CommandFailure) -> String {
    guard text.unicodeScalars.allSatisfy({ !"/@?#".unicodeScalars.contains($0) }), Self.isTarget("https://\(text)/event") else {
      throw failure("it must be HOST or HOST:PORT, as in localhost:8443, without https:// and without a path")
    }
    return text
  }

  /// Whether the sender takes it for a URL that it can deliver to.
  private static func isTarget(_ url: String) -> Bool {
    (try? WebhookRequest(catalogBody: [], to: url)) != nil
  }

  private func failure(_ allowed: String) -> CommandFailure {
    CommandFailure(source.exitStatus, "\(setting.key) is \"\(text)\" in \(source.place(of: setting)); \(allowed)")
  }
}
