import EventReceiver
import EventRecords

/// `hooktop ca`: where the local certificate authority is, and how a catalog is made to trust and use it.
public enum AuthorityCommand {
  public static func run(settings: Settings) throws {
    let authority = try LocalAuthority.prepare(in: settings.folders.data, names: settings.tlsNames)
    try StandardOutput().writeAll(Array(text(authority, settings).utf8))
  }

  /// Lines that a shell can evaluate; what is for people alone is a comment.
  static func text(_ authority: LocalAuthority, _ settings: Settings) -> String {
    var lines = [
      "# the local certificate authority:",
      "#   \(authority.certificatePath)",
      "# the system's authorities and the local one, for programs that believe one file alone:",
      "#   \(authority.bundlePath)",
      "# to make a catalog trust and use this hooktop:",
      "export REQUESTS_CA_BUNDLE=\(ShellWord.quote(authority.bundlePath))",
    ]
    switch settings.https {
    case let address? where address.port != 0:
      lines.append("export OPTERYX_WEBHOOK_DOMAIN=\(ShellWord.quote(domain(address)))")
    case .some:
      lines.append("# https takes a free port at each start: set OPTERYX_WEBHOOK_DOMAIN to localhost and the port it then says")
    case nil:
      lines.append("# https is off: a catalog, which speaks nothing else, cannot reach this hooktop")
    }
    return lines.map { SafeText.line($0) + "\n" }.joined()
  }

  /// How a catalog on this machine names the listener: what listens on the loopback or on all addresses is localhost.
  private static func domain(_ address: ListenAddress) -> String {
    let isHere = ["127.0.0.1", "::1", "0.0.0.0", "::", "localhost"].contains(address.host)
    return isHere ? "localhost:\(address.port)" : address.description
  }
}
