import CatalogEvents
import EventRecords

/// Captures as HTTP Archive 1.2: each an entry with the request that came and the answer that we gave.
///
/// Times are zero but for the arrival: how long an exchange took is not kept. A body that is not UTF-8 is base64, and says so in
/// `_encoding`, since the format knows no encoding of a request.
enum CaptureHAR {
  static var head: String {
    var json = JSONText()
    json.object {
      $0.member("name", "hooktop")
      $0.member("version", Hooktop.version)
    }
    return "{\"log\": {\"version\": \"1.2\", \"creator\": \(String(decoding: json.line.dropLast(), as: UTF8.self)), \"entries\": ["
  }

  static let foot = "\n]}}\n"

  /// One entry, with what separates it from the one before.
  static func entry(_ capture: Capture, isFirst: Bool) -> [UInt8] {
    var json = JSONText()
    json.object { entry in
      entry.member("startedDateTime", capture.receivedAt.iso8601)
      entry.member("time", 0)
      entry.member("request") { request(capture, in: &$0) }
      entry.member("response") { response(capture, in: &$0) }
      entry.member("cache") { $0.raw("{}") }
      entry.member("timings") { $0.raw("{\"send\": 0, \"wait\": 0, \"receive\": 0}") }
      entry.member("comment", "#\(capture.id) from \(capture.remote)")
    }
    return Array((isFirst ? "\n" : ",\n").utf8) + json.line.dropLast()
  }

  private static func request(_ capture: Capture, in json: inout JSONText) {
    let url = RequestURL(capture)
    json.object { request in
      request.member("method", "POST")
      request.member("url", url.text)
      request.member("httpVersion", "HTTP/1.1")
      request.member("cookies") { $0.raw("[]") }
      request.member("headers") { $0.array(capture.headers) { pair($1.name, $1.displayText, in: &$0) } }
      request.member("queryString") { json in
        let items = url.query?.split(separator: "&", omittingEmptySubsequences: true) ?? []
        json.array(items) { json, item in
          let parts = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
          pair(String(parts[0]), parts.count > 1 ? String(parts[1]) : "", in: &json)
        }
      }
      if let body = capture.body { request.member("postData") { postData(body, of: capture, in: &$0) } }
      request.member("headersSize", -1)
      request.member("bodySize", Int64(capture.body?.count ?? -1))
    }
  }

  private static func postData(_ body: [UInt8], of capture: Capture, in json: inout JSONText) {
    let type = capture.headers.last { $0.name.lowercased() == "content-type" }?.displayText
    json.object { data in
      data.member("mimeType", type ?? "")
      data.member("params") { $0.raw("[]") }
      if let text = String(validating: body, as: UTF8.self) {
        data.member("text", text)
      } else {
        data.member("text", Base64.encode(body))
        data.member("_encoding", "base64")
      }
    }
  }

  private static func response(_ capture: Capture, in json: inout JSONText) {
    let body = answer(capture)
    json.object { response in
      response.member("status", Int64(capture.status))
      response.member("statusText", reasonPhrase(capture.status))
      response.member("httpVersion", "HTTP/1.1")
      response.member("cookies") { $0.raw("[]") }
      response.member("headers") { json in
        json.array([("Content-Type", "application/json"), ("Content-Length", String(body.utf8.count))]) { pair($1.0, $1.1, in: &$0) }
      }
      response.member("content") { json in
        json.object { content in
          content.member("size", Int64(body.utf8.count))
          content.member("mimeType", "application/json")
          content.member("text", body)
        }
      }
      response.member("redirectURL", "")
      response.member("headersSize", -1)
      response.member("bodySize", Int64(body.utf8.count))
    }
  }

  private static func pair(_ name: String, _ value: String, in json: inout JSONText) {
    json.object {
      $0.member("name", name)
      $0.member("value", value)
    }
  }

  /// What the receiver answers to such a request.
  private static func answer(_ capture: Capture) -> String {
    guard capture.verdict == .rejected else { return #"{"status":"ok"}"# }
    return #"{"status":"error","error":\#(String(decoding: PayloadValue.string(capture.reason ?? "").catalogBytes, as: UTF8.self))}"#
  }

  private static func reasonPhrase(_ status: Int) -> String {
    switch status {
    case 200: "OK"
    case 400: "Bad Request"
    case 403: "Forbidden"
    case 413: "Content Too Large"
    case 415: "Unsupported Media Type"
    case 503: "Service Unavailable"
    default: ""
    }
  }
}
