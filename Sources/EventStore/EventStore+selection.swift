public import EventRecords
import GRDB

extension EventStore {
  /// The numbers of the captures that are asked for, no more than the question's limit, with how many there are in all.
  public func ids(_ request: PageRequest) async throws(StoreError) -> CaptureIDs {
    try await read { [location] db in
      guard request.filter?.isEmpty ?? true, request.sort == .arrival else {
        let page = try FilteredPageReader(request, db: db, store: location.name).page(at: request.position, limit: request.limit)
        return CaptureIDs(
          ids: page.rows.map(\.id), total: page.before + page.rows.count + page.after, isTotalExact: page.isCountExact)
      }
      let reader = KeyPageReader(
        db: db, table: .captures, columns: "id", element: { Number(id: try $0.decode(Int64.self, atIndex: 0)) },
        total: try StoreCounts(in: db, at: location).received, ceiling: request.newestID ?? .max)
      let page = try reader.page(at: request.position, limit: request.limit)
      return CaptureIDs(ids: page.rows.map(\.id), total: page.countBefore + page.rows.count + page.countAfter)
    }
  }

  /// All that is read of a capture when only its number is wanted.
  private struct Number: Identifiable {
    var id: Int64
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
