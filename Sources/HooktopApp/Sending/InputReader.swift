import Foundation

/// Reads what an option gives: itself, a file, or standard input.
struct InputReader: Sendable {
  var readStandardInput: @Sendable () throws -> [UInt8] = {
    Array(try FileHandle.standardInput.readToEnd() ?? Data())
  }

  /// `@FILE` gives the file's bytes, `-` standard input where that is offered, and all else its own.
  func bytes(of text: String, option: String, dashIsStandardInput: Bool) throws(CommandFailure) -> [UInt8] {
    if dashIsStandardInput, text == "-" {
      do { return try readStandardInput() } catch {
        throw CommandFailure(.badInput, "standard input, which \(option) - names, cannot be read")
      }
    }
    guard text.hasPrefix("@") else { return Array(text.utf8) }
    let path = String(text.dropFirst())
    guard let data = FileManager.default.contents(atPath: path) else {
      throw CommandFailure(.badInput, "the file \(path), which \(option) names, cannot be read: name a file that you may read")
    }
    return Array(data)
  }
}
