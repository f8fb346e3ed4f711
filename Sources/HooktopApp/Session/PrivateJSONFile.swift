import Foundation

/// A value in a file of JSON that only its owner can read.
struct PrivateJSONFile: Sendable {
  var path: String

  /// The value; `nil` when there is none, or none of that kind.
  func load<Value: Decodable>() -> Value? {
    guard let data = FileManager.default.contents(atPath: path) else { return nil }
    return try? JSONDecoder().decode(Value.self, from: data)
  }

  /// Replaces the file in one step, so that a crash leaves the old value or the new one.
  func keep(_ value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    let data = try encoder.encode(value)
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
