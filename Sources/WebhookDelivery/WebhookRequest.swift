import CatalogEvents

/// A request to a target, a POST unless said otherwise: its header lines are sent in their order and as they are spelled.
///
/// The framing is the sender's: `Content-Length` keeps its place and spelling, but its value is always the size of `body`, and it comes last
/// where the request has none; `Transfer-Encoding` lines are left out. A request without `Host` is given the target's, first.
public struct WebhookRequest: Sendable {
  public var method: String
  public var url: String
  public var headers: [(name: String, value: String)]
  public var body: [UInt8]

  public init(method: String = "POST", url: String, headers: [(name: String, value: String)], body: [UInt8]) {
    self.method = method
    self.url = url
    self.headers = headers
    self.body = body
  }

  /// The request in which the catalog's client sends `body`. Throws when `url` is not an http or https URL with a host.
  ///
  /// Credentials in the URL become an `Authorization` line, after the others as the client has it, and are gone from `url`.
  public init(catalogBody body: [UInt8], to url: String) throws(TargetError) {
    let target = try TargetURL(url)
    var headers = CatalogRequest.headers(host: target.hostField, contentLength: body.count)
    if let authorization = target.authorization {
      headers.append(("Authorization", authorization))
    }
    self.init(url: target.description, headers: headers, body: body)
  }
}
