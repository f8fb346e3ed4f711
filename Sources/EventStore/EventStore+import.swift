public import EventRecords

extension EventStore {
  /// Keeps captures in their order, all of them or none, in one transaction; returns once it is committed.
  ///
  /// Their own ids are not looked at. They are held until the commit, so give some hundred at a time.
  public func append(contentsOf captures: [Capture]) async throws(StoreError) {
    guard let writer else { throw .openForReading(location.name) }
    guard !captures.isEmpty else { return }
    guard captures.allSatisfy({ ($0.body?.count ?? 0) <= Self.bodyByteLimit }) else { throw .tooLarge(location.name) }
    _ = try await writer.write(.captures(captures.map { CaptureRow($0) }))
  }
}
