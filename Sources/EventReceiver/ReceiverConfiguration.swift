/// Where the receiver listens and what it refuses.
public struct ReceiverConfiguration: Sendable {
  /// `nil` switches plain HTTP off.
  public var http: ListenAddress?
  /// `nil` switches HTTPS off.
  public var https: ListenAddress?
  /// Needed for HTTPS.
  public var identity: ServerIdentity?
  public var limits: ReceiverLimits

  public init(http: ListenAddress?, https: ListenAddress?, identity: ServerIdentity?, limits: ReceiverLimits = ReceiverLimits()) {
    self.http = http
    self.https = https
    self.identity = identity
    self.limits = limits
  }
}

/// The files of a server's certificate (with its chain) and private key, both PEM.
public struct ServerIdentity: Sendable, Hashable {
  public var certificatePath: String
  public var keyPath: String

  public init(certificatePath: String, keyPath: String) {
    self.certificatePath = certificatePath
    self.keyPath = keyPath
  }
}

/// What a client may ask of the receiver at most.
public struct ReceiverLimits: Sendable, Hashable {
  /// Bytes of a body.
  public var bodyBytes = 8 << 20
  /// Bytes of a request line and its headers.
  public var headBytes = 16 << 10
  public var headerFields = 100
  /// Connections open at once.
  public var connections = 1024
  /// From a request's first byte to the end of its head.
  public var headTime: Duration = .seconds(10)
  /// From the end of a head to the end of its body.
  public var bodyTime: Duration = .seconds(20)
  /// Between two requests on a connection.
  public var idleTime: Duration = .seconds(30)

  public init() {}
}

/// A host and a port to listen on: `127.0.0.1:8080`, `[::1]:8080`, `localhost:0`. Port 0 takes a free one.
public struct ListenAddress: Sendable, Hashable, CustomStringConvertible {
  /// Without brackets.
  public var host: String
  public var port: Int

  public init(host: String, port: Int) {
    self.host = host
    self.port = port
  }

  /// Reads `HOST:PORT`; `nil` when it is not of that form or the port is above 65535.
  public init?(_ text: String) {
    guard let colon = text.lastIndex(of: ":"), let port = UInt16(text[text.index(after: colon)...]) else { return nil }
    var host = String(text[..<colon])
    if host.hasPrefix("["), host.hasSuffix("]") {
      host = String(host.dropFirst().dropLast())
    } else if host.contains(":") {
      return nil
    }
    guard !host.isEmpty else { return nil }
    self.init(host: host, port: Int(port))
  }

  public var description: String {
    host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
  }
}
