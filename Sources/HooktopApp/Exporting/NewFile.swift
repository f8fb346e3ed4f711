import Foundation

/// A file of its own making, readable by its owner only: what is there already is never written over.
final class NewFile {
  let path: String
  private let descriptor: Int32
  private(set) var byteCount = 0

  /// Why it cannot be made or written, as a clause about it.
  struct Failure: Error, Sendable, Hashable {
    var reason: String
    /// Whether there is something of that name already.
    var isTaken = false
  }

  init(path: String) throws(Failure) {
    self.path = path
    descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor < 0 else { return }
    guard errno != EEXIST else { throw Failure(reason: "\(path) is there already: give another name", isTaken: true) }
    throw Failure(reason: "\(path) cannot be made: \(String(cString: strerror(errno)))")
  }

  deinit {
    close(descriptor)
  }

  func write(_ bytes: [UInt8]) throws(Failure) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if written >= 0 {
        rest = rest.dropFirst(written)
        byteCount += written
      } else if errno != EINTR {
        throw Failure(reason: "\(path) cannot be written: \(String(cString: strerror(errno)))")
      }
    }
  }

  /// Takes the file away again.
  func remove() {
    unlink(path)
  }
}
