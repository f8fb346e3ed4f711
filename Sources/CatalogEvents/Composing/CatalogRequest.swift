/// The request in which the catalog's client sends a body, so that ours cannot be told from it.
public enum CatalogRequest {
  public static let userAgent = "opteryx-catalog-webhook/1.0"

  /// The header lines in the client's order, `Host` first and `Content-Length` last.
  public static func headers(host: String, contentLength: Int) -> [(name: String, value: String)] {
    [
      ("Host", host), ("User-Agent", userAgent), ("Accept-Encoding", "gzip, deflate"), ("Accept", "*/*"), ("Connection", "keep-alive"),
      ("Content-Type", "application/json"), ("Content-Length", String(contentLength)),
    ]
  }
}
