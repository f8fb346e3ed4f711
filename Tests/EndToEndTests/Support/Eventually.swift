import Foundation

/// What was awaited did not come in time.
struct Overdue: Error, CustomStringConvertible {
  var description: String
}

/// Looks again and again until `look` gives a value, and returns it.
///
/// The deadline is for a hung program only, and generous, because the machine may be busy. `describe` tells what was seen last.
func eventually<Value>(
  within limit: Duration = .seconds(60), _ awaited: String, describe: () throws -> String = { "" }, _ look: () throws -> Value?
) async throws -> Value {
  let clock = ContinuousClock()
  let deadline = clock.now + limit
  while true {
    if let value = try look() { return value }
    guard clock.now < deadline else { throw Overdue(description: "\(awaited) did not come within \(limit). \(try describe())") }
    try await clock.sleep(for: .milliseconds(15))
  }
}
