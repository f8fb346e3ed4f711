import CatalogEvents
import EventRecords

/// A capture as the JSON object that `hooktop events --json` gives for it, on one line.
///
/// With nothing masked it holds all that the store keeps: `CaptureReading` makes the same capture of it again.
enum CaptureJSON {
  /// A line in which something is masked says so: `"masked": true`.
  static func line(_ original: Capture, mask: SecretMask) -> [UInt8] {
    let capture = mask(original)
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
      object.member("headers") { $0.headers(capture.headers) }
      object.body(capture.body)
      object.member("path", capture.path)
      object.member("reason", capture.reason)
      if mask.hides(original) { object.member("masked", true) }
    }
    return json.line
  }
}
