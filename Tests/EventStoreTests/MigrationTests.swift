import CatalogEvents
import EventRecords
import Foundation
import GRDB
import HooktopTesting
import Testing

@testable import EventStore

@Suite struct MigrationTests {
  @Test(arguments: OldSchema.all)
  func aStoreOfEachOldSchemaIsBroughtUpToDate(_ schema: OldSchema) async throws {
    let folder = try TemporaryFolder()
    let path = folder.file("events.db")
    try schema.build(at: path)
    let store = try EventStore.open(.file(path))
    defer { store.close() }
    #expect(try await store.capture(id: 1) == schema.accepted)
    #expect(try await store.capture(id: 7) == schema.rejected)
    let counts = try await store.counts()
    #expect(counts.accepted == 1 && counts.rejected == 1)
    let deliveries = try await store.deliveries(DeliveryPageRequest(position: .newest, limit: 10))
    #expect(deliveries.rows == [schema.delivery])
    #expect(try await store.append(.fixture()) == 8)
  }

  @Test(arguments: OldSchema.all)
  func aReaderOfEachOldSchemaBringsItUpToDateToo(_ schema: OldSchema) async throws {
    let folder = try TemporaryFolder()
    let path = folder.file("events.db")
    try schema.build(at: path)
    let reader = try EventStore.openForReading(path)
    defer { reader.close() }
    #expect(try await reader.capture(id: 1) == schema.accepted)
  }

  @Test func theSchemaOfANewStoreIsTheDocumentedOne() async throws {
    let store = try EventStore.open(.memory)
    defer { store.close() }
    let (columns, deliveryColumns) = try await store.database.read { db in
      (try db.columns(in: "capture").map(\.name), try db.columns(in: "delivery").map(\.name))
    }
    #expect(deliveryColumns == ["id", "created_at", "target", "label", "state", "headers", "body", "capture_id"])
    #expect(
      columns == [
        "id", "received_at", "verdict", "status", "remote", "tls", "path", "action", "workspace", "collection", "resource_type",
        "resource_name", "timestamp", "lag_ms", "bytes", "findings", "reason", "headers", "body",
      ])
  }

  @Test func aPublishedMigrationIsNeverChanged() async throws {
    let folder = try TemporaryFolder()
    let path = folder.file("old.db")
    try OldSchema.version1.build(at: path)
    let old = try DatabaseQueue(path: path)
    let new = try DatabaseQueue()
    try StoreSchema.migrator.migrate(new, upTo: "1 captures and deliveries")
    #expect(try schema(of: new) == schema(of: old))
  }

  @Test func aNewerSchemaIsRefusedAndLeftAsItIs() throws {
    let disk = try StoreOnDisk()
    disk.store.close()
    let other = try disk.otherConnection()
    try other.inDatabase { db in
      try db.execute(sql: "INSERT INTO grdb_migrations VALUES ('999 what nobody knows yet'); PRAGMA wal_checkpoint(TRUNCATE)")
    }
    try other.close()
    let before = try Data(contentsOf: URL(fileURLWithPath: disk.path))
    for open in [{ try EventStore.open(.file(disk.path)) }, { try EventStore.openForReading(disk.path) }] {
      let error = #expect(throws: StoreError.self) { try open() }
      #expect(
        error?.description == "\(disk.path) was written by a newer hooktop; update this one, or name another store with --store")
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: disk.path)) == before)
  }

  @Test func whatACrashLeftOfTheFirstOpeningBecomesAStore() async throws {
    let folder = try TemporaryFolder()
    let path = folder.file("events.db")
    let crashed = try DatabasePool(path: path)
    try await crashed.writeWithoutTransaction { db in
      try db.execute(sql: "CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)")
    }
    try crashed.close()
    let store = try EventStore.open(.file(path))
    defer { store.close() }
    #expect(try await store.append(.fixture()) == 1)
  }

  /// Every object's SQL, with runs of white space as one.
  private func schema(of database: DatabaseQueue) throws -> Set<String> {
    try database.read { db in
      let sql = try String.fetchAll(db, sql: "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'grdb%'")
      return Set(sql.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") })
    }
  }
}
