import CatalogEvents
import Foundation
import Logging
import Synchronization

/// The file that hooktop's own log goes to, a line for each entry.
///
/// Standard output and standard error belong to the screen while there is one, so a log never goes there by itself.
final class LogFile: Sendable {
  private let file: Mutex<FileHandle>

  /// Opens the file for appending; it is made, readable by its owner only, when it is missing.
  init(path: String) throws(CommandFailure) {
    if !FileManager.default.fileExists(atPath: path) {
      _ = FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
    }
    guard let handle = FileHandle(forWritingAtPath: path) else {
      throw CommandFailure(.badConfiguration, "the log file \(path) cannot be written: name a file in a folder where you may write")
    }
    _ = try? handle.seekToEnd()
    file = Mutex(handle)
  }

  func write(_ line: String) {
    let data = Data((SafeText.line(line) + "\n").utf8)
    // A full disk must not stop the receiver; the store tells its own troubles to the senders.
    file.withLock { try? $0.write(contentsOf: data) }
  }
}

/// Passes log entries on as lines of text.
struct LineLogHandler: LogHandler {
  var metadata: Logger.Metadata = [:]
  var metadataProvider: Logger.MetadataProvider?
  var logLevel: Logger.Level
  let label: String
  let now: @Sendable () -> Timestamp
  let write: @Sendable (String) -> Void

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    let merged = metadata.merging(event.metadata ?? [:]) { $1 }
    let details = merged.sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }.joined()
    write("\(now().iso8601) \(event.level) \(label): \(event.message)\(details)")
  }
}
