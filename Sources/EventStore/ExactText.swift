import Foundation
import GRDB

/// Binds text by its bytes, for a parameter that is spelled `CAST(? AS TEXT)`.
///
/// GRDB binds a `String` as a C string, which ends at the first NUL; a name with a NUL in it must survive exactly.
func exactText(_ text: some Sequence<UInt8>) -> DatabaseValue {
  let data = Data(text)
  // SQLite takes an empty blob without an address for NULL.
  return data.isEmpty ? "".databaseValue : data.databaseValue
}

func exactText(_ text: String?) -> DatabaseValue {
  text.map { exactText($0.utf8) } ?? .null
}

/// A body as the database holds it: text where it is UTF-8, because people read it with `sqlite3`, else a blob.
struct StoredBody {
  var value: DatabaseValue
  var isText: Bool

  init(_ bytes: [UInt8]?) {
    isText = bytes.map { String(validating: $0, as: UTF8.self) != nil } ?? false
    value = bytes.map(exactText) ?? .null
  }

  /// How its parameter is spelled.
  var placeholder: String {
    isText ? "CAST(? AS TEXT)" : "?"
  }
}

extension Row {
  /// The bytes of a column that is selected as `CAST(... AS BLOB)`; `nil` for NULL.
  func bytes(_ index: Int) throws -> [UInt8]? {
    try withUnsafeData(atIndex: index) { data in data.map { Array($0) } }
  }

  /// The text of a column that is selected as `CAST(... AS BLOB)`, NULs included; `nil` for NULL.
  func exactText(_ index: Int) throws -> String? {
    try withUnsafeData(atIndex: index) { data in data.map { String(decoding: $0, as: UTF8.self) } }
  }
}
