import Foundation

/// Where hooktop talks to the person, as opposed to giving data.
enum StandardError {
  /// Writes a line; control characters in it, which may come from a sender or a file, are shown as pictures.
  static func say(_ line: String) {
    // A closed standard error is no reason to stop.
    try? FileHandle.standardError.write(contentsOf: Data((SafeText.line(line) + "\n").utf8))
  }
}
