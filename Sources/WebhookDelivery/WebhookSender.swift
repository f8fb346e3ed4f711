public import Logging

/// Delivers requests directly: one POST, one answer, no retry.
///
/// Redirects are reported and not followed; TLS is always verified.
public final class WebhookSender: Sendable {
  public init(trust: TargetTrust = TargetTrust(), timeouts: DeliveryTimeouts = DeliveryTimeouts(), logger: Logger? = nil) {
    fatalError("interface")
  }

  /// Sends one request. It never throws: a failure is an outcome with its reason.
  public func send(_ request: WebhookRequest) async -> DeliveryOutcome { fatalError("interface") }

  /// Ends what is under way and gives the threads back. Must be called once, last.
  public func shutdown() async { fatalError("interface") }
}

/// Whose certificates are believed besides the system's authorities.
public struct TargetTrust: Sendable, Hashable {
  /// PEM files of authorities for every target.
  public var authorityPaths: [String]
  /// A PEM file of an authority that is believed for targets on this machine's loopback only.
  public var loopbackAuthorityPath: String?

  public init(authorityPaths: [String] = [], loopbackAuthorityPath: String? = nil) {
    self.authorityPaths = authorityPaths
    self.loopbackAuthorityPath = loopbackAuthorityPath
  }
}

/// How long a delivery may take; the catalog's client allows the same.
public struct DeliveryTimeouts: Sendable, Hashable {
  /// To connect, the TLS handshake included.
  public var connect: Duration = .seconds(10)
  /// Between two pieces of the answer.
  public var read: Duration = .seconds(10)

  public init() {}
}

/// A POST to a target: its header lines are sent in their order and as they are spelled.
public struct WebhookRequest: Sendable {
  public var url: String
  public var headers: [(name: String, value: String)]
  public var body: [UInt8]

  public init(url: String, headers: [(name: String, value: String)], body: [UInt8]) {
    self.url = url
    self.headers = headers
    self.body = body
  }

  /// The request in which the catalog's client sends `body`. Throws when `url` is not an http or https URL with a host.
  public init(catalogBody body: [UInt8], to url: String) throws(TargetError) { fatalError("interface") }
}

/// Why a target cannot be sent to, as one sentence that names it and the mend.
public struct TargetError: Error, Sendable, Hashable, CustomStringConvertible {
  public var description: String

  public init(_ description: String) {
    self.description = description
  }
}

/// How one attempt ended.
public struct DeliveryOutcome: Sendable {
  /// From the start of the connection to the end of the answer, or to the failure.
  public var duration: Duration
  public var result: Result

  public enum Result: Sendable {
    case answered(TargetAnswer)
    /// No whole answer came; why not, as one clause: `connection refused by 127.0.0.1:9`.
    case failed(reason: String)
  }

  public init(duration: Duration, result: Result) {
    self.duration = duration
    self.result = result
  }

  /// Whether the target took it: an answer of 200 to 299.
  public var isSuccess: Bool {
    if case .answered(let answer) = result { (200...299).contains(answer.status) } else { false }
  }
}

/// What a target answered: the head, and the first 64 KiB of the body.
public struct TargetAnswer: Sendable {
  public var status: Int
  public var headers: [(name: String, value: String)]
  public var body: [UInt8]
  public var isTruncated: Bool

  public init(status: Int, headers: [(name: String, value: String)], body: [UInt8], isTruncated: Bool) {
    self.status = status
    self.headers = headers
    self.body = body
    self.isTruncated = isTruncated
  }
}
