import Foundation
import GRDB

/// Why the store cannot do what was asked, as one sentence that names the file and the mend.
public struct StoreError: Error, Sendable, Hashable, CustomStringConvertible {
  public var description: String

  public init(_ description: String) {
    self.description = description
  }
}

extension StoreError {
  /// The sentence for an error that was thrown while the store at `location` was being used.
  init(_ error: any Error, at location: EventStore.Location) {
    switch error {
    case let error as StoreError: self = error
    case let error as DatabaseError: self.init(error, in: location.name)
    case is RowDecodingError: self = .damaged(location.name, "a value has the wrong type")
    case is CancellationError: self.init("\(location.name) was not read, because the task was cancelled")
    default: self.init("\(location.name) cannot be used: \(error)")
    }
  }

  private init(_ error: DatabaseError, in store: String) {
    let message = error.message ?? "no reason is given"
    switch error.resultCode {
    case .SQLITE_FULL:
      self.init("\(store) cannot grow: the disk is full; free some space on it, or name another store with --store")
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      self.init("\(store) is locked by another program; end that program, or name another store with --store")
    case .SQLITE_READONLY:
      self.init("\(store) cannot be written: it, its folder or its disk is read-only; allow writing, or name another store with --store")
    case .SQLITE_PERM, .SQLITE_AUTH:
      self.init("\(store) cannot be used: permission denied; allow reading and writing, or name another store with --store")
    case .SQLITE_CANTOPEN:
      self.init("\(store) cannot be opened (\(message)); check that its folder can be written, or name another store with --store")
    case .SQLITE_NOTADB:
      self = .notADatabase(store)
    case .SQLITE_CORRUPT:
      self.init("\(store) is damaged (\(message)); move it away and start anew, or name another store with --store")
    case .SQLITE_IOERR:
      self.init("\(store) cannot be read or written (\(message)); check its disk, or name another store with --store")
    case .SQLITE_CONSTRAINT, .SQLITE_MISMATCH, .SQLITE_TOOBIG:
      self.init("\(store) did not take a record (\(message)); it was not stored")
    case .SQLITE_MISUSE where message.contains("closed"):
      self = .closed(store)
    default:
      self.init("\(store) cannot be used (\(message), SQLite code \(error.extendedResultCode.rawValue)); name another store with --store")
    }
  }

  static func notADatabase(_ store: String) -> StoreError {
    StoreError("\(store) is not a database; it was left as it is: name another store with --store")
  }

  static func anotherProgramsDatabase(_ store: String) -> StoreError {
    StoreError("\(store) is a database, but not one of hooktop's; it was left as it is: name another store with --store")
  }

  static func newerSchema(_ store: String) -> StoreError {
    StoreError("\(store) was written by a newer hooktop; update this one, or name another store with --store")
  }

  static func missing(_ store: String) -> StoreError {
    StoreError("\(store) does not exist: nothing was received yet; start hooktop first, or name the store with --store")
  }

  static func replaced(_ store: String) -> StoreError {
    StoreError("\(store) was moved or removed while hooktop had it open; put it back, or start hooktop again to begin a new one")
  }

  static func openForReading(_ store: String) -> StoreError {
    StoreError("\(store) was opened for reading and cannot be written; open it for writing")
  }

  static func tooLarge(_ store: String) -> StoreError {
    StoreError("\(store) takes no body of more than 900 MB; lower --max-body")
  }

  static func closed(_ store: String) -> StoreError {
    StoreError("\(store) is closed; start hooktop again to use it")
  }

  static func tooMuchWaits(_ store: String) -> StoreError {
    StoreError("\(store) takes nothing more until what waits for the disk is written; send it again later")
  }

  static func damaged(_ store: String, _ what: String) -> StoreError {
    StoreError("\(store) is damaged (\(what)); move it away and start anew, or name another store with --store")
  }
}

extension EventStore.Location {
  /// What sentences call it: its path, or `the store in memory`.
  var name: String {
    switch self {
    case .file(let path): path
    case .memory: "the store in memory"
    }
  }
}
