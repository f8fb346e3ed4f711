import Foundation

/// The files of a store on disk, kept from other users whatever the umask.
struct StoreFile {
  /// Absolute, so that SQLite never takes a name like `:memory:` for something else than a file.
  let path: String

  init(path: String) throws(StoreError) {
    guard !path.isEmpty, !path.utf8.contains(0) else {
      throw StoreError("the path of the store is empty or has a NUL in it; name a file with --store")
    }
    self.path = URL(fileURLWithPath: path).path
  }

  private var folder: String {
    URL(fileURLWithPath: path).deletingLastPathComponent().path
  }

  /// Whether there is a file; says so when something else is in its place.
  func exists() throws(StoreError) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else {
      if errno == ENOENT { return false }
      throw StoreError("\(path) cannot be reached: \(Self.reason(errno)); name another store with --store")
    }
    guard status.st_mode & S_IFMT != S_IFDIR else {
      throw StoreError("\(path) is a folder; name a file with --store")
    }
    return true
  }

  /// Throws unless this user may read the file and, when asked, write it and make files beside it.
  func requireAccess(toWrite: Bool) throws(StoreError) {
    guard access(path, toWrite ? R_OK | W_OK : R_OK) == 0 else {
      throw StoreError(
        "\(path) cannot be \(toWrite ? "written" : "read"): \(Self.reason(errno)); allow it, or name another store with --store")
    }
    // The write-ahead log lies beside the database.
    guard !toWrite || access(folder, W_OK | X_OK) == 0 else {
      throw StoreError("the folder \(folder) cannot be written: \(Self.reason(errno)); allow it, or name another store with --store")
    }
  }

  /// Makes the missing folders (0700) and an empty database file (0600); leaves alone what is there.
  ///
  /// The file is made before SQLite opens it, because SQLite would give it the umask's mode; the write-ahead log and the shared
  /// memory take theirs from it. A file that exists is never opened here: closing it would drop the POSIX locks that this process
  /// may hold on it.
  func makePrivately() throws(StoreError) {
    if try exists() { return }
    try PrivateFolder(path: folder).make()
    let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      if errno == EEXIST { return }
      throw StoreError("\(path) cannot be made: \(Self.reason(errno)); name another store with --store")
    }
    // The umask may have taken the user's own bits away.
    fchmod(descriptor, 0o600)
    close(descriptor)
  }

  /// Takes the database and the files beside it from other users, in case another hand made them readable.
  func makePrivate() {
    for file in files {
      var status = stat()
      guard stat(file, &status) == 0, status.st_mode & 0o077 != 0, status.st_uid == geteuid() else { continue }
      chmod(file, 0o600)
    }
  }

  /// The size of the database with its write-ahead log, in bytes.
  var byteCount: Int {
    files.prefix(2).reduce(0) { total, file in
      var status = stat()
      return stat(file, &status) == 0 ? total + Int(status.st_size) : total
    }
  }

  private var files: [String] {
    [path, path + "-wal", path + "-shm"]
  }

  /// The system's words for an error number, in lower case as they stand within a sentence.
  static func reason(_ code: Int32) -> String {
    String(cString: strerror(code)).lowercased()
  }
}
