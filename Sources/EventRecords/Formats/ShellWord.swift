/// Writes text so that a POSIX shell takes it as one word.
public enum ShellWord {
  /// The text as it is where the shell would change nothing in it, else in single quotes.
  public static func quote(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "/._-+:@%,=".utf8.contains(byte)
    }
    return isPlain && !text.isEmpty ? text : alwaysQuoted(text)
  }

  /// The text in single quotes, whatever it is.
  public static func alwaysQuoted(_ text: String) -> String {
    // By bytes: a quote with a combining character after it is one character, and no quote, to Swift.
    var bytes: [UInt8] = [UInt8(ascii: "'")]
    for byte in text.utf8 {
      if byte == UInt8(ascii: "'") { bytes += #"'\''"#.utf8 } else { bytes.append(byte) }
    }
    return String(decoding: bytes + [UInt8(ascii: "'")], as: UTF8.self)
  }

  /// A path as a person writes it: a leading `~/` stays outside the quotes, or the shell would not read it as the user's folder.
  public static func quotePath(_ path: String) -> String {
    path.hasPrefix("~/") ? "~/" + quote(String(path.dropFirst(2))) : quote(path)
  }
}
