import EventRecords
import Foundation
import GRDB
import Synchronization

/// The function by which SQLite asks for the meaning of a term in memory: `hooktop_matches(term, bytes)`.
///
/// The term comes as the text that was typed, as a bound value, and is read once: so the SQL and the memory run the same code.
final class FilterFunction: Sendable {
  static let name = "hooktop_matches"

  private let terms = Mutex<[Data: FilterTerm]>([:])
  /// More terms than a few filters have are not remembered.
  private static let remembered = 256

  /// Makes the function known to a connection.
  static func add(to db: Database) {
    let function = FilterFunction()
    db.add(
      function: DatabaseFunction(name, argumentCount: 2, pure: true) { values in
        guard let text = function.data(values[0]), let term = function.term(text) else { return nil }
        // SQLite hands over an empty blob as one without an address; NULL is what there is nothing to ask of.
        guard !values[1].isNull else { return false }
        return function.matches(term, function.data(values[1]).map { Array($0) } ?? [])
      })
  }

  private func data(_ value: DatabaseValue) -> Data? {
    switch value.storage {
    case .blob(let data): data
    case .string(let text): Data(text.utf8)
    case .null, .int64, .double: nil
    }
  }

  private func term(_ text: Data) -> FilterTerm? {
    terms.withLock { terms in
      if let term = terms[text] { return term }
      // Dates need no function, and so the zone does not matter.
      guard let filter = try? Filter(String(decoding: text, as: UTF8.self), timeZone: .gmt), case .term(let term) = filter.root else {
        return nil
      }
      if terms.count >= Self.remembered { terms = [:] }
      terms[text] = term
      return term
    }
  }

  private func matches(_ term: FilterTerm, _ bytes: [UInt8]) -> Bool {
    switch term.test {
    case .text(.header, _): FieldText.headers(bytes).map(term.matchesHeaders) ?? false
    case .text(.finding, _): FieldText.findings(bytes).map(term.matchesFindings) ?? false
    case .text(.json, _), .decimal: term.matchesBody(bytes)
    default: term.matchesText(bytes)
    }
  }
}
