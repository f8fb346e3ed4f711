import Foundation
import HooktopTesting
import Testing

/// The built program in a real terminal. One at a time: each waits for a screen, and a busy machine draws slowly.
@Suite(.serialized) struct DashboardInATerminalTests {
  /// A dashboard on free ports in a tmux of its own, started from a shell whose `stty` is known.
  private struct Screen {
    let tmux: Tmux
    let folder: TemporaryFolder
    let storePath: String
    let https: Int

    init(columns: Int = 80, rows: Int = 24, arguments: String = "") async throws {
      folder = try TemporaryFolder()
      storePath = folder.file("events.db")
      tmux = try await Tmux(columns: columns, rows: rows, folder: folder)
      try tmux.enter("stty -g > \(folder.file("before")); echo kept")
      try await tmux.shows("kept\nready$")
      try tmux.enter(
        "clear; \(BuiltBinary.hooktop) --http 127.0.0.1:0 --https 127.0.0.1:0 --store \(storePath) \(arguments); echo status=$?")
      let screen = try await tmux.shows("https://127.0.0.1:", "? help")
      let start = try #require(screen.range(of: "https://127.0.0.1:")).upperBound
      https = try #require(Int(screen[start...].prefix { $0.isNumber }))
    }

    var url: String { "https://127.0.0.1:\(https)/event" }

    /// Waits for the shell, and holds that the terminal is as it was before the program.
    func expectTerminalBack(status: String, sourceLocation: SourceLocation = #_sourceLocation) async throws {
      try await tmux.shows("status=\(status)", "ready$")
      try tmux.enter("stty -g > \(folder.file("after")); echo again")
      try await tmux.shows("again\nready$")
      let before = FileManager.default.contents(atPath: folder.file("before"))
      #expect(before?.isEmpty == false, sourceLocation: sourceLocation)
      #expect(before == FileManager.default.contents(atPath: folder.file("after")), sourceLocation: sourceLocation)
    }

    /// The id of the program that the shell started: the oldest of its processes, since one of them only guards the terminal.
    func programIdentifier() async throws -> Int32 {
      let found = try await run("/usr/bin/env", ["pgrep", "-o", "-f", "store \(storePath)"], folder: folder)
      return try #require(found.outputText.split(separator: "\n").compactMap { Int32($0) }.first)
    }
  }

  @Test func anEventArrivesAndTwoAreFiredBack() async throws {
    let screen = try await Screen()
    try await screen.tmux.shows("OPTERYX_WEBHOOK_DOMAIN", "REQUESTS_CA_BUNDLE", "curl")

    let sent = try await hooktop(
      "send", "dataset", "--workspace", "acme", "--collection", "ops", "--name", "alerts", "--to", screen.url, folder: screen.folder)
    #expect(sent.status == 0, "\(sent.errorText)")
    try await screen.tmux.shows("acme/ops.alerts", "\"resource_name\": \"alerts\"", "1 received")

    try screen.tmux.press("c")
    try await screen.tmux.shows("Workspace", "Collection", "orders")
    try screen.tmux.press("F5")
    try await screen.tmux.shows("200 in")
    try screen.tmux.press("Escape")
    try await screen.tmux.shows("2 received", "acme/sales.orders")

    try screen.tmux.press("c")
    try await screen.tmux.shows("create view")
    try screen.tmux.press("Right")
    try await screen.tmux.shows("SQL")
    try screen.tmux.press("C-f")
    try await screen.tmux.shows("200 in")
    try screen.tmux.press("Escape")
    try await screen.tmux.shows("3 received", "view")

    try screen.tmux.press("2")
    try await screen.tmux.shows("acme/sales.orders", "view acme/sales.orders", "✓ 200")
    try screen.tmux.press("1")

    try screen.tmux.resize(columns: 40, rows: 10)
    try await screen.tmux.shows("?")
    try screen.tmux.resize(columns: 30, rows: 5)
    try screen.tmux.resize(columns: 160, rows: 45)
    try await screen.tmux.shows("3 received", "? help")
    try screen.tmux.press("q")
    try await screen.expectTerminalBack(status: "0")
  }

