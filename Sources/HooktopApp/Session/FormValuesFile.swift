import Dashboard
import Foundation

/// The file in which the compose form's values wait for the next start: readable by its owner only, since they can name anything.
struct FormValuesFile: Sendable {
  var path: String

  /// The values of the last time; `nil` when there are none, or none that this version can read.
  func load() -> ComposeValues? {
    PrivateJSONFile(path: path).load()
  }

  func keep(_ values: ComposeValues) throws {
    try PrivateJSONFile(path: path).keep(values)
  }
}
