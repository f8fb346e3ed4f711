import Synchronization

/// Which captures were found to have drifted, so that a live table, which asks for the same rows again and again, does not have their
/// bodies taken apart each time.
///
/// Captures do not change. What comes before one can only be removed; then all is looked at anew.
final class DriftCache: Sendable {
  private static let limit = 16_384

  private let known = Mutex<[Int64: Bool]>([:])

  func forget() {
    known.withLock { $0 = [:] }
  }

  subscript(_ id: Int64) -> Bool? {
    get { known.withLock { $0[id] } }
    set {
      known.withLock { known in
        if known.count >= Self.limit { known.removeAll(keepingCapacity: true) }
        known[id] = newValue
      }
    }
  }
}
