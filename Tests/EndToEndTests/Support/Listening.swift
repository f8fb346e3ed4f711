import Foundation
import HooktopTesting

/// A `hooktop listen` on free ports, with a store of its own.
struct Listening {
  let child: ChildProcess
  let storePath: String
  let http: Int
  let https: Int

  init(_ arguments: String..., folder: TemporaryFolder) async throws {
    storePath = folder.file("events.db")
    child = try ChildProcess(
      BuiltBinary.hooktop, ["listen", "--http", "127.0.0.1:0", "--https", "127.0.0.1:0", "--store", storePath] + arguments,
      folder: folder)
    http = try await Self.port("http", child)
    https = try await Self.port("https", child)
  }

  private static func port(_ scheme: String, _ child: ChildProcess) async throws -> Int {
    try await eventually("the \(scheme) listener", describe: { child.errorText }) {
      child.errorText.split(separator: "\n").compactMap { line -> Int? in
        guard let start = line.range(of: "listening on \(scheme)://127.0.0.1:")?.upperBound else { return nil }
        return Int(line[start...].prefix { $0.isNumber })
      }.first
    }
  }

  /// Asks it to end, as a service manager does.
  func stop() async throws -> Int32 {
    child.signal(SIGTERM)
    return try await child.ended()
  }
}
