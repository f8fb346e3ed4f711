import CatalogEvents
import EventRecords
import Foundation

/// A capture as the JSON object that `hooktop events --json` gives for it, on one line.
enum CaptureJSON {
  static func line(_ capture: Capture) -> [UInt8] {
    var json = JSONText()
    json.object { object in
      object.member("id", capture.id)
      object.member("received_at", capture.receivedAt.iso8601)
      object.member("verdict", capture.verdict.rawValue)
      object.member("status", Int64(capture.status))
      object.member("remote", capture.remote)
      object.member("tls", capture.isTLS)
      let event = capture.event
      object.member("action", event?.action.rawValue)
      object.member("workspace", event?.workspace)
      object.member("collection", event?.collection)
      object.member("resource_type", event?.resourceType.rawValue)
      object.member("resource_name", event?.resourceName)
      object.member("timestamp", event?.timestamp.milliseconds)
      object.member("lag_ms", capture.lag)
      object.member("bytes", Int64(capture.body?.count ?? 0))
      object.member("findings") { $0.array(capture.findings) { $0.string($1) } }
      object.member("headers") { json in
        json.array(capture.headers) { json, field in
          json.array([0, 1]) { json, part in
            if part == 0 { json.string(field.name) } else { value(of: field, in: &json) }
          }
        }
      }
      body(of: capture, in: &object)
      object.member("path", capture.path)
      object.member("reason", capture.reason)
    }
    return json.line
  }

  private static func value(of field: HeaderField, in json: inout JSONText) {
    if let text = field.text {
      json.string(text)
    } else {
      json.object { $0.member("base64", Data(field.bytes).base64EncodedString()) }
    }
  }

  /// `body` is always there; `body_base64` beside it when there is no text to give.
  private static func body(of capture: Capture, in object: inout JSONText.Members) {
    if let bytes = capture.body, let text = String(validating: bytes, as: UTF8.self) {
      object.member("body", text)
    } else {
      object.member("body", nil as String?)
      object.member("body_base64", capture.body.map { Data($0).base64EncodedString() })
    }
  }
}
