import Foundation
import HooktopTesting
import Testing

/// `hooktop replay` from one store to another `hooktop listen`, all as they are built.
@Suite struct ReplayCommandTests {
  private struct Listed: Decodable {
    var body: String
  }

  private struct Outcome: Decodable {
    var capture_id: Int64
    var status: Int
  }

  @Test func capturesArriveAgainInTheOrderNamed() async throws {
    let (folder, otherFolder) = (try TemporaryFolder(), try TemporaryFolder())
    let first = try await Listening(folder: folder)
    for name in ["a", "b", "c"] {
      let sent = try await hooktop("send", "dataset", "--name", name, "--to", "http://127.0.0.1:\(first.http)/event", folder: folder)
      #expect(sent.status == 0, "\(sent.errorText)")
    }
    let second = try await Listening(folder: otherFolder)
    let replayed = try await hooktop(
      "replay", "3", "1", "--json", "--store", first.storePath, "--to", "http://127.0.0.1:\(second.http)/event", folder: folder)
    #expect(replayed.status == 0, "\(replayed.errorText)")
    let outcomes = try CatalogClientTests.lines(replayed.output, as: Outcome.self)
    #expect(outcomes.map(\.capture_id) == [3, 1] && outcomes.map(\.status) == [200, 200])
    let there = try await hooktop("events", "--json", "--store", first.storePath, folder: folder)
    let here = try await hooktop("events", "--json", "--store", second.storePath, folder: otherFolder)
    let bodies = try CatalogClientTests.lines(there.output, as: Listed.self).map(\.body)
    #expect(try CatalogClientTests.lines(here.output, as: Listed.self).map(\.body) == [bodies[2], bodies[0]])

    let unknown = try await hooktop("replay", "1", "99", "--store", first.storePath, "--to", "http://127.0.0.1:9/event", folder: folder)
    #expect(unknown.status == 1 && unknown.errorText.contains("there is no capture #99"))
    let refused = try await hooktop("replay", "1", "--store", first.storePath, "--to", "http://127.0.0.1:9/event", folder: folder)
    #expect(refused.status == 1 && refused.errorText.contains("the delivery to http://127.0.0.1:9/event failed"))
  }
}
