import Dispatch
import Foundation
import Synchronization

/// Standard output, for data alone. It is written on a thread of its own, so that a reader who is slow or has stopped never holds up
/// anything else.
final class StandardOutput: Sendable {
  /// Whoever read it is gone: there is nobody left to write for.
  struct Closed: Error {}

  private let queue = DispatchQueue(label: "hooktop.standard-output")
  private let descriptor: Int32
  private let isAbandoned = Atomic(false)

  init(descriptor: Int32 = STDOUT_FILENO) {
    self.descriptor = descriptor
    // Writing to a closed pipe is then an error to handle and not the end of the process.
    signal(SIGPIPE, SIG_IGN)
  }

  /// Writes all of it, in the order of the calls. Throws `Closed` when the reader is gone, `CancellationError` when the task is
  /// cancelled before all is written.
  func write(_ bytes: [UInt8]) async throws {
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
        queue.async { [self] in
          continuation.resume(with: Result { try writeBlocking(bytes) })
        }
      }
    } onCancel: {
      isAbandoned.store(true, ordering: .relaxed)
    }
  }

  /// Writes all of it on the calling thread.
  func writeBlocking(_ bytes: [UInt8]) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      try waitUntilWritable()
      // Not more than a pipe takes in one piece: after a poll a longer write could still block.
      let piece = rest.prefix(4096)
      let written = piece.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if written >= 0 {
        rest = rest.dropFirst(written)
      } else if errno == EPIPE {
        throw Closed()
      } else if errno != EINTR, errno != EAGAIN {
        throw CommandFailure(.notSucceeded, "standard output cannot be written: \(String(cString: strerror(errno)))")
      }
    }
  }

  /// Writes all of it on the calling thread; a reader who is gone is no failure.
  func writeAll(_ bytes: [UInt8]) throws {
    do { try writeBlocking(bytes) } catch is Closed {}
  }

  /// Waits in short spells, so that a task which was cancelled is let go although nobody reads.
  private func waitUntilWritable() throws {
    var entry = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    while true {
      if isAbandoned.load(ordering: .relaxed) { throw CancellationError() }
      // A closed reader or a bad descriptor also ends the wait: the write then tells which.
      if poll(&entry, 1, 200) != 0 { return }
    }
  }
}
