import EventRecords

/// A capture as a command for any POSIX shell that sends it again: its path, its header lines and the exact bytes of its body.
///
/// `Host`, `Content-Length` and `Transfer-Encoding` are left to curl, and the header lines that curl would add of its own are taken out, so
/// that the request is the one that came.
struct CurlCommand: Sendable {
  /// The certificate that is to be believed for targets on this machine: hooktop's own authority, where there is one.
  var authorityPath: String?

  /// The command, without a line feed at its end; `nil` when the body was refused unread, so that there is nothing to send.
  func command(_ capture: Capture) -> String? {
    guard let body = capture.body else { return nil }
    let url = RequestURL(capture)
    var parts = ["curl " + ShellBytes.word(Array(url.text.utf8))]
    // curl gives brackets and braces a meaning of its own, and takes dots out of paths.
    if url.text.contains(where: { "[]{}".contains($0) }) { parts.append("--globoff") }
    if url.text.contains("/.") { parts.append("--path-as-is") }
    if capture.isTLS, url.isLoopback, let authorityPath { parts.append("--cacert \(ShellWord.quotePath(authorityPath))") }
    parts += headers(capture, hasHost: url.hasHost).map { "--header \($0)" }
    let (input, data) = Self.data(body)
    parts.append("--data-binary " + data)
    return input + parts.joined(separator: " \\\n  ")
  }

  /// The names of the header lines that cannot be in the command: no HTTP request can have them either, or curl takes them for something else.
  func leftOut(_ capture: Capture) -> [String] {
    capture.headers.filter { !Self.isLeftToCurl($0, hasHost: true) && !Self.canBeSent($0) }.map(\.name)
  }

  private func headers(_ capture: Capture, hasHost: Bool) -> [String] {
    let given = Set(capture.headers.map { $0.name.lowercased() })
    let added = ["Accept", "User-Agent", "Content-Type"].filter { !given.contains($0.lowercased()) }
    return capture.headers.filter { !Self.isLeftToCurl($0, hasHost: hasHost) && Self.canBeSent($0) }.map { field in
      // A colon with nothing after it would take the line out.
      field.bytes.isEmpty ? ShellBytes.word(Array("\(field.name);".utf8)) : ShellBytes.word(Array("\(field.name): ".utf8) + field.bytes)
    } + added.map { "\($0):" }
  }

  private static func isLeftToCurl(_ field: HeaderField, hasHost: Bool) -> Bool {
    switch field.name.lowercased() {
    case "host": hasHost
    case "content-length", "transfer-encoding": true
    default: false
    }
  }

  private static func canBeSent(_ field: HeaderField) -> Bool {
    let isToken = !field.name.isEmpty && field.name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"\"(),/:;<=>?@[\\]{}".utf8.contains($0) }
    return isToken && !field.bytes.contains { $0 == 0x00 || $0 == 0x0A || $0 == 0x0D }
  }

  /// What stands before `curl`, and the value of its option.
  private static func data(_ body: [UInt8]) -> (input: String, option: String) {
    // An @ in front would be the name of a file.
    if let text = ShellBytes.plainText(body), body.count <= ShellBytes.longestArgument, body.first != UInt8(ascii: "@") {
      return ("", ShellWord.alwaysQuoted(text))
    }
    return (ShellBytes.writing(body) + " |\n  ", "@-")
  }
}
