import Foundation
import HooktopTesting

/// A program that a test started; it is ended with the last reference to it.
///
/// Its output goes to files and not to pipes, so that nobody has to read along.
final class ChildProcess {
  private let process = Process()
  private let outputPath: String
  private let errorPath: String

  init(_ executable: String, _ arguments: [String], environment: [String: String] = [:], input: Data? = nil, folder: TemporaryFolder) throws
  {
    let name = UUID().uuidString
    outputPath = folder.file("\(name).out")
    errorPath = folder.file("\(name).err")
    process.executableURL = URL(fileURLWithPath: executable)
    process.arguments = arguments
    process.environment = Self.environment(folder: folder).merging(environment) { $1 }
    process.standardOutput = try Self.handle(outputPath)
    process.standardError = try Self.handle(errorPath)
    if let input {
      let inputPath = folder.file("\(name).in")
      try input.write(to: URL(fileURLWithPath: inputPath))
      process.standardInput = FileHandle(forReadingAtPath: inputPath)
    } else {
      process.standardInput = FileHandle.nullDevice
    }
    try process.run()
  }

  deinit {
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
  }

  /// A small environment in which the user's own files and settings cannot be seen.
  static func environment(folder: TemporaryFolder) -> [String: String] {
    var environment = ["HOME": folder.path, "LANG": "C.UTF-8", "XDG_CONFIG_HOME": folder.path, "XDG_DATA_HOME": folder.path]
    for name in ["PATH", "TMPDIR", "LD_LIBRARY_PATH"] {
      environment[name] = ProcessInfo.processInfo.environment[name]
    }
    return environment
  }

  private static func handle(_ path: String) throws -> FileHandle {
    guard FileManager.default.createFile(atPath: path, contents: nil), let handle = FileHandle(forWritingAtPath: path) else {
      throw CocoaError(.fileWriteUnknown)
    }
    return handle
  }

  var output: Data { FileManager.default.contents(atPath: outputPath) ?? Data() }
  var outputText: String { String(decoding: output, as: UTF8.self) }
  var errorText: String { String(decoding: FileManager.default.contents(atPath: errorPath) ?? Data(), as: UTF8.self) }
  var identifier: Int32 { process.processIdentifier }

  func signal(_ number: Int32) {
    kill(process.processIdentifier, number)
  }

  /// Waits for the end and returns the exit status, or the number of the signal that ended it, negative.
  func ended(within limit: Duration = .seconds(60)) async throws -> Int32 {
    try await eventually(within: limit, "the end of \(process.arguments ?? [])", describe: { self.errorText }) {
      process.isRunning ? nil : process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
    }
  }
}

/// What a program that ran to its end left.
struct Finished {
  var status: Int32
  var output: Data
  var errorText: String
  var outputText: String { String(decoding: output, as: UTF8.self) }
}

/// Runs the built hooktop to its end.
func hooktop(
  _ arguments: String..., environment: [String: String] = [:], input: Data? = nil, folder: TemporaryFolder
) async throws -> Finished {
  try await run(BuiltBinary.hooktop, arguments, environment: environment, input: input, folder: folder)
}

/// Runs a program to its end.
func run(
  _ executable: String, _ arguments: [String], environment: [String: String] = [:], input: Data? = nil, folder: TemporaryFolder
) async throws -> Finished {
  let child = try ChildProcess(executable, arguments, environment: environment, input: input, folder: folder)
  let status = try await child.ended()
  return Finished(status: status, output: child.output, errorText: child.errorText)
}
