import Foundation
import HooktopTesting
import Testing

/// What a script made of a `curl` that only notes how it was called.
struct ShellRun {
  /// The words of each call, as bytes.
  var calls: [[[UInt8]]]
  /// What the last call that was told to read standard input found there.
  var input: [UInt8]?

  /// Runs a script with `/bin/sh`, which has nothing but what POSIX demands.
  init(_ script: String) async throws {
    let folder = try TemporaryFolder()
    let stub = """
      #!/bin/sh
      printf 'call\\0' >> "$NOTES/argv"
      for word in "$@"; do printf '+%s\\0' "$word" >> "$NOTES/argv"; done
      case " $* " in *" @- "*) cat > "$NOTES/input" ;; esac
      """
    try Data(stub.utf8).write(to: URL(fileURLWithPath: folder.file("curl")))
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.file("curl"))
    try Data(script.utf8).write(to: URL(fileURLWithPath: folder.file("script")))

    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = [folder.file("script")]
    process.environment = ["PATH": folder.path + ":/usr/bin:/bin", "NOTES": folder.path]
    process.standardInput = FileHandle.nullDevice
    let status = try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Int32, any Error>) in
      process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
      do { try process.run() } catch { continuation.resume(throwing: error) }
    }
    #expect(status == 0)
    calls = []
    for part in [UInt8](FileManager.default.contents(atPath: folder.file("argv")) ?? Data()).split(separator: 0) {
      if part.elementsEqual("call".utf8) { calls.append([]) } else { calls[calls.count - 1].append(Array(part.dropFirst())) }
    }
    input = FileManager.default.contents(atPath: folder.file("input")).map { Array($0) }
  }

  /// The values of an option of the last call.
  func values(of option: String) -> [[UInt8]] {
    guard let words = calls.last else { return [] }
    return words.indices.dropLast().filter { words[$0].elementsEqual(option.utf8) }.map { words[$0 + 1] }
  }

  /// What the last call would send as its body.
  var body: [UInt8]? {
    guard let data = values(of: "--data-binary").first else { return nil }
    return data.elementsEqual("@-".utf8) ? input : data
  }
}
