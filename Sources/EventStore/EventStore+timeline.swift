import CatalogEvents
public import EventRecords
import GRDB

extension EventStore {
  /// How many events of a resource are told, and how many bytes their bodies may have together.
  private static let timelineCount = 500
  private static let timelineByteCount = 16 << 20

  /// What happened to a resource: its newest events, oldest first. Its name is what makes it the same: one that was renamed is another.
  public func timeline(of resource: CatalogResource) async throws(StoreError) -> Timeline {
    try await read { [location, drifts] db in
      let statement = try db.cachedStatement(
        sql: """
          SELECT \(Capture.columns) FROM capture INDEXED BY capture_resource
          WHERE verdict = 'accepted' AND workspace = CAST(? AS TEXT) AND collection IS CAST(? AS TEXT)
            AND resource_type = CAST(? AS TEXT) AND resource_name = CAST(? AS TEXT)
          ORDER BY id DESC LIMIT \(Self.timelineCount + 1)
          """)
      let cursor = try Row.fetchCursor(
        statement,
        arguments: [
          exactText(resource.workspace), exactText(resource.collection), exactText(resource.type.rawValue), exactText(resource.name),
        ])
      var captures: [Capture] = []
      var byteCount = 0
      var isPartial = false
      while let row = try cursor.next() {
        let capture = try Capture(row, store: location.name)
        byteCount += capture.body?.count ?? 0
        isPartial = captures.count == Self.timelineCount || byteCount > Self.timelineByteCount && !captures.isEmpty
        if isPartial { break }
        captures.append(capture)
      }
      var timeline = Timeline(of: resource, from: captures.reversed(), isPartial: isPartial)
      let signs = SignReader(db: db, drifts: drifts)
      for index in timeline.entries.indices {
        timeline.entries[index].summary.comparedSigns = try signs.signs(of: timeline.entries[index].summary)
      }
      return timeline
    }
  }
}
