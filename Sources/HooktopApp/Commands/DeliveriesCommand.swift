import EventRecords
import EventStore
import Foundation

/// `hooktop deliveries`: lists what was sent, and how each attempt ended, oldest first.
public enum DeliveriesCommand {
  /// Prints every delivery, or the newest `limit`. Throws when there is none.
  public static func run(settings: Settings, asJSON: Bool, withSecrets: Bool, limit: Int?) throws {
    let store = try Wiring.openStoreForReading(settings)
    defer { store.close() }
    let mask = withSecrets ? SecretMask.nothing : settings.mask
    let count = try list(store, asJSON: asJSON, mask: mask, limit: limit, output: StandardOutput())
    if count == 0 {
      throw CommandFailure(.notSucceeded, "nothing was sent: \(settings.storePath) holds no delivery")
    }
  }

  /// Prints what is asked for and returns how many there were; a reader who has seen enough ends it early.
  static func list(_ store: EventStore, asJSON: Bool, mask: SecretMask, limit: Int?, output: StandardOutput) throws -> Int {
    let human = DeliveryLines(timeZone: .current)
    var count = 0
    do {
      try store.forEachDelivery(limit: limit) { delivery in
        count += 1
        try output.writeBlocking(asJSON ? DeliveryJSON.line(delivery, mask: mask) : human.lines(mask(delivery)))
      }
    } catch is StandardOutput.Closed {}
    return count
  }
}
