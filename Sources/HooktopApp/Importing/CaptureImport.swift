import EventRecords
import EventStore

/// Brings the lines of an export into a store, some hundred at a time, each group in one transaction.
struct CaptureImport {
  /// What came in.
  struct Tally: Sendable, Hashable {
    var count = 0
    /// Those whose secrets were masked when they were exported.
    var maskedCount = 0
  }

  /// So many captures are held, or so many bytes of them, until they are stored.
  private static let groupCount = 256
  private static let groupByteCount = 4 << 20

  let store: EventStore
  private(set) var tally = Tally()
  private var group: [(capture: Capture, isMasked: Bool)] = []
  private var groupBytes = 0

  init(store: EventStore) {
    self.store = store
  }

  /// Reads to the end. At the first line that is none of ours it stops with a sentence that says where, why, what came in before it, and how
  /// to go on.
  mutating func run(_ lines: LineSource) async throws {
    while true {
      let line: [UInt8]?
      do throws(CommandFailure) {
        line = try lines.next()
      } catch {
        try await flush(lines)
        throw CommandFailure(error.status, "\(error.description)\(soFar(lines))")
      }
      guard let line else { break }
      guard line.contains(where: { $0 != 0x20 && $0 != 0x09 }) else { continue }
      let reading: CaptureReading
      do throws(CaptureReading.Mistake) {
        reading = try CaptureReading(line)
      } catch {
        try await flush(lines)
        throw CommandFailure(
          .badInput, "\(lines.name), line \(lines.number): \(error.reason); mend or remove that line\(soFar(lines))")
      }
      group.append((reading.capture, reading.isMasked))
      groupBytes += line.count
      if group.count >= Self.groupCount || groupBytes >= Self.groupByteCount { try await flush(lines) }
    }
    try await flush(lines)
  }

  private mutating func flush(_ lines: LineSource) async throws {
    guard !group.isEmpty else { return }
    do throws(StoreError) {
      try await store.append(contentsOf: group.map(\.capture))
    } catch {
      throw CommandFailure(.storeUnusable, "\(error)\(soFar(lines))")
    }
    tally.count += group.count
    tally.maskedCount += group.count { $0.isMasked }
    group.removeAll(keepingCapacity: true)
    groupBytes = 0
  }

  /// What is in the store although the import failed.
  private func soFar(_ lines: LineSource) -> String {
    guard tally.count > 0 else { return "; nothing was imported" }
    return "; the \(tally.count == 1 ? "capture" : "\(tally.count) captures") before it \(tally.count == 1 ? "was" : "were") imported"
  }
}
