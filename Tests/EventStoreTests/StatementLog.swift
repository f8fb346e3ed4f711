import Synchronization

/// The SQL that a connection ran, noted from its own queue.
final class StatementLog: Sendable {
  private let statements = Mutex<[String]>([])

  var all: [String] { statements.withLock { $0 } }

  func append(_ statement: String) {
    statements.withLock { $0.append(statement) }
  }

  func clear() {
    statements.withLock { $0 = [] }
  }
}
