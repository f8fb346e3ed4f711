public import CatalogEvents
public import EventRecords

extension Capture {
  /// A capture as the catalog's client would cause it: `create dataset acme/sales.orders`, or what the arguments say.
  public static func fixture(
    id: Int64 = 0, action: Action = .create, workspace: String = "acme", collection: String? = "sales", type: ResourceType = .dataset,
    name: String = "orders", sentAt: Timestamp = Timestamp(milliseconds: 1_795_442_600_112), lag: Int64 = 128,
    data: String = #"{"location": null, "properties": {}}"#, findings: [String] = []
  ) -> Capture {
    let collectionText = collection.map { "\"\($0)\"" } ?? "null"
    let body =
      #"{"event": {"action": "\#(action.rawValue)", "workspace": "\#(workspace)", "collection": \#(collectionText), "#
      + #""resource_type": "\#(type.rawValue)", "resource_name": "\#(name)", "timestamp": \#(sentAt.milliseconds)}, "data": \#(data)}"#
    let headers = CatalogRequest.headers(host: "localhost:8443", contentLength: body.utf8.count)
    return Capture(
      id: id, receivedAt: Timestamp(milliseconds: sentAt.milliseconds + lag), verdict: .accepted, status: 200,
      remote: "127.0.0.1:51522", isTLS: true, headers: headers.map { HeaderField($0.name, $0.value) }, body: Array(body.utf8),
      event: CatalogEvent(
        action: action, workspace: workspace, collection: collection, resourceType: type, resourceName: name, timestamp: sentAt),
      findings: findings)
  }

  /// A request that was refused with 400 because its body is not JSON.
  public static func rejectedFixture(id: Int64 = 0, receivedAt: Timestamp = Timestamp(milliseconds: 1_795_442_601_006)) -> Capture {
    Capture(
      id: id, receivedAt: receivedAt, verdict: .rejected, status: 400, remote: "127.0.0.1:51524", isTLS: false,
      headers: [HeaderField("Host", "localhost:8080"), HeaderField("Content-Length", "14")], body: Array("!not json text".utf8),
      event: nil, reason: "the body is not JSON: line 1, column 1: a value was expected")
  }
}
