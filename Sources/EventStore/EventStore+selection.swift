public import EventRecords
import GRDB

extension EventStore {
  /// The numbers of the captures that are asked for, no more than the question's limit, with how many there are in all.
  public func ids(_ request: PageRequest) async throws(StoreError) -> CaptureIDs {
    CaptureIDs(try await page(request))
  }

  /// Removes captures for good and returns how many there were. Deliveries that were made from them stay, without their number.
  ///
  /// Nothing else removes a capture that was accepted.
  @discardableResult
  public func delete(ids: [Int64]) async throws(StoreError) -> Int {
    guard let writer else { throw .openForReading(location.name) }
    let count = Int(try await writer.write(.deletion(ids)))
    drifts.forget()
    return count
  }
}
