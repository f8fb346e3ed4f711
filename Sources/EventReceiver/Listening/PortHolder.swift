import Foundation

/// The process that listens on a TCP port, as far as Linux's /proc tells.
struct PortHolder: CustomStringConvertible {
  var process: Int32
  var program: String

  /// `python3 (process 4242)`.
  var description: String {
    "\(program) (process \(process))"
  }

  /// Looks for a listener on `port`; `nil` when there is no /proc, or the process is another user's and hidden from us.
  static func find(port: Int) -> PortHolder? {
    let links = Set(
      ["/proc/net/tcp", "/proc/net/tcp6"].flatMap { path in
        text(at: path).map { listeners(in: $0, port: port) } ?? []
      }.map { "socket:[\($0)]" })
    guard !links.isEmpty, let entries = try? FileManager.default.contentsOfDirectory(atPath: "/proc") else { return nil }
    for process in entries.compactMap({ Int32($0) }) {
      let folder = "/proc/\(process)/fd"
      let descriptors = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      let holds = descriptors.contains { descriptor in
        (try? FileManager.default.destinationOfSymbolicLink(atPath: "\(folder)/\(descriptor)")).map(links.contains) ?? false
      }
      guard holds else { continue }
      let name = text(at: "/proc/\(process)/comm") ?? ""
      let program = name.trimmingCharacters(in: .whitespacesAndNewlines.union(.controlCharacters))
      return PortHolder(process: process, program: program.isEmpty ? "a program" : program)
    }
    return nil
  }

  /// Reads to the end: files under /proc say that they are empty.
  private static func text(at path: String) -> String? {
    (try? FileHandle(forReadingAtPath: path)?.readToEnd()).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The inodes of the sockets that listen on `port`, from a table in the form of /proc/net/tcp.
  ///
  /// Its columns are `sl local_address rem_address st tx:rx tr:when retrnsmt uid timeout inode …`; the address is hexadecimal, state
  /// 0A is listening.
  static func listeners(in table: String, port: Int) -> [String] {
    table.split(separator: "\n").compactMap { line in
      let columns = line.split(separator: " ", omittingEmptySubsequences: true)
      guard columns.count > 9, columns[3] == "0A", let colon = columns[1].lastIndex(of: ":"),
        Int(columns[1][columns[1].index(after: colon)...], radix: 16) == port
      else { return nil }
      return String(columns[9])
    }
  }
}
