import CatalogEvents
import EventRecords
import EventStore
import Foundation
import HooktopTesting
import Testing

@testable import HooktopApp

@Suite struct ImportTests {
  private let folder: TemporaryFolder
  private let store: EventStore

  init() throws {
    folder = try TemporaryFolder()
    store = try EventStore.open(.file(folder.file("imported.db")))
  }

  private func lines(_ bytes: [UInt8]) throws -> LineSource {
    try Data(bytes).write(to: URL(fileURLWithPath: folder.file("export.jsonl")))
    return try LineSource(path: folder.file("export.jsonl"))
  }

  private func importing(_ bytes: [UInt8]) async throws -> CaptureImport.Tally {
    var work = CaptureImport(store: store)
    try await work.run(lines(bytes))
    return work.tally
  }

  private func failure(_ bytes: [UInt8]) async -> CommandFailure? {
    await #expect(throws: CommandFailure.self) { _ = try await importing(bytes) }
  }

  @Test func anExportOfTenThousandComesBackIdentical() async throws {
    let original = try EventStore.open(.file(folder.file("original.db")))
    let hostile = HostileCapture.small.map(\.capture)
    var captures: [Capture] = []
    for number in 0..<10_000 {
      var capture = number % 20 == 7 ? hostile[number / 20 % hostile.count] : Capture.fixture(name: "orders_\(number)", lag: Int64(number))
      if number % 3 == 0 { capture.headers.append(HeaderField("Authorization", "Bearer \(number)")) }
      captures.append(capture)
    }
    // One more in front, so that the numbers differ.
    try await original.append(contentsOf: [.fixture()])
    try await original.append(contentsOf: captures)
    var exported: [[UInt8]] = []
    try original.forEachCapture(limit: 10_000) { exported.append(CaptureJSON.line($0, mask: .nothing)) }

    let tally = try await importing(Array(exported.joined()))
    #expect(tally == CaptureImport.Tally(count: 10_000, maskedCount: 0))
    var index = 0
    var differences: [Int] = []
    try store.forEachCapture { capture in
      var capture = capture
      let number = capture.id
      capture.id = number + 1
      if CaptureJSON.line(capture, mask: .nothing) != exported[index] { differences.append(index) }
      capture.id = 0
      if capture != captures[index] { differences.append(index) }
      index += 1
    }
    #expect(index == 10_000)
    #expect(differences.isEmpty)
  }

  @Test(arguments: HostileCapture.small)
  func everyCaptureComesBackWhole(hostile: HostileCapture) async throws {
    _ = try await importing(CaptureJSON.line(hostile.capture, mask: .nothing))
    var imported = try #require(try await store.capture(id: 1))
    imported.id = 0
    #expect(imported == hostile.capture)
  }

  @Test func maskedLinesComeInAndAreCounted() async throws {
    var secret = Capture.fixture()
    secret.headers.append(HeaderField("Cookie", "PLANTED"))
    let tally = try await importing(
      CaptureJSON.line(secret, mask: SecretMask()) + CaptureJSON.line(.fixture(), mask: SecretMask())
        + CaptureJSON.line(secret, mask: .nothing))
    #expect(tally == CaptureImport.Tally(count: 3, maskedCount: 1))
    #expect(try await store.capture(id: 1)?.headers.last == HeaderField("Cookie", "••••"))
    #expect(try await store.capture(id: 3)?.headers.last == HeaderField("Cookie", "PLANTED"))
    #expect(
      ImportCommand.summary(tally, from: "a.jsonl")
        == "imported 3 captures from a.jsonl; 1 of them has masked secrets, which stay masked: an export with --with-secrets has them")
    #expect(ImportCommand.summary(.init(count: 1), from: "a.jsonl") == "imported 1 capture from a.jsonl")
  }

  @Test func blankLinesAndTheEndOfTheLastLineDoNotMatter() async throws {
    let line = CaptureJSON.line(.fixture(), mask: .nothing)
    let tally = try await importing([0x0A, 0x20, 0x0D, 0x0A] + line.dropLast() + [0x0D, 0x0A, 0x0A] + line.dropLast())
    #expect(tally.count == 2)
    #expect(try await importing([]).count == 0)
  }

  @Test func aBadLineIsNamedAndWhatCameInBeforeItIsSaid() async throws {
    let good = CaptureJSON.line(.fixture(), mask: .nothing)
    let failure = await failure(good + good + [0x0A] + Array("{\"id\": 1}\n".utf8) + good)
    #expect(failure?.status == .badInput)
    #expect(
      failure?.sentence
        == "\(folder.file("export.jsonl")), line 4: verdict is missing; mend or remove that line; the 2 captures before it were imported")
    #expect(try await store.counts().received == 2)
    #expect(await self.failure(Array("nonsense".utf8))?.sentence?.hasSuffix("; nothing was imported") == true)
  }

  @Test(arguments: [
    ("\"verdict\": \"accepted\"", "\"verdict\": \"maybe\"", "verdict must be \"accepted\" or \"rejected\""),
    ("\"verdict\": \"accepted\"", "\"verdict\": \"rejected\"", "it is rejected, and has an event"),
    ("\"action\": \"create\"", "\"action\": null", "workspace is there, and action is not"),
    ("\"status\": 200", "\"status\": 2.5", "status must be an integer"),
    ("\"status\": 200", "\"status\": 20", "status must be an HTTP status"),
    ("\"tls\": true", "\"tls\": 1", "tls must be true or false"),
    ("\"received_at\": \"2026", "\"received_at\": \"soon", "received_at must be a time such as \"2026-11-23T14:03:20.240Z\""),
    ("\"findings\": []", "\"findings\": [1]", "findings must be a list of texts"),
    ("\"headers\": [[", "\"headers\": [[1], [", "headers must be a list of pairs of name and value"),
    ("\"reason\": null", "\"reason\": \"x\"", "it is accepted, and has a reason for which it was rejected"),
    ("\"path\": \"/event\", ", "", "path is missing"),
    ("\"resource_name\": \"orders\"", "\"resource_name\": null", "resource_name must be a text"),
  ])
  func everyMistakeHasItsOwnReason(part: String, replacement: String, reason: String) throws {
    let line = String(decoding: CaptureJSON.line(.fixture(), mask: .nothing), as: UTF8.self)
    #expect(line.contains(part))
    let mistake = #expect(throws: CaptureReading.Mistake.self) {
      _ = try CaptureReading(Array(line.replacing(part, with: replacement).utf8))
    }
    #expect(mistake?.reason == reason)
  }

  @Test func aFileThatIsNotThereIsNamed() {
    let failure = #expect(throws: CommandFailure.self) { _ = try LineSource(path: "/nowhere/export.jsonl") }
    #expect(failure?.status == .badInput)
    #expect(failure?.sentence?.contains("/nowhere/export.jsonl") == true)
    #expect(throws: CommandFailure.self) { _ = try LineSource(path: folder.path) }
  }

  @Test func linesLongerThanAPieceComeWhole() throws {
    let long = [UInt8](repeating: 0x61, count: 300_000)
    let source = try lines(long + [0x0A] + long + long + [0x0A, 0x62])
    #expect(try source.next() == long)
    #expect(try source.next() == long + long)
    #expect(try source.next() == [0x62])
    #expect(source.number == 3)
    #expect(try source.next() == nil)
  }
}
