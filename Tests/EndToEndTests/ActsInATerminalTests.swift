import Foundation
import HooktopTesting
import Testing

/// Captures are marked, sent again and edited in the built program, in a real terminal, towards a second one that listens.
@Suite(.serialized) struct ActsInATerminalTests {
  private struct Listed: Decodable {
    var body: String
  }

  private func bodies(_ path: String, _ folder: TemporaryFolder) async throws -> [String] {
    let listed = try await hooktop("events", "--json", "--store", path, folder: folder)
    return listed.status == 0 ? try CatalogClientTests.lines(listed.output, as: Listed.self).map(\.body) : []
  }

  @Test func threeAreMarkedAndSentAgainAndOneIsEditedAndSent() async throws {
    let (folder, otherFolder) = (try TemporaryFolder(), try TemporaryFolder())
    let other = try await Listening(folder: otherFolder)
    let storePath = folder.file("events.db")
    let editor = folder.file("editor.sh")
    try Data("#!/bin/sh\nsed -i 's/\"b\"/\"edited\"/' \"$1\"\n".utf8).write(to: URL(fileURLWithPath: editor))
    let tmux = try await Tmux(columns: 120, rows: 40, environment: ["VISUAL": "sh \(editor)"], folder: folder)
    try tmux.enter("clear; \(BuiltBinary.hooktop) --http 127.0.0.1:0 --https off --store \(storePath); echo status=$?")
    let screen = try await tmux.shows("http://127.0.0.1:", "? help")
    let start = try #require(screen.range(of: "http://127.0.0.1:")).upperBound
    let port = String(screen[start...].prefix { $0.isNumber })
    for name in ["a", "b", "c"] {
      let sent = try await hooktop("send", "dataset", "--name", name, "--to", "http://127.0.0.1:\(port)/event", folder: folder)
      #expect(sent.status == 0, "\(sent.errorText)")
    }
    try await tmux.shows("3 received")

    try tmux.press("g", "Space", "Space", "Space")
    try await tmux.shows("3 marked")
    try tmux.press("r")
    try await tmux.shows("Send 3 again to")
    try tmux.press("C-u")
    try tmux.type("http://127.0.0.1:\(other.http)/event")
    try tmux.press("Enter")
    try await tmux.shows("Send 3 captures again to 127.0.0.1:\(other.http)", "y yes")
    try tmux.press("y")
    try await tmux.shows("3 of 3 answered 2xx")
    #expect(try await bodies(other.storePath, otherFolder) == bodies(storePath, folder))

    try tmux.press("u", "g", "j", "e")
    try await tmux.shows("Edited, not sent yet", "1 change", "\"edited\"")
    try tmux.press("Enter")
    try await tmux.shows("Send #2 again to http://127.0.0.1:\(other.http)/event")
    try tmux.press("Enter")
    try await tmux.shows("Send #2 as edited")
    try tmux.press("y")
    try await tmux.shows("1 of 1 answered 2xx")
    let arrived = try await bodies(other.storePath, otherFolder)
    #expect(arrived.count == 4)
    #expect(arrived.last == (try await bodies(storePath, folder))[1].replacing("\"b\"", with: "\"edited\""))

    try tmux.press("q")
    try await tmux.shows("status=0")
  }
}
