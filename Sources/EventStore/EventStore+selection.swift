public import EventRecords
import GRDB

extension EventStore {
  /// The numbers of all captures that are asked for, the newest of them where there are too many, with how many there are in all.
  public func ids(_ request: CaptureIDRequest) async throws(StoreError) -> CaptureIDs {
    try await read { [location] db in
      let ceiling = request.newestID ?? .max
      let statement = try db.cachedStatement(sql: "SELECT id FROM capture WHERE id <= ? ORDER BY id DESC LIMIT ?")
      let ids = try Int64.fetchAll(statement, arguments: [ceiling, max(0, request.limit)])
      // A page of one row has the count of all, however it is found.
      let reader = KeyPageReader(
        db: db, table: .captures, columns: CaptureSummary.columns, element: { try CaptureSummary($0, store: location.name) },
        total: try StoreCounts(in: db, at: location).received, ceiling: ceiling)
      let page = try reader.page(at: .newest, limit: 1)
      return CaptureIDs(ids: ids.reversed(), total: page.countBefore + page.rows.count)
    }
  }

  /// Removes captures for good and returns how many there were. Deliveries that were made from them stay, without their number.
  ///
  /// Nothing else removes a capture that was accepted.
  @discardableResult
  public func delete(ids: [Int64]) async throws(StoreError) -> Int {
    guard let writer else { throw .openForReading(location.name) }
    return Int(try await writer.write(.deletion(ids)))
  }
}
