import GRDB

/// How many rows of a kind there are, and the bytes of their bodies, as the triggers of the schema keep them.
struct Tally: Equatable {
  enum Kind: String {
    case accepted, rejected, delivery
  }

  var count: Int
  var bytes: Int

  init(of kind: Kind, in db: Database) throws {
    let statement = try db.cachedStatement(sql: "SELECT count, bytes FROM tally WHERE kind = ?")
    let row = try Row.fetchOne(statement, arguments: [kind.rawValue])
    count = try row?.decode(Int.self, atIndex: 0) ?? 0
    bytes = try row?.decode(Int.self, atIndex: 1) ?? 0
  }
}
