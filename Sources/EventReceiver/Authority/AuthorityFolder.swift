import Foundation
import SwiftASN1
import X509

/// The folder that holds the local authority: its file names, its lock, and reading and writing in it.
struct AuthorityFolder {
  enum File: String {
    case authorityCertificate = "ca.pem"
    case authorityKey = "ca-key.pem"
    case serverCertificate = "server.pem"
    case serverKey = "server-key.pem"
    case bundle = "ca-bundle.pem"
  }

  let path: String

  func path(of file: File) -> String {
    path + "/" + file.rawValue
  }

  /// Makes the folder, and those above it, private to its owner when there is none; one that exists is left as it is.
  func create() throws(AuthorityError) {
    let parts = path.split(separator: "/")
    for count in parts.indices {
      let folder = (path.hasPrefix("/") ? "/" : "") + parts[...count].joined(separator: "/")
      guard mkdir(folder, 0o700) != 0 else {
        chmod(folder, 0o700)  // whatever the umask took away
        continue
      }
      let fault = errno
      var status = stat()
      guard stat(folder, &status) != 0 else { continue }
      throw AuthorityError("the folder \(folder) cannot be made for the certificates: \(Self.text(of: fault))")
    }
  }

  /// Holds off other processes that prepare the same folder, until the lock is released.
  func lock() throws(AuthorityError) -> FolderLock {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw AuthorityError("the folder \(path) cannot be opened: \(Self.lastFault)") }
    while flock(descriptor, LOCK_EX) != 0 {
      guard errno == EINTR else {
        let fault = Self.lastFault
        close(descriptor)
        throw AuthorityError("the folder \(path) cannot be locked: \(fault)")
      }
    }
    return FolderLock(descriptor: descriptor)
  }

  /// The file's text; `nil` when there is no such file.
  func read(_ file: File) throws(AuthorityError) -> String? {
    guard FileManager.default.fileExists(atPath: path(of: file)) else { return nil }
    return try Self.text(at: path(of: file))
  }

  /// Puts a file into the folder, readable by its owner alone; whoever reads meanwhile sees the old file or the new one, whole.
  func write(_ text: String, to file: File) throws(AuthorityError) {
    let destination = path(of: file)
    let draft = destination + ".new"
    unlink(draft)  // left behind by a process that was killed; we hold the lock
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw AuthorityError("\(draft) cannot be written: \(Self.lastFault)") }
    let bytes = Array(text.utf8)
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      written += count
    }
    guard written == bytes.count, fchmod(descriptor, 0o600) == 0, fsync(descriptor) == 0, rename(draft, destination) == 0 else {
      let fault = Self.lastFault
      close(descriptor)
      unlink(draft)
      throw AuthorityError("\(destination) cannot be written: \(fault)")
    }
    close(descriptor)
  }

  /// Takes a file back from everyone but its owner.
  func makePrivate(_ file: File) {
    chmod(path(of: file), 0o600)
  }

  static func text(at path: String) throws(AuthorityError) -> String {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw AuthorityError("\(path) cannot be read; check that it exists and who may read it")
    }
    guard let text = String(validating: data, as: UTF8.self) else { throw AuthorityError("\(path) is not a PEM file") }
    return text
  }

  /// Every certificate in a PEM file, in its order.
  static func certificates(at path: String) throws(AuthorityError) -> [Certificate] {
    try certificates(in: text(at: path), of: path)
  }

  static func certificates(in text: String, of path: String) throws(AuthorityError) -> [Certificate] {
    do {
      return try PEMDocument.parseMultiple(pemString: text).map { try Certificate(pemDocument: $0) }
    } catch {
      throw AuthorityError("\(path) does not hold a certificate that can be read")
    }
  }

  private static var lastFault: String { text(of: errno) }

  private static func text(of fault: Int32) -> String {
    String(cString: strerror(fault)).lowercased()
  }
}

/// A folder that other processes wait for.
struct FolderLock {
  let descriptor: Int32

  func release() {
    close(descriptor)  // the kernel gives the lock up with its descriptor
  }
}
