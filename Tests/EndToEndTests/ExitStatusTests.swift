import Foundation
import HooktopTesting
import Testing

/// Every failure is one sentence on standard error and the exit status of its kind.
@Suite struct ExitStatusTests {
  /// That a run failed with a status and one sentence that holds all of `texts`, and left nothing on standard output.
  private func expect(_ finished: Finished, _ status: Int32, _ texts: String..., sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(finished.status == status, "\(finished.errorText)", sourceLocation: sourceLocation)
    #expect(finished.output.isEmpty, sourceLocation: sourceLocation)
    for text in texts {
      #expect(finished.errorText.contains(text), "\(finished.errorText)", sourceLocation: sourceLocation)
    }
  }

  @Test func withoutATerminalTheDashboardNamesListen() async throws {
    expect(try await hooktop(folder: TemporaryFolder()), 1, "terminal", "hooktop listen")
  }

  @Test func withoutADomainOrATargetWebhooksAreDisabled() async throws {
    expect(
      try await hooktop("send", "dataset", "--name", "orders", folder: TemporaryFolder()), 1, "webhooks are disabled",
      "OPTERYX_WEBHOOK_DOMAIN is not set")
  }

  @Test func aTargetThatIsNotThereIsOneReason() async throws {
    let finished = try await hooktop("send", "view", "--name", "v", "--to", "http://127.0.0.1:9/event", folder: TemporaryFolder())
    #expect(finished.status == 1)
    #expect((finished.outputText + finished.errorText).contains("connection refused"))
  }

  @Test func aWrongFilterIsAUsageErrorAndIsMarked() async throws {
    expect(try await hooktop("events", "-type:view", "status:abc", folder: TemporaryFolder()), 64, "column 19", "-type:view status:abc")
  }

  @Test func anUnknownOptionIsAUsageError() async throws {
    expect(try await hooktop("listen", "--nonsense", folder: TemporaryFolder()), 64, "nonsense")
  }

  @Test func badDataIsNamedWithItsPlace() async throws {
    expect(
      try await hooktop(
        "send", "dataset", "--name", "o", "--data", "{\"a\": 01}", "--to", "http://127.0.0.1:9/event", folder: TemporaryFolder()),
      65, "line 1, column")
  }

  @Test func aTakenPortIsNamed() async throws {
    let folder = try TemporaryFolder()
    let listening = try await Listening(folder: folder)
    expect(
      try await hooktop(
        "listen", "--http", "127.0.0.1:\(listening.http)", "--https", "off", "--store", folder.file("other.db"), folder: folder), 69,
      "127.0.0.1:\(listening.http)", "--http")
    #expect(try await listening.stop() == 0)
  }

  @Test func aStoreThatIsNoDatabaseIsLeftAlone() async throws {
    let folder = try TemporaryFolder()
    let path = folder.file("letter.txt")
    let text = Data(String(repeating: "Dear reader, this is no database. ", count: 100).utf8)
    try text.write(to: URL(fileURLWithPath: path))
    expect(
      try await hooktop("listen", "--http", "127.0.0.1:0", "--https", "off", "--store", path, folder: folder), 74, "letter.txt")
    #expect(FileManager.default.contents(atPath: path) == text)
  }

  @Test func aBadSettingIsNamedWithWhereItCameFrom() async throws {
    let folder = try TemporaryFolder()
    expect(
      try await hooktop("listen", environment: ["HOOKTOP_HTTP": "nowhere"], folder: folder), 78, "HOOKTOP_HTTP", "nowhere")
    let file = folder.file("bad.yaml")
    try Data("htpp: 127.0.0.1:0\n".utf8).write(to: URL(fileURLWithPath: file))
    expect(try await hooktop("listen", "--config", file, folder: folder), 78, "htpp", "http")
  }
}
