/// Writes text so that a POSIX shell takes it as one word.
enum ShellWord {
  /// A leading `~/` stays outside the quotes, or the shell would not read it as the user's folder.
  static func quote(_ text: String) -> String {
    text.hasPrefix("~/") ? "~/" + quoteAll(String(text.dropFirst(2))) : quoteAll(text)
  }

  private static func quoteAll(_ text: String) -> String {
    let plain = text.utf8.allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "/._-+:@%,=".utf8.contains(byte)
    }
    return plain && !text.isEmpty
      ? text : "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: #"'\''"#) + "'"
  }
}
