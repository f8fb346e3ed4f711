import CatalogEvents
import NIOCore
import NIOHTTP1

/// What a request is answered: a status and a JSON body.
struct Answer: Sendable, Hashable {
  var status: Int
  var body: String
  /// Header lines besides the standing ones.
  var headers: [String] = []

  /// `{"status":"ok"}`.
  static let ok = Answer(status: 200, body: #"{"status":"ok"}"#)

  /// What is answered when the store cannot take a capture, or the receiver is stopping: the sender may try again.
  static func unavailable(_ reason: String) -> Answer {
    var answer = Answer(Refusal(status: 503, reason: reason))
    answer.headers.append("Retry-After: 5")
    return answer
  }

  /// `{"status":"error","error":"event.action is missing"}`.
  init(_ refusal: Refusal) {
    let text = String(decoding: PayloadValue.string(refusal.reason).catalogBytes, as: UTF8.self)
    self.init(status: refusal.status, body: #"{"status":"error","error":\#(text)}"#, headers: refusal.allow.map { ["Allow: \($0)"] } ?? [])
  }

  init(status: Int, body: String, headers: [String] = []) {
    self.status = status
    self.body = body
    self.headers = headers
  }

  /// The answer on the wire, to a request of which `head` may not have come.
  func bytes(to head: RequestHead?, at now: Timestamp, keepsOpen: Bool, allocator: ByteBufferAllocator) -> ByteBuffer {
    var text = "HTTP/1.1 \(status) \(HTTPResponseStatus(statusCode: status).reasonPhrase)\r\n"
    if let date = now.httpDate { text += "Date: \(date)\r\n" }
    text += "Content-Type: application/json\r\nContent-Length: \(body.utf8.count)\r\n"
    for line in headers { text += line + "\r\n" }
    if !keepsOpen {
      text += "Connection: close\r\n"
    } else if head?.isHTTP10 == true {
      text += "Connection: keep-alive\r\n"
    }
    text += "\r\n"
    if head?.method != "HEAD" { text += body }
    return allocator.buffer(string: text)
  }
}
