import EventRecords
import Foundation
import WebhookDelivery

/// A request, written out instead of sent.
enum DryRun {
  /// The request byte for byte as it would go on the wire: request line, headers, an empty line, the body; or a JSON object of them. Secrets in
  /// the headers and the URL are masked.
  static func text(_ request: WebhookRequest, asJSON: Bool) -> [UInt8] {
    if asJSON { return json(request) }
    var head = "POST \(mask(requestTarget(request.url))) HTTP/1.1\r\n"
    for (name, value) in request.headers { head += "\(name): \(shown(name, value))\r\n" }
    return Array((head + "\r\n").utf8) + request.body
  }

  private static let mask = SecretMask()

  private static func shown(_ name: String, _ value: String) -> String {
    mask(HeaderField(name, value)).displayText
  }

  private static func json(_ request: WebhookRequest) -> [UInt8] {
    var json = JSONText()
    json.object { object in
      object.member("method", "POST")
      object.member("url", mask(request.url))
      object.member("headers") { json in
        json.array(request.headers) { json, field in
          json.array([field.name, shown(field.name, field.value)]) { $0.string($1) }
        }
      }
      object.member("body", String(decoding: request.body, as: UTF8.self))
    }
    return json.line
  }

  /// The path and the query of a URL.
  private static func requestTarget(_ url: String) -> String {
    guard let parts = URLComponents(string: url) else { return "/" }
    let path = parts.percentEncodedPath.isEmpty ? "/" : parts.percentEncodedPath
    return parts.percentEncodedQuery.map { "\(path)?\($0)" } ?? path
  }
}
