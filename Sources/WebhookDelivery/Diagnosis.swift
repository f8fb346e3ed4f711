import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL

/// Says in one plain clause why an attempt failed.
struct Diagnosis {
  let target: TargetURL
  let timeouts: DeliveryTimeouts
  /// How long the delivery took.
  let duration: Duration
  let trouble: Trouble

  private var place: String {
    target.hostAndPort
  }

  func reason() async -> String {
    if let timeout = trouble.progress.timeout { return reason(timeout) }
    if trouble.isReset { return ending("was reset by \(place)") }
    if trouble.isClosed { return ending("was closed by \(place)") }
    switch trouble.error {
    case is CancellationError: return cancelled
    case is AnswerTooLong: return "\(place) sent more than an answer: 1 MiB came and its head or its end did not"
    case let error as HTTPClientError: return reason(error)
    case let error as ChannelError: return reason(error)
    case let error as IOError: return ConnectionFault(error).clause(about: place)
    case let error as NIOConnectionError: return reason(error)
    case is HTTPParserError, is ByteToMessageDecoderError: return malformed
    default: return await reasonInTLS
    }
  }

  private func reason(_ error: HTTPClientError) -> String {
    switch error {
    case .connectTimeout, .tlsHandshakeTimeout, .getConnectionFromPoolTimeout: connectTimeout
    case .cancelled: cancelled
    case .alreadyShutdown: "the sender has been shut down"
    default: malformed
    }
  }

  private func reason(_ error: ChannelError) -> String {
    if case .connectTimeout = error { connectTimeout } else { ending("was closed by \(place)") }
  }

  /// A host may have several addresses: one that refused says more than one that could not be reached.
  private func reason(_ error: NIOConnectionError) -> String {
    let failures = error.connectionErrors.map(\.error)
    guard let first = failures.first else { return "no such host \(target.host)" }
    let faults = failures.compactMap { ($0 as? IOError).map(ConnectionFault.init) }
    if faults.contains(.refused) { return ConnectionFault.refused.clause(about: place) }
    if case .connectTimeout = first as? ChannelError { return connectTimeout }
    return (faults.first ?? .other("none of its addresses answered")).clause(about: place)
  }

  private var connectTimeout: String {
    // The pool gives up all that wait for a connection as soon as one of them has waited long enough.
    duration < timeouts.connect * 0.9
      ? "no connection to \(place): another delivery to it timed out after \(timeouts.connect.plainText)"
      : "timed out connecting to \(place) after \(timeouts.connect.plainText)"
  }

  private func reason(_ timeout: Exchange.Timeout) -> String {
    if timeout == .takingRequest {
      return "\(place) stopped taking the request for \(timeouts.read.plainText)"
    }
    if let status = trouble.status {
      return "\(place) stopped in the middle of its answer, status \(status), for \(timeouts.read.plainText)"
    }
    if !trouble.progress.answerBeginning.isEmpty {
      return "\(place) stopped in the middle of its answer for \(timeouts.read.plainText)"
    }
    return "no answer from \(place) within \(timeouts.read.plainText)"
  }

  private var cancelled: String {
    "the delivery was cancelled before \(place) answered"
  }

  private var malformed: String {
    // A TLS record of an alert begins so.
    if target.scheme == .http, trouble.progress.answerBeginning.starts(with: [0x15, 0x03]) {
      return "\(place) speaks TLS: write https:// instead of http://"
    }
    return "malformed answer from \(place): it is not HTTP/1.1"
  }

  private func ending(_ what: String) -> String {
    if let status = trouble.status {
      return "the connection \(what) in the middle of its answer, status \(status)"
    }
    if !trouble.progress.answerBeginning.isEmpty {
      return "the connection \(what) in the middle of its answer"
    }
    return "the connection \(what) before an answer came"
  }
}

extension Diagnosis {
  private var reasonInTLS: String {
    get async {
      if case .failedToValidateHostname = (trouble.error as? NIOSSLExtraError) {
        return "the certificate of \(target.host) is not trusted: it is for another name"
      }
      guard case .handshakeFailed(let failure) = trouble.error as? NIOSSLError else {
        return "TLS with \(place) failed"
      }
      let text = String(describing: failure)
      if text.contains("CERTIFICATE_VERIFY_FAILED") {
        let fault = await CertificateInspection(target: target, timeout: timeouts.connect).fault()
        return "the certificate of \(target.host) is not trusted: \(fault.clause)"
      }
      if text.contains("WRONG_VERSION_NUMBER") || text.contains("HTTP_REQUEST") {
        return "\(place) does not speak TLS: write http:// if it serves plain HTTP"
      }
      if text.contains("EOF during handshake") {
        return "the connection was closed by \(place) during the TLS handshake"
      }
      return "the TLS handshake with \(place) failed"
    }
  }
}
