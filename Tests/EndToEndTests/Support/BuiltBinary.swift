import Foundation

/// The built program and the tools that the end-to-end tests drive it with.
enum BuiltBinary {
  /// The project's top folder.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  /// The program under test: the debug build beside the tests, or what `HOOKTOP_BINARY` names.
  static let hooktop = ProcessInfo.processInfo.environment["HOOKTOP_BINARY"] ?? root + "/.build/debug/hooktop"

  /// The Python in which `assets/test` put the catalog's own client.
  static let python = root + "/.build/venv/bin/python"

  static func script(_ name: String) -> String {
    root + "/Tests/EndToEndTests/Python/" + name
  }
}
