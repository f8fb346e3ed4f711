import Dashboard
import Foundation
import HooktopTesting
import Synchronization
import Testing

@testable import HooktopApp

@Suite struct BodyEditorTests {
  private let body = Array("{\"a\": 1}".utf8)

  /// Runs the editor's command line as a shell would, without a terminal.
  @Sendable private static func run(_ command: [String]) async -> Int32? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: command[0])
    process.arguments = Array(command.dropFirst())
    process.standardError = FileHandle.nullDevice
    return await withCheckedContinuation { continuation in
      process.terminationHandler = { ended in
        let isSignal = ended.terminationReason == .uncaughtSignal
        continuation.resume(returning: ended.terminationStatus + (isSignal ? 128 : 0))
      }
      do { try process.run() } catch { continuation.resume(returning: nil) }
    }
  }

  private func edit(with editor: String, in folder: TemporaryFolder, variable: String = "EDITOR") async -> EditResult.Outcome {
    await BodyEditor(
      environment: [variable: editor, "PATH": "/usr/bin:/bin"], run: Self.run, place: folder.path
    ).edit(body, name: "event-7.json")
  }

  @Test func whatTheEditorLeftIsTakenExactly() async throws {
    let folder = try TemporaryFolder()
    #expect(await edit(with: "true", in: folder) == .edited(body))
    let script = folder.file("editor script.sh")
    try Data("#!/bin/sh\nprintf '\\377%s\\n' \"$1\" > \"$2\"\n".utf8).write(to: URL(fileURLWithPath: script))
    // An editor may have arguments, and a path with spaces in it.
    #expect(await edit(with: "sh '\(script)' --wait", in: folder, variable: "VISUAL") == .edited([0xFF] + Array("--wait\n".utf8)))
  }

  @Test func theFileIsPrivateAndGoesAway() async throws {
    let folder = try TemporaryFolder()
    let seen = Mutex<[Int]>([])
    let editor = BodyEditor(
      environment: [:],
      run: { command in
        let path = command.last ?? ""
        let modes = [path, (path as NSString).deletingLastPathComponent].map { path in
          (try? FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int) ?? 0
        }
        seen.withLock { $0 = modes }
        return 0
      }, place: folder.path)
    #expect(await editor.edit(body, name: "event-7.json") == .edited(body))
    #expect(seen.withLock { $0 } == [0o600, 0o700])
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }

  @Test func anEditorThatFailsChangesNothingAndSaysWhy() async throws {
    let folder = try TemporaryFolder()
    for (editor, words) in [
      ("no-such-editor", "no-such-editor was not found: set VISUAL or EDITOR"), ("false", "false ended with status 1"),
      ("kill -9 $$ #", "was ended by signal 9"), ("rm", "left no file"),
    ] {
      guard case .failed(let reason) = await edit(with: editor, in: folder) else {
        Issue.record("\(editor) was taken to have edited")
        continue
      }
      #expect(reason.contains(words), "\(reason)")
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }
}
