import EventRecords
import GRDB

/// The order of a list as SQL: an expression that is never NULL, and the id among equals.
struct SortSQL {
  var sort: CaptureSort

  /// Says what `CaptureSort.key` says.
  private var expression: String {
    switch sort.column {
    case .arrival: "id"
    case .time: "received_at"
    case .action: "ifnull(action, '')"
    case .type: "ifnull(resource_type, '')"
    case .name: "ifnull(workspace || '/' || ifnull(collection || '.', '') || resource_name, '')"
    case .lag: "ifnull(lag_ms, \(Int64.min))"
    case .size: "bytes"
    case .status: "status"
    }
  }

  private var isText: Bool {
    switch sort.column {
    case .time, .action, .type, .name: true
    case .arrival, .lag, .size, .status: false
    }
  }

  /// A place in the list: the key of a row and its id.
  struct Place {
    var key: DatabaseValue
    var id: Int64
  }

  enum Side: String {
    case before = "<"
    case upTo = "<="
    case from = ">="
    case after = ">"

    fileprivate var turned: Side {
      switch self {
      case .before: .after
      case .upTo: .from
      case .from: .upTo
      case .after: .before
      }
    }
  }

  /// What rows on a side of a place fulfil that are not newer than `ceiling`, and its arguments.
  func condition(_ side: Side, _ place: Place, ceiling: Int64) -> (sql: String, arguments: [DatabaseValue]) {
    let side = sort.isDescending ? side.turned : side
    guard sort.column == .arrival else {
      let key = isText ? "CAST(? AS TEXT)" : "?"
      return ("id <= ? AND (\(expression), id) \(side.rawValue) (\(key), ?)", [ceiling.databaseValue, place.key, place.id.databaseValue])
    }
    // One bound at each end, so that the index is entered right there.
    var bounds = (Int64.min, ceiling)
    switch side {
    case .before: bounds = place.id == .min ? (1, 0) : (.min, min(ceiling, place.id - 1))
    case .upTo: bounds.1 = min(ceiling, place.id)
    case .from: bounds.0 = place.id
    case .after: bounds = place.id == .max ? (1, 0) : (place.id + 1, ceiling)
    }
    return ("id BETWEEN ? AND ?", [bounds.0.databaseValue, bounds.1.databaseValue])
  }

  /// The list's order, or the same backwards.
  func order(backwards: Bool) -> String {
    let direction = sort.isDescending != backwards ? "DESC" : "ASC"
    return sort.column == .arrival ? "id \(direction)" : "\(expression) \(direction), id \(direction)"
  }

  /// A column that `place` reads.
  var keyColumn: String {
    isText ? "CAST(\(expression) AS BLOB)" : expression
  }

  /// The place of a row of `id` and `keyColumn`.
  static func place(_ row: Row) -> Place {
    let key = row[1] as DatabaseValue
    // An empty text comes as an empty blob, and goes back as a text.
    return Place(key: key.isNull ? "".databaseValue : key, id: row[0])
  }
}
