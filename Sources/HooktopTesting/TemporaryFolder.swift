import Foundation

/// A private folder that goes away with the last reference to it, so that each test owns its files.
public final class TemporaryFolder: Sendable {
  public let path: String

  public init() throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("hooktop-test-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// The path of a file in the folder; the file is not made.
  public func file(_ name: String) -> String {
    path + "/" + name
  }
}
