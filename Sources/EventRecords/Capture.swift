public import CatalogEvents

/// One HTTP request that arrived: its bytes and headers exactly as they came, when, from whom, what was answered, and the event in
/// it or why there is none.
public struct Capture: Sendable, Hashable, Identifiable {
  /// The store's number for it, rising in the order of arrival; 0 until it is stored.
  public var id: Int64
  public var receivedAt: Timestamp
  public var verdict: Verdict
  /// The HTTP status that was answered.
  public var status: Int
  /// The peer as `address:port`, an IPv6 address in brackets.
  public var remote: String
  public var isTLS: Bool
  /// The request target as it came, query included: `/event` or `/event?x=1`.
  public var path: String
  /// In the order and with the case of names in which they came, `Host` included.
  public var headers: [HeaderField]
  /// The body verbatim; `nil` when it was refused unread because of its size.
  public var body: [UInt8]?
  /// The event in the body; `nil` exactly when the capture is rejected.
  public var event: CatalogEvent?
  /// Why it was rejected, as the sender was told: `event.action is missing`.
  public var reason: String?
  /// What is odd in an accepted event, one phrase each: `data.location is null`.
  public var findings: [String]

  public init(
    id: Int64 = 0, receivedAt: Timestamp, verdict: Verdict, status: Int, remote: String, isTLS: Bool, path: String = "/event",
    headers: [HeaderField], body: [UInt8]?, event: CatalogEvent?, reason: String? = nil, findings: [String] = []
  ) {
    self.id = id
    self.receivedAt = receivedAt
    self.verdict = verdict
    self.status = status
    self.remote = remote
    self.isTLS = isTLS
    self.path = path
    self.headers = headers
    self.body = body
    self.event = event
    self.reason = reason
    self.findings = findings
  }

  /// Milliseconds between the event and its arrival, negative when the sender's clock is ahead; `nil` without an event.
  public var lag: Int64? {
    event.map { receivedAt.milliseconds(since: $0.timestamp) }
  }

  /// What a row of the table shows of it.
  public var summary: CaptureSummary {
    CaptureSummary(
      id: id, receivedAt: receivedAt, verdict: verdict, status: status, event: event, reason: reason, byteCount: body?.count ?? 0,
      findingCount: findings.count, task: CloudTaskHeaders(headers)?.attempt)
  }
}

/// Whether a request was taken as an event.
public enum Verdict: String, Sendable, Hashable {
  case accepted, rejected
}

/// One header line: name and value as they came.
public struct HeaderField: Sendable, Hashable {
  public var name: String
  /// The value's bytes: HTTP allows any but CR, LF and NUL, and a sender need not keep to UTF-8.
  public var bytes: [UInt8]

  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  public init(_ name: String, _ value: String) {
    self.init(name: name, bytes: Array(value.utf8))
  }

  /// The value as text; `nil` when its bytes are not UTF-8.
  public var text: String? {
    String(validating: bytes, as: UTF8.self)
  }

  /// The value for display: as UTF-8, or else with each byte as a Latin-1 character, as HTTP's history has it.
  public var displayText: String {
    text ?? String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
  }
}
