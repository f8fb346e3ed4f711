import Foundation
import HooktopTesting

/// A terminal that a test looks at: tmux on a private socket, so that neither the user's tmux nor another test is touched.
final class Tmux {
  private let folder: TemporaryFolder
  private let socket: String
  /// In the foreground, so that it ends with the test, whatever happens to the test.
  private let server: ChildProcess

  /// Opens a shell in a terminal of that size.
  init(columns: Int = 80, rows: Int = 24, environment: [String: String] = [:], folder: TemporaryFolder) async throws {
    self.folder = folder
    socket = folder.file("tmux")
    let configuration = folder.file("tmux.conf")
    let settings = [
      "set -g escape-time 0", "set -g status off", "set -s set-clipboard on", "set -g default-terminal tmux-256color",
      "set -g remain-on-exit on",
    ]
    try Data(settings.map { $0 + "\n" }.joined().utf8).write(to: URL(fileURLWithPath: configuration))
    let server = try ChildProcess("/usr/bin/env", ["tmux", "-S", socket, "-f", configuration, "-D"], folder: folder)
    self.server = server
    _ = try await eventually("tmux", describe: { server.errorText }) { FileManager.default.fileExists(atPath: self.socket) ? true : nil }
    var arguments = ["new-session", "-d", "-x", "\(columns)", "-y", "\(rows)"]
    for (name, value) in environment { arguments += ["-e", "\(name)=\(value)"] }
    // A shell without start files, whose prompt is known.
    try tmux(arguments + ["env", "PS1=ready$ ", "sh"])
    try await shows("ready$")
  }

  @discardableResult
  private func tmux(_ arguments: String...) throws -> String {
    try tmux(arguments)
  }

  @discardableResult
  private func tmux(_ arguments: [String]) throws -> String {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["tmux", "-S", socket] + arguments
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: output, as: UTF8.self)
  }

  /// Presses keys by tmux's names: `c`, `F5`, `Escape`, `C-c`.
  func press(_ keys: String...) throws {
    for key in keys { try tmux("send-keys", key) }
  }

  /// Types text as it is.
  func type(_ text: String) throws {
    try tmux("send-keys", "-l", text)
  }

  /// Types a line for the shell.
  func enter(_ line: String) throws {
    try type(line)
    try press("Enter")
  }

  func resize(columns: Int, rows: Int) throws {
    try tmux("resize-window", "-x", "\(columns)", "-y", "\(rows)")
  }

  /// What was copied last.
  func clipboard() throws -> String {
    try tmux("show-buffer")
  }

  /// What the screen shows now, a line each.
  func screen() throws -> String {
    try tmux("capture-pane", "-p")
  }

  /// Waits until the screen shows all of these at once.
  @discardableResult
  func shows(_ texts: String...) async throws -> String {
    try await eventually("\(texts) on the screen", describe: { "It shows:\n" + (try self.screen()) }) {
      let screen = try self.screen()
      return texts.allSatisfy(screen.contains) ? screen : nil
    }
  }
}
