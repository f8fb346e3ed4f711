/// Something that the user can set: an option of the command line, an environment variable and a key of the config file at once.
///
/// This is the one table of them; options, `hooktop config` and the documentation are made from it. The raw value is the key of
/// the config file, and the option's name without its dashes.
public enum Setting: String, Sendable, Hashable, CaseIterable {
  case http
  case https
  case tlsCertificate = "tls-cert"
  case tlsKey = "tls-key"
  case tlsName = "tls-name"
  case maxBody = "max-body"
  case store
  case ephemeral
  case logFile = "log-file"
  case target = "to"
  case domain
  case queue
  case direct
  case authority = "ca"
  case mask

  /// What values a setting takes.
  public enum Kind: Sendable, Hashable {
    /// `ADDRESS:PORT` or `off`.
    case address
    case path
    /// A number of bytes, as `8388608` or `8MiB`.
    case bytes
    case flag
    /// An http or https URL with a host.
    case url
    case text
    /// Several texts: a repeated option, a list in the file, commas in an environment variable.
    case texts
  }

  public var key: String { rawValue }

  /// `--tls-cert`.
  public var optionName: String { "--" + rawValue }

  /// `HOOKTOP_TLS_CERT`.
  public var environmentName: String {
    "HOOKTOP_" + rawValue.uppercased().replacing("-", with: "_")
  }

  /// The catalog's own variable, which counts when ours is not set.
  public var catalogEnvironmentName: String? {
    switch self {
    case .domain: "OPTERYX_WEBHOOK_DOMAIN"
    case .queue: "OPTERYX_WEBHOOK_QUEUE"
    default: nil
    }
  }

  public var kind: Kind {
    switch self {
    case .http, .https: .address
    case .tlsCertificate, .tlsKey, .store, .logFile, .authority: .path
    case .tlsName, .mask: .texts
    case .maxBody: .bytes
    case .ephemeral, .direct: .flag
    case .target: .url
    case .domain, .queue: .text
    }
  }
}

extension Setting {
  /// What stands for the value in a help text; `nil` for a flag, which takes none.
  public var valueName: String? {
    switch self {
    case .http, .https: "ADDRESS:PORT|off"
    case .tlsCertificate, .tlsKey, .authority: "FILE"
    case .tlsName, .mask: "NAME"
    case .maxBody: "BYTES"
    case .store, .logFile: "PATH"
    case .target: "URL"
    case .domain: "HOST[:PORT]"
    case .queue: "QUEUE"
    case .ephemeral, .direct: nil
    }
  }

  /// What it is for, as a phrase for help texts and the documentation.
  public var help: String {
    switch self {
    case .http: "Where to listen for plain HTTP; port 0 takes a free one"
    case .https: "Where to listen for HTTPS, the only thing the catalog speaks; port 0 takes a free one"
    case .tlsCertificate: "The server certificate with its chain, in PEM, in place of the one hooktop makes"
    case .tlsKey: "The private key of \(Setting.tlsCertificate.optionName), in PEM"
    case .tlsName: "One more name or IP address that the certificate hooktop makes is good for; repeatable"
    case .maxBody: "The largest body that is taken, in bytes or as 8MiB"
    case .store: "The database file in which captures are kept"
    case .ephemeral: "Keep captures in memory only; they are gone at the end"
    case .logFile: "Write hooktop's own log to this file"
    case .target: "The URL to deliver to"
    case .domain: "Deliver to https://HOST[:PORT]/event, as the catalog does; else OPTERYX_WEBHOOK_DOMAIN"
    case .queue: "Deliver through a queue; else OPTERYX_WEBHOOK_QUEUE"
    case .direct: "Deliver directly, whatever queue is set"
    case .mask: "One more header or query value whose value is secret, with * for any letters; repeatable"
    case .authority: "A PEM file of certificate authorities to believe besides the system's"
    }
  }

  /// The default as the help texts have it, whoever reads them; `nil` when there is none worth telling.
  public var standingText: String? {
    switch self {
    case .store: "$XDG_DATA_HOME/hooktop/events.db"
    case .http, .https, .maxBody: defaultText(in: UserFolders(environment: [:]))
    default: nil
    }
  }

  /// The value that counts when nothing was set; `nil` when there is none.
  public func defaultText(in folders: UserFolders) -> String? {
    switch self {
    case .http: "127.0.0.1:8080"
    case .https: "127.0.0.1:8443"
    case .maxBody: "8MiB"
    case .store: folders.data + "/events.db"
    case .ephemeral, .direct: "false"
    case .tlsCertificate, .tlsKey, .tlsName, .logFile, .target, .domain, .queue, .authority, .mask: nil
    }
  }
}
