import CatalogEvents
import EventRecords
import Logging

/// What each request is answered, and which are kept.
///
/// The checks have a fixed order, and the first that fails answers: path (404), method (405), `Origin` (403), `Expect` (417), length
/// (413), content type and encoding (415), the body itself (400). All but the last two need no body and are made before it is read.
struct EventEndpoint: Sendable {
  let limits: ReceiverLimits
  let isTLS: Bool
  let logger: Logger
  let accept: @Sendable (Capture) async throws -> Void

  /// Why a request is refused before its body is read; `nil` when the body is wanted.
  func refusal(of head: RequestHead) -> Refusal? {
    switch head.path {
    case "/health":
      guard head.method == "GET" else { return Refusal(status: 405, reason: "only GET is allowed on /health", allow: "GET") }
    case "/event":
      guard head.method == "POST" else { return Refusal(status: 405, reason: "only POST is allowed on /event", allow: "POST") }
      guard head.values(of: "origin").isEmpty else {
        return Refusal(status: 403, reason: "requests from web pages are refused: this one carries Origin")
      }
    default:
      return Refusal(status: 404, reason: "there is nothing here: events go to /event")
    }
    if !head.isHTTP10, head.values(of: "expect").contains(where: { $0.displayText.lowercased() != "100-continue" }) {
      return Refusal(status: 417, reason: "only 100-continue can be expected")
    }
    if case .bytes(let length) = head.body, length > limits.bodyBytes { return bodyTooLong(for: head) }
    return nil
  }

  /// Why a body that turns out longer than the limit is refused.
  func bodyTooLong(for head: RequestHead) -> Refusal {
    Refusal(status: 413, reason: "the body is longer than \(limits.bodyBytes) bytes", isKept: head.path == "/event")
  }

  /// Stores what is to be kept of a request, and only then says what to answer.
  func answer(to request: ReceivedRequest) async -> Answer {
    if let refusal = request.refusal { return await answer(to: request, refusing: refusal) }
    guard let body = request.body, request.head.path == "/event" else { return .ok }
    if let refusal = contentRefusal(of: request.head) { return await answer(to: request, refusing: refusal) }
    switch EventReading(body: body) {
    case .rejected(let reason):
      return await answer(to: request, refusing: Refusal(status: 400, reason: reason, isKept: true))
    case .event(let event, let findings):
      let capture = Capture(
        receivedAt: request.receivedAt, verdict: .accepted, status: 200, remote: request.remote, isTLS: isTLS, path: request.head.target,
        headers: request.head.headers, body: body, event: event, findings: findings.map(\.message))
      return await store(capture) ? .ok : .storeUnavailable
    }
  }

  private func answer(to request: ReceivedRequest, refusing refusal: Refusal) async -> Answer {
    if refusal.isKept {
      let capture = Capture(
        receivedAt: request.receivedAt, verdict: .rejected, status: refusal.status, remote: request.remote, isTLS: isTLS,
        path: request.head.target, headers: request.head.headers, body: request.body, event: nil, reason: refusal.reason)
      guard await store(capture) else { return .storeUnavailable }
    }
    return Answer(refusal)
  }

  private func store(_ capture: Capture) async -> Bool {
    do {
      try await accept(capture)
      return true
    } catch {
      logger.debug("a capture was not stored", metadata: ["error": "\(error)"])
      return false
    }
  }

  /// Why what the headers say about the body makes it no event; `nil` when it may be one.
  ///
  /// A web page can post text to a listener on localhost without asking, but not JSON.
  private func contentRefusal(of head: RequestHead) -> Refusal? {
    for field in head.values(of: "content-type") {
      let type = field.displayText.prefix { $0 != ";" }.lowercased().filter { $0 != " " && $0 != "\t" }
      let isJSON = type == "application/json" || (type.hasPrefix("application/") && type.hasSuffix("+json") && type != "application/+json")
      guard isJSON else {
        return Refusal(status: 415, reason: "the content type is not JSON: \(field.displayText)", isKept: true)
      }
    }
    for field in head.values(of: "content-encoding") where !["", "identity"].contains(field.displayText.lowercased()) {
      return Refusal(status: 415, reason: "the content is encoded: \(field.displayText)", isKept: true)
    }
    return nil
  }
}

extension Answer {
  fileprivate static var storeUnavailable: Answer { .unavailable("the store cannot take it now") }
}
