import Foundation

/// The file in which the filters that were typed wait for the next start: readable by its owner only, since they can name anything.
struct FilterHistoryFile: Sendable {
  var path: String

  /// The filters of the last times, oldest first; `nil` when there are none, or none that this version can read.
  func load() -> [String]? {
    PrivateJSONFile(path: path).load()
  }

  func keep(_ filters: [String]) throws {
    try PrivateJSONFile(path: path).keep(filters)
  }
}
