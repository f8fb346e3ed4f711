import Foundation

/// A folder that is made for this user alone when it is missing; one that is there stays as its owner wants it.
struct PrivateFolder {
  var path: String

  /// Makes it and what is missing above it, each with the mode 0700 whatever the umask.
  func make() throws(StoreError) {
    var status = stat()
    if stat(path, &status) == 0 {
      guard status.st_mode & S_IFMT == S_IFDIR else {
        throw StoreError("\(path) is not a folder; name another store with --store")
      }
      return
    }
    let parent = PrivateFolder(path: URL(fileURLWithPath: path).deletingLastPathComponent().path)
    if parent.path != path { try parent.make() }
    guard mkdir(path, 0o700) == 0 else {
      if errno == EEXIST { return }
      throw StoreError("the folder \(path) cannot be made: \(StoreFile.reason(errno)); name another store with --store")
    }
    chmod(path, 0o700)
    parent.flush()
  }

  /// Has the disk keep the names in it: a committed event is worth nothing when a power cut takes the folder around it.
  private func flush() {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}
