import EventRecords
import EventStore
import ServiceLifecycle

/// Prints what comes into a store, in the store's order, each capture once it is committed.
///
/// It holds no captures: it remembers the number of the last that it printed and reads on from there when something was committed.
/// However slow its reader is, receiving goes on and nothing piles up.
struct CapturePrinter: Service {
  /// How many captures are looked up at a time.
  private static let pageSize = 100

  let store: EventStore
  let output: StandardOutput
  /// Rung after commits; several may come as one.
  let commits: AsyncStream<Void>
  /// The number of the newest capture that is not to be printed.
  let start: Int64
  let line: @Sendable (Capture) -> [UInt8]

  /// Prints until the group shuts down, and then what was committed before that; ends early when nobody reads any more.
  func run() async throws {
    var last = start
    do {
      for await _ in commits.cancelOnGracefulShutdown() {
        try await printAll(after: &last)
      }
      try await printAll(after: &last)
    } catch is StandardOutput.Closed {
      return
    } catch is CancellationError {
      return
    }
  }

  private func printAll(after last: inout Int64) async throws {
    while true {
      let page = try await store.page(PageRequest(position: .after(last), limit: Self.pageSize))
      for row in page.rows {
        // It may have been removed since it was looked up, to keep rejected requests within bounds.
        if let capture = try await store.capture(id: row.id) {
          try await output.write(line(capture))
        }
        last = row.id
      }
      if page.rows.count < Self.pageSize { return }
    }
  }
}
