import CatalogEvents
import Dashboard
import EventRecords
import EventStore
import Foundation
import HooktopTesting
import Testing

@testable import HooktopApp

@Suite struct ExportWorkTests {
  private let folder: TemporaryFolder
  private let store: EventStore

  init() throws {
    folder = try TemporaryFolder()
    store = try EventStore.open(.file(folder.file("events.db")))
  }

  private func export(_ selection: ExportOrder.Selection, _ format: ExportFormat = .jsonl, to path: String) async -> Notice {
    let work = ExportWork(store: store, folders: UserFolders(environment: ["HOME": folder.path]), authorityPath: nil)
    return await work.run(ExportOrder(selection: selection, format: format, path: path, mask: SecretMask()))
  }

  private func lineCount(_ path: String) -> Int {
    FileManager.default.contents(atPath: path)?.count { $0 == 0x0A } ?? -1
  }

  @Test func whatIsMarkedIsInTheFileInItsOrder() async throws {
    var secret = Capture.fixture()
    secret.headers.append(HeaderField("Cookie", "PLANTED"))
    for capture in [.fixture(), secret, .fixture()] { _ = try await store.append(capture) }
    let notice = await export(.captures([1, 2, 99]), to: "~/out.jsonl")
    let path = folder.file("out.jsonl")
    #expect(notice.severity == .information)
    #expect(notice.text.hasPrefix("2 captures in ~/out.jsonl, "))
    #expect(notice.text.hasSuffix(" bytes; 1 are not in the store any more; secrets in 1 are masked"))
    #expect(lineCount(path) == 2)
    let content = String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
    #expect(content.hasPrefix("{\"id\": 1, ") && content.contains("\n{\"id\": 2, "))
    #expect(!content.contains("PLANTED"))
    #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
  }

  @Test func allThatIsShownIsReadPageByPage() async throws {
    try await store.append(contentsOf: (0..<450).map { .fixture(name: "orders_\($0)") })
    let all = ExportOrder.Selection.shown(PageRequest(position: .oldest, limit: 200), count: 450)
    #expect(await export(all, to: folder.file("all.jsonl")).text.hasPrefix("450 captures in ~/all.jsonl, "))
    #expect(lineCount(folder.file("all.jsonl")) == 450)
    let paused = ExportOrder.Selection.shown(PageRequest(position: .oldest, limit: 200, newestID: 300), count: 300)
    #expect(await export(paused, .csv, to: folder.file("paused.csv")).text.hasPrefix("300 captures in ~/paused.csv, "))
    #expect(lineCount(folder.file("paused.csv")) == 301)
  }

  @Test func whatIsThereAlreadyIsNeverWrittenOver() async throws {
    _ = try await store.append(.fixture())
    let path = folder.file("mine.jsonl")
    try Data("mine".utf8).write(to: URL(fileURLWithPath: path))
    let notice = await export(.captures([1]), to: path)
    #expect(notice == Notice(.failure, "nothing was exported: \(path) is there already: give another name"))
    #expect(FileManager.default.contents(atPath: path) == Data("mine".utf8))
  }

  @Test func whatCannotBeWrittenIsSaidAndLeavesNothing() async throws {
    let nowhere = await export(.captures([1]), to: folder.file("no/such/folder.jsonl"))
    #expect(nowhere.text.contains("/no/such/folder.jsonl cannot be made: No such file or directory"))
    let gone = await export(.captures([7]), to: folder.file("gone.jsonl"))
    #expect(gone == Notice(.failure, "nothing was exported: what was to be exported is not in the store any more"))
    #expect(!FileManager.default.fileExists(atPath: folder.file("gone.jsonl")))
  }
}
