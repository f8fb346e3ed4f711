public import EventRecords
import GRDB

extension EventStore {
  /// What the captures look like together.
  ///
  /// Of a big store it is of the newest only, and says so: the answer is wanted once a second.
  public func statistics(_ request: StatisticsRequest) async throws(StoreError) -> Statistics {
    try await read { [location, drifts] db in
      var gathering = StatisticsGathering(db: db, request: request, signs: SignReader(db: db, drifts: drifts), store: location.name)
      return try gathering.statistics()
    }
  }
}
