import GRDB

/// How a connection waits for the disk, as SQLite itself reports it.
struct SynchronousMode: Equatable {
  var number: Int

  static let full = SynchronousMode(number: 2)

  init(number: Int) {
    self.number = number
  }

  init(of db: Database) throws {
    number = try Int.fetchOne(db, sql: "PRAGMA synchronous") ?? -1
  }

  /// The name that SQLite's documentation of `PRAGMA synchronous` gives it.
  var name: String {
    switch number {
    case 0: "OFF"
    case 1: "NORMAL"
    case 2: "FULL"
    case 3: "EXTRA"
    default: "unknown"
    }
  }
}
