import EventRecords
import EventStore
import Foundation

/// `hooktop events`: lists the captures of the store, oldest first.
public enum EventsCommand {
  /// Prints every capture, or the newest `limit`. Throws when there is none.
  public static func run(settings: Settings, asJSON: Bool, limit: Int?) throws {
    let store = try Wiring.openStoreForReading(settings)
    defer { store.close() }
    let count = try list(store, asJSON: asJSON, limit: limit, output: StandardOutput())
    if count == 0 {
      throw CommandFailure(.notSucceeded, "nothing matched: \(settings.storePath) holds no capture")
    }
  }

  /// Prints what is asked for and returns how many there were; a reader who has seen enough ends it early.
  static func list(_ store: EventStore, asJSON: Bool, limit: Int?, output: StandardOutput) throws -> Int {
    let human = CaptureLine(timeZone: .current)
    var count = 0
    do {
      try store.forEachCapture(limit: limit) { capture in
        count += 1
        try output.writeBlocking(asJSON ? CaptureJSON.line(capture) : human.line(capture))
      }
    } catch is StandardOutput.Closed {}
    return count
  }
}
