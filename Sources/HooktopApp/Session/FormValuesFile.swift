import Dashboard
import Foundation

/// The file in which the compose form's values wait for the next start: readable by its owner only, since they can name anything.
struct FormValuesFile: Sendable {
  var path: String

  /// The values of the last time; `nil` when there are none, or none that this version can read.
  func load() -> ComposeValues? {
    guard let data = FileManager.default.contents(atPath: path) else { return nil }
    return try? JSONDecoder().decode(ComposeValues.self, from: data)
  }

  /// Replaces the file in one step, so that a crash leaves the old values or the new ones.
  func keep(_ values: ComposeValues) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    let data = try encoder.encode(values)
    let folder = (path as NSString).deletingLastPathComponent
    if !FileManager.default.fileExists(atPath: folder) {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }
    let draft = path + ".new"
    try? FileManager.default.removeItem(atPath: draft)
    guard FileManager.default.createFile(atPath: draft, contents: data, attributes: [.posixPermissions: 0o600]) else {
      throw CocoaError(.fileWriteUnknown)
    }
    guard rename(draft, path) == 0 else { throw CocoaError(.fileWriteUnknown) }
  }
}
