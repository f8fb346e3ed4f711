import Foundation

/// The lines of a file or of standard input, one at a time, so that a file of any size takes the memory of its longest line.
final class LineSource {
  /// As long as a line may be: one with the largest body that the store takes, in base64.
  private static let longestLine = 1 << 30
  private static let pieceLength = 1 << 16

  /// As sentences name it.
  let name: String
  private let handle: FileHandle
  private var held: [UInt8] = []
  /// What of `held` was given out.
  private var start = 0
  private var isAtEnd = false
  /// The number of the line that was given last, from 1.
  private(set) var number = 0

  init(name: String, handle: FileHandle) {
    self.name = name
    self.handle = handle
  }

  /// Opens a file, or standard input for `-`.
  convenience init(path: String) throws(CommandFailure) {
    if path == "-" {
      self.init(name: "standard input", handle: .standardInput)
      return
    }
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw CommandFailure(
        .badInput, "\(path) does not exist: name a file that hooktop events --format jsonl wrote, or - for standard input")
    }
    guard !isFolder.boolValue, let handle = FileHandle(forReadingAtPath: path) else {
      throw CommandFailure(.badInput, "\(path) cannot be read: name a file that you may read")
    }
    self.init(name: path, handle: handle)
  }

  /// The next line without its line feed, and without the carriage return of a file from Windows; `nil` at the end.
  func next() throws(CommandFailure) -> [UInt8]? {
    var searched = start
    while true {
      if let end = held[searched...].firstIndex(of: 0x0A) { return take(to: end, skipping: 1) }
      searched = held.count
      if isAtEnd { return start < held.count ? take(to: held.count, skipping: 0) : nil }
      guard held.count - start < Self.longestLine else {
        throw CommandFailure(.badInput, "\(name), line \(number + 1): it is longer than 1 GiB, which no export is")
      }
      if start > 0 {
        held.removeSubrange(..<start)
        searched -= start
        start = 0
      }
      try read()
    }
  }

  private func take(to end: Int, skipping: Int) -> [UInt8] {
    var line = held[start..<end]
    if line.last == 0x0D { line.removeLast() }
    start = end + skipping
    number += 1
    return Array(line)
  }

  private func read() throws(CommandFailure) {
    do {
      if let data = try handle.read(upToCount: Self.pieceLength), !data.isEmpty { held.append(contentsOf: data) } else { isAtEnd = true }
    } catch {
      throw CommandFailure(.badInput, "\(name) cannot be read: \(error.localizedDescription)")
    }
  }
}
