import CatalogEvents
import Dashboard
import EventRecords
import EventStore
import Foundation
import HooktopTesting
import Synchronization
import Testing

@testable import HooktopApp

@Suite struct CopyWorkTests {
  private let folder: TemporaryFolder
  private let store: EventStore

  init() throws {
    folder = try TemporaryFolder()
    store = try EventStore.open(.file(folder.file("events.db")))
  }

  /// Copies with a terminal that takes everything, or refuses with a reason; returns what it was handed and what was said.
  private func copy(_ content: CopyOrder.Content, of id: Int64 = 1, mask: SecretMask = SecretMask(), refusing: String? = nil) async
    -> (bytes: [UInt8]?, notice: Notice)
  {
    let handed = Handed()
    let work = CopyWork(
      store: store,
      toClipboard: { bytes in
        if refusing == nil { handed.bytes.withLock { $0 = bytes } }
        return refusing
      }, folder: folder.file("copies"), authorityPath: nil)
    let notice = await work.run(CopyOrder(capture: id, content: content, mask: mask))
    return (handed.bytes.withLock { $0 }, notice)
  }

  private final class Handed: Sendable {
    let bytes = Mutex<[UInt8]?>(nil)
  }

  @Test func whatIsCopiedIsExact() async throws {
    var capture = Capture.fixture(data: "{\"a\":1.50}")
    capture.headers.append(HeaderField(name: "X-Odd", bytes: [0xFF, 0x20]))
    _ = try await store.append(capture)
    let body = await copy(.body)
    #expect(body.bytes == capture.body)
    #expect(body.notice.text.hasPrefix("the body of #1, "))
    #expect(body.notice.text.hasSuffix(" bytes, was sent to the clipboard"))
    #expect(
      await copy(.indentedBody).bytes.map { String(decoding: $0, as: UTF8.self) }?.hasSuffix("\"data\": {\n    \"a\": 1.50\n  }\n}") == true
    )
    #expect(await copy(.header(capture.headers.count - 1)).bytes == [0xFF, 0x20])
    #expect(await copy(.bytes([1, 2], name: "the value")).bytes == [1, 2])
    let sent = Capture.fixture(id: 1)
    var withHeaders = sent
    withHeaders.headers = capture.headers
    withHeaders.body = capture.body
    #expect(await copy(.curl).bytes.map { String(decoding: $0, as: UTF8.self) } == CurlCommand().command(withHeaders))
    #expect(await copy(.replay).bytes.map { String(decoding: $0, as: UTF8.self) } == "hooktop replay 1 --to https://localhost:8443/event")
    #expect(await copy(.send).bytes.map { String(decoding: $0, as: UTF8.self) } == HooktopLine.send(withHeaders))
  }

  @Test func whatTheTerminalCannotTakeIsInAFileOfTheOwnerAlone() async throws {
    let capture = Capture.fixture()
    _ = try await store.append(capture)
    for name in ["1-body.json", "1-body-2.json"] {
      let (bytes, notice) = await copy(.body, refusing: "it is too much")
      #expect(bytes == nil)
      let path = folder.file("copies/\(name)")
      #expect(notice == Notice(.warning, "it is too much: the body of #1 is in \(path)"))
      #expect(FileManager.default.contents(atPath: path).map { Array($0) } == capture.body)
      let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
      #expect(mode == 0o600)
    }
  }

  @Test func whatIsNotThereIsSaid() async throws {
    #expect(await copy(.body, of: 9).notice == Notice(.failure, "nothing was copied: #9 is not in the store any more"))
    var refused = Capture.rejectedFixture()
    refused.body = nil
    _ = try await store.append(refused)
    _ = try await store.append(.rejectedFixture())
    for content in [CopyOrder.Content.body, .indentedBody, .curl] {
      #expect(await copy(content).notice.text == "nothing was copied: the body of #1 was refused unread, and is not here")
    }
    #expect(await copy(.send, of: 2).notice.text == "nothing was copied: #2 has no event that hooktop send could write")
    #expect(await copy(.indentedBody, of: 2).notice.text.contains("is not JSON"))
    #expect(await copy(.header(99), of: 2).notice.severity == .failure)
  }

  @Test func aPlantedSecretIsInNoCopyWithoutTheExplicitAct() async throws {
    var capture = Capture.fixture()
    capture.path = "/event?token=PLANTED"
    capture.headers = [HeaderField("Authorization", "PLANTED"), HeaderField("Referer", "https://a:PLANTED@b.test")]
    _ = try await store.append(capture)
    for content in [CopyOrder.Content.body, .indentedBody, .curl, .send, .replay, .header(0), .header(1)] {
      let masked = await copy(content)
      #expect(!String(decoding: try #require(masked.bytes), as: UTF8.self).contains("PLANTED"))
      #expect(!masked.notice.text.contains("PLANTED"))
    }
    #expect(await copy(.curl).notice.text.hasSuffix("its secrets masked"))
    #expect(await copy(.header(0), mask: .nothing).bytes == Array("PLANTED".utf8))
  }
}