  @Test func whatIsCopiedAsCurlRunsAndArrives() async throws {
    let screen = try await Screen(columns: 120, rows: 40)
    let sent = try await hooktop("send", "dataset", "--name", "it's", "--to", screen.url, folder: screen.folder)
    #expect(sent.status == 0, "\(sent.errorText)")
    try await screen.tmux.shows("1 received", "it's")
    try screen.tmux.press("y")
    try await screen.tmux.shows("Copy from #1", "curl command")
    try screen.tmux.press("c")
    try await screen.tmux.shows("was sent to the clipboard")
    let command = try await eventually("the copied command") {
      let text = try screen.tmux.clipboard()
      return text.hasPrefix("curl ") ? text : nil
    }
    let ran = try await run("/bin/sh", ["-s"], input: Data(command.utf8), folder: screen.folder)
    #expect(ran.status == 0, "\(ran.errorText)")
    try await screen.tmux.shows("2 received")
    try screen.tmux.press("q")
    try await screen.expectTerminalBack(status: "0")
  }

  @Test func terminationGivesTheTerminalBack() async throws {
    let screen = try await Screen()
    kill(try await screen.programIdentifier(), SIGTERM)
    try await screen.expectTerminalBack(status: "0")
  }

  @Test(arguments: [SIGSEGV, SIGILL, SIGABRT, SIGQUIT])
  func aCrashGivesTheTerminalBack(signal: Int32) async throws {
    let screen = try await Screen()
    kill(try await screen.programIdentifier(), signal)
    try await screen.expectTerminalBack(status: "\(128 + signal)")
  }

  @Test func suspendingGivesTheTerminalBackUntilItGoesOn() async throws {
    let screen = try await Screen()
    try screen.tmux.press("C-z")
    try await screen.tmux.shows("suspended: nothing is received until fg", "status=148")
    try screen.tmux.enter("fg")
    try await screen.tmux.shows("OPTERYX_WEBHOOK_DOMAIN", "? help")
    try screen.tmux.press("q")
    try await screen.tmux.shows("$ fg\n")
    try screen.tmux.enter("echo status=$?")
    try await screen.expectTerminalBack(status: "0")
  }

  @Test func hostileTextReachesTheTerminalAsPicturesOnly() async throws {
    let folder = try TemporaryFolder()
    let record = folder.file("record")
    let typed = Pipe()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: BuiltBinary.python)
    process.arguments = [
      BuiltBinary.script("record_terminal.py"), "120", "40", record, BuiltBinary.hooktop, "--http", "127.0.0.1:0", "--https", "off",
      "--store", folder.file("events.db"),
    ]
    process.environment = ChildProcess.environment(folder: folder)
    process.standardInput = typed
    try process.run()
    defer { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }

    func recorded() -> String { String(decoding: FileManager.default.contents(atPath: record) ?? Data(), as: UTF8.self) }
    func shown(_ text: String) async throws {
      _ = try await eventually("\(text) on the terminal", describe: recorded) { recorded().contains(text) ? true : nil }
    }
    try await shown("http://127.0.0.1:")
    let port = try #require(recorded().firstMatch(of: /http:\/\/127\.0\.0\.1:([0-9]+)/)).1
    // Each live control stands between letters by which it would be found.
    let hostile = "Q\u{1B}]52;c;aGk=\u{07}Q Q\u{9B}31mQ Q\u{202E}Q Q\rQ Q\u{08}Q Q\u{7F}Q Q\u{200B}Q Q\u{2066}Q"
    let data = folder.file("data.json")
    try JSONEncoder().encode(["definition": "Q\u{0}Q " + hostile + " needle", hostile: hostile]).write(to: URL(fileURLWithPath: data))
    let sent = try await hooktop(
      "send", "view", "--name", hostile, "--workspace", hostile, "--data", "@\(data)", "--to", "http://127.0.0.1:\(port)/event",
      folder: folder)
    #expect(sent.status == 0, "\(sent.errorText)")
    try await shown("needle")
    for key in ["\r", "]", "]", "[", "\u{1B}", "2", "\r", "\u{1B}", "1", "q"] {
      typed.fileHandleForWriting.write(Data(key.utf8))
      let seen = recorded().utf8.count
      _ = try? await eventually(within: .milliseconds(700), "an answer to the key") { recorded().utf8.count > seen ? true : nil }
    }
    _ = try await eventually("the end") { process.isRunning ? nil : true }

    let bytes = recorded()
    #expect(bytes.contains("␛"))
    for live in [
      "Q\u{1B}]", "\u{1B}]52;c;aGk", "Q\u{9B}", "\u{202E}", "\u{2066}", "\u{200B}", "Q\rQ", "Q\u{08}Q", "Q\u{0}Q", "\u{7F}", "\u{07}Q",
    ] {
      #expect(!bytes.contains(live), "\(live.unicodeScalars.map { String($0.value, radix: 16) })")
    }
  }
}
