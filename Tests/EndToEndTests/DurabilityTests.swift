import Foundation
import HooktopTesting
import Testing

@Suite struct DurabilityTests {
  struct Received: Decodable {
    var resource_name: String
  }

  @Test func killUnderLoadLosesNoAcknowledgedEvent() async throws {
    let folder = try TemporaryFolder()
    for round in 1...3 {
      let listening = try await Listening(folder: folder)
      let load = try ChildProcess(BuiltBinary.python, [BuiltBinary.script("post_numbered.py"), "\(listening.http)"], folder: folder)
      _ = try await eventually("some acknowledgements in round \(round)", describe: { load.errorText }) {
        load.output.count > 2_000 ? true : nil
      }
      listening.child.signal(SIGKILL)
      #expect(try await listening.child.ended() == -SIGKILL)
      #expect(try await load.ended() == 0)

      // The last line may be cut short only if its event was never acknowledged: each is written whole.
      let acknowledged = load.outputText.split(separator: "\n").map(String.init)
      let listed = try await hooktop("events", "--json", "--store", listening.storePath, folder: folder)
      #expect(listed.status == 0, "\(listed.errorText)")
      let kept = try CatalogClientTests.lines(listed.output, as: Received.self).map(\.resource_name)
      #expect(Set(acknowledged).subtracting(kept).isEmpty)
      #expect(acknowledged.count > 100)
      try FileManager.default.removeItem(atPath: listening.storePath)
      for suffix in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: listening.storePath + suffix) }
    }
  }

  @Test func terminationFinishesAndASecondStartFindsEverything() async throws {
    let folder = try TemporaryFolder()
    let first = try await Listening(folder: folder)
    let sent = try await hooktop("send", "view", "--name", "v", "--to", "http://127.0.0.1:\(first.http)/event", folder: folder)
    #expect(sent.status == 0, "\(sent.errorText)")
    #expect(try await first.stop() == 0)
    let second = try await Listening(folder: folder)
    let listed = try await hooktop("events", "--json", "--store", second.storePath, folder: folder)
    #expect(try CatalogClientTests.lines(listed.output, as: Received.self).map(\.resource_name) == ["v"])
    #expect(try await second.stop() == 0)
  }
}
