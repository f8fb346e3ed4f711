public import CatalogEvents
public import EventRecords

extension Delivery {
  /// A delivery as the compose form would cause it, answered 200 in 12 ms, or what the arguments say.
  public static func fixture(
    id: Int64, state: Delivery.State = .delivered, outcome: Attempt.Outcome? = nil, target: String = "https://127.0.0.1:8443/event",
    label: String = "create dataset acme/sales.orders", createdAt: Timestamp = Timestamp(milliseconds: 1_795_442_600_112)
  ) -> Delivery {
    let body =
      #"{"event": {"action": "create", "workspace": "acme", "collection": "sales", "resource_type": "dataset", "#
      + #""resource_name": "orders", "timestamp": 1795442600112}, "data": {"location": null, "properties": {}}}"#
    let headers = CatalogRequest.headers(host: "127.0.0.1:8443", contentLength: body.utf8.count)
    let answer = Answer(
      status: 200, headers: [HeaderField("Content-Type", "application/json")], body: Array(#"{"status":"ok"}"#.utf8), isTruncated: false)
    var delivery = Delivery(
      createdAt: createdAt, target: target, label: label, headers: headers.map { HeaderField($0.name, $0.value) }, body: Array(body.utf8),
      state: state,
      attempts: [Attempt(startedAt: createdAt, duration: .milliseconds(12), outcome: outcome ?? .answered(answer))])
    delivery.id = id
    return delivery
  }
}
