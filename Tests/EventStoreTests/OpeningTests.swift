import EventRecords
import Foundation
import GRDB
import HooktopTesting
import Testing

@testable import EventStore

@Suite struct OpeningTests {
  @Test func everyCommitWaitsForTheDisk() async throws {
    let disk = try StoreOnDisk()
    #expect(try await disk.store.synchronousMode() == "FULL")
    disk.store.close()
    let reopened = try EventStore.open(.file(disk.path))
    defer { reopened.close() }
    #expect(try await reopened.synchronousMode() == "FULL")
  }

  @Test func foreignKeysAndTheLogAreOn() async throws {
    let disk = try StoreOnDisk()
    let settings = try await disk.store.database.writeWithoutTransaction { db in
      try ["foreign_keys", "journal_mode", "wal_autocheckpoint", "busy_timeout"].map { try String.fetchOne(db, sql: "PRAGMA \($0)") }
    }
    #expect(settings == ["1", "wal", "1000", "5000"])
  }

  @Test func filesAndNewFoldersArePrivateUnderAnyUmask() async throws {
    let folder = try TemporaryFolder()
    let path = folder.file("share/hooktop/events.db")
    let umaskBefore = umask(0)
    defer { umask(umaskBefore) }
    let store = try EventStore.open(.file(path))
    defer { store.close() }
    _ = try await store.append(.fixture())
    #expect(try mode(of: folder.file("share")) == 0o700)
    #expect(try mode(of: folder.file("share/hooktop")) == 0o700)
    for suffix in ["", "-wal", "-shm"] {
      #expect(try mode(of: path + suffix) == 0o600, "\(path + suffix)")
    }
  }

  @Test func aFolderThatWasThereKeepsItsMode() throws {
    let folder = try TemporaryFolder()
    chmod(folder.path, 0o755)
    let store = try EventStore.open(.file(folder.file("events.db")))
    defer { store.close() }
    #expect(try mode(of: folder.path) == 0o755)
  }

  @Test func aStoreThatOthersCouldReadIsMadePrivate() throws {
    let disk = try StoreOnDisk()
    disk.store.close()
    chmod(disk.path, 0o644)
    let reopened = try EventStore.open(.file(disk.path))
    defer { reopened.close() }
    #expect(try mode(of: disk.path) == 0o600)
    #expect(try mode(of: disk.path + "-wal") == 0o600)
  }

  @Test func aFileThatIsNotADatabaseIsLeftAsItIs() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("notes.txt")
    let text = Data(String(repeating: "buy milk\n", count: 1_000).utf8)
    try text.write(to: URL(fileURLWithPath: path))
    let error = #expect(throws: StoreError.self) { try EventStore.open(.file(path)) }
    #expect(error?.description == "\(path) is not a database; it was left as it is: name another store with --store")
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == text)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["notes.txt"])
  }

  @Test func anotherProgramsDatabaseIsLeftAsItIs() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("bookmarks.db")
    let other = try DatabaseQueue(path: path)
    try other.write { db in try db.execute(sql: "CREATE TABLE bookmark (url TEXT)") }
    try other.close()
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    let error = #expect(throws: StoreError.self) { try EventStore.open(.file(path)) }
    #expect(error?.description.contains("not one of hooktop's") == true)
    #expect(throws: StoreError.self) { try EventStore.openForReading(path) }
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
  }

  @Test func anEmptyFileBecomesAStore() async throws {
    let folder = try TemporaryFolder()
    let path = folder.file("events.db")
    #expect(FileManager.default.createFile(atPath: path, contents: nil))
    let store = try EventStore.open(.file(path))
    defer { store.close() }
    #expect(try await store.append(.fixture()) == 1)
  }

  @Test func whatStandsInTheWayIsNamed() throws {
    let folder = try TemporaryFolder()
    let file = folder.file("file")
    #expect(FileManager.default.createFile(atPath: file, contents: nil))
    let aFolder = #expect(throws: StoreError.self) { try EventStore.open(.file(folder.path)) }
    #expect(aFolder?.description == "\(folder.path) is a folder; name a file with --store")
    let underAFile = #expect(throws: StoreError.self) { try EventStore.open(.file(file + "/events.db")) }
    #expect(underAFile?.description == "\(file)/events.db cannot be reached: not a directory; name another store with --store")
    let nowhere = #expect(throws: StoreError.self) { try EventStore.open(.file("/proc/hooktop/events.db")) }
    #expect(nowhere?.description.hasPrefix("the folder /proc/hooktop cannot be made: ") == true)
  }

  @Test func aPathIsAlwaysThatOfAFile() async throws {
    let folder = try TemporaryFolder()
    let path = folder.file(":memory:")
    let store = try EventStore.open(.file(path))
    _ = try await store.append(.fixture())
    store.close()
    #expect(FileManager.default.fileExists(atPath: path))
    for path in ["", "events\0.db"] {
      let error = #expect(throws: StoreError.self) { try EventStore.open(.file(path)) }
      #expect(error?.description == "the path of the store is empty or has a NUL in it; name a file with --store")
    }
  }

  @Test func readingMakesNoStore() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("events.db")
    let error = #expect(throws: StoreError.self) { try EventStore.openForReading(path) }
    #expect(
      error?.description
        == "\(path) does not exist: nothing was received yet; start hooktop first, or name the store with --store")
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test(arguments: [true, false])
  func aReaderSeesWhatAWriterKeptAndWritesNothing(whileTheWriterIsOpen isOpen: Bool) async throws {
    let disk = try StoreOnDisk()
    var capture = Capture.fixture()
    capture.id = try await disk.store.append(capture)
    if !isOpen { disk.store.close() }
    let reader = try EventStore.openForReading(disk.path)
    defer { reader.close() }
    #expect(try await reader.capture(id: capture.id) == capture)
    #expect(try await reader.counts().accepted == 1)
    let error = await #expect(throws: StoreError.self) { try await reader.append(.fixture()) }
    #expect(error?.description.contains("opened for reading") == true)
  }

  @Test func manyOpenANewStoreAtOnce() async throws {
    let folder = try TemporaryFolder()
    let path = folder.file("new/events.db")
    let ids = try await withThrowingTaskGroup(of: Int64.self) { group in
      for _ in 0..<8 {
        group.addTask {
          let store = try EventStore.open(.file(path))
          defer { store.close() }
          return try await store.append(.fixture())
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(ids.sorted() == Array(1...8))
  }

  private func mode(of path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }
}
