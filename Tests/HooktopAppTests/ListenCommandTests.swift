import CatalogEvents
import Dispatch
import EventReceiver
import EventRecords
import EventStore
import Foundation
import HooktopTesting
import Logging
import Testing
import WebhookDelivery

@testable import HooktopApp

/// `listen`, `send` and `events` together in this process, over real sockets.
@Suite struct ListenCommandTests {
  private let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
  private let draft = EventDraft(
    action: .create, workspace: "acme", collection: "sales", resourceType: .dataset, resourceName: "orders", data: .object([]))

  private func settings(_ folder: TemporaryFolder, _ options: [Setting: [String]] = [:]) async throws -> Settings {
    let standing: [Setting: [String]] = [.http: ["127.0.0.1:0"], .https: ["off"], .store: [folder.file("events.db")]]
    return try await Settings.load(options: standing.merging(options) { $1 }, environment: ["HOME": folder.path])
  }

  /// Listens with its output in a pipe while `body` runs, and ends it by closing the reading end or by cancelling.
  private func whileListening(
    _ settings: Settings, _ body: (_ url: String, _ reader: FileHandle) async throws -> Void
  ) async throws {
    let pipe = Pipe()
    let (urls, listening) = AsyncStream<String>.makeStream()
    let output = StandardOutput(descriptor: pipe.fileHandleForWriting.fileDescriptor)
    let task = Task {
      defer { listening.finish() }
      try await ListenCommand.listen(settings: settings, asJSON: true, output: output, logger: logger, endsOnSignals: false) {
        for listener in $0 { listening.yield(listener.url) }
      }
    }
    let first = await urls.first { _ in true }
    let url = try #require(first)
    try await body(url, pipe.fileHandleForReading)
    task.cancel()
    _ = await task.result
  }

  /// Reads until there are `count` lines, on a thread of its own: waiting must not hold up those who write.
  private func lines(_ count: Int, from reader: FileHandle) async -> [String] {
    await withCheckedContinuation { continuation in
      DispatchQueue.global().async {
        var bytes: [UInt8] = []
        var lineCount = 0
        while lineCount < count {
          let more = reader.availableData
          if more.isEmpty { break }
          bytes += more
          lineCount += more.count { $0 == 0x0A }
        }
        continuation.resume(returning: String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init))
      }
    }
  }

  @Test func whatIsSentIsPrintedAndListed() async throws {
    let folder = try TemporaryFolder()
    let settings = try await settings(folder)
    let sender = WebhookSender()
    let moment = Timestamp(milliseconds: 1_795_442_600_112)
    var printed: [String] = []
    try await whileListening(settings) { url, reader in
      let runner = SendRunner(now: { moment }, send: sender.send)
      let tally = try await runner.run(SendJob(draft: draft, target: url, count: 20))
      #expect(tally.deliveredCount == 20)
      printed = await lines(20, from: reader)
    }
    await sender.shutdown()
    #expect(printed.count == 20)
    for (index, line) in printed.enumerated() {
      #expect(line.hasPrefix("{\"id\": \(index + 1), "))
    }

    let store = try Wiring.openStoreForReading(settings)
    defer { store.close() }
    let pipe = Pipe()
    let listed = try EventsCommand.list(
      store, EventsCommand.Listing(form: .export(.jsonl), mask: SecretMask()), limit: 5,
      output: StandardOutput(descriptor: pipe.fileHandleForWriting.fileDescriptor))
    #expect(listed == 5)
    #expect(await lines(5, from: pipe.fileHandleForReading) == Array(printed.suffix(5)))
    #expect(try await store.capture(id: 1)?.body == draft.body(at: moment))
  }

  @Test func aReaderThatReadsNothingHoldsUpNobody() async throws {
    let folder = try TemporaryFolder()
    let sender = WebhookSender()
    var large = draft
    large.data = .string(String(repeating: "x", count: 8_000))
    let job = large
    try await whileListening(try await settings(folder)) { url, reader in
      // More than a pipe holds, so that the printer is stuck while these are received.
      let tally = try await SendRunner(send: sender.send).run(SendJob(draft: job, target: url, count: 100))
      #expect(tally.deliveredCount == 100)
      #expect(await lines(100, from: reader).count == 100)
    }
    await sender.shutdown()
  }

  @Test func anEmptyStoreListsNothing() async throws {
    let folder = try TemporaryFolder()
    let settings = try await settings(folder)
    let missing = #expect(throws: CommandFailure.self) {
      try EventsCommand.run(settings: settings, form: .jsonLines, withSecrets: true, limit: nil)
    }
    #expect(missing?.status == .storeUnusable)
    try EventStore.open(.file(settings.storePath)).close()
    let empty = #expect(throws: CommandFailure.self) {
      try EventsCommand.run(settings: settings, form: .jsonLines, withSecrets: true, limit: nil)
    }
    #expect(empty?.status == .notSucceeded)
    #expect(empty?.sentence?.hasPrefix("nothing matched") == true)
  }

  @Test func bothListenersOffIsAFailureOfConfiguration() async throws {
    let folder = try TemporaryFolder()
    let settings = try await settings(folder, [.http: ["off"]])
    let failure = #expect(throws: CommandFailure.self) {
      try Wiring.makeReceiver(settings, authority: nil, logger: logger, onListening: { _ in }, accept: { _ in })
    }
    #expect(failure?.status == .badConfiguration)
  }
}
