import Foundation

/// Which file a path leads to, so that it is noticed when another one, or none, has taken its place.
struct FileIdentity: Sendable, Hashable {
  private var device: UInt64
  private var number: UInt64

  /// `nil` when there is no file.
  init?(at path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    device = UInt64(truncatingIfNeeded: status.st_dev)
    number = UInt64(truncatingIfNeeded: status.st_ino)
  }
}
