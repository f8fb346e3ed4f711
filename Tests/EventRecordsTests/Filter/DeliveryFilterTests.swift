import CatalogEvents
import EventRecords
import Foundation
import Testing

@Suite struct DeliveryFilterTests {
  private func delivery(
    _ state: Delivery.State = .delivered, status: Int? = 200, reason: String = "connection refused", milliseconds: Int = 12
  ) -> Delivery {
    let body =
      #"{"event": {"action": "create", "workspace": "acme", "collection": "sales", "resource_type": "dataset", "#
      + #""resource_name": "orders", "timestamp": 1795442600112}, "data": {"location": "gs://b"}}"#
    let outcome: Attempt.Outcome =
      status.map { .answered(Answer(status: $0, headers: [], body: [], isTruncated: false)) } ?? .failed(reason: reason)
    return Delivery(
      id: 7, createdAt: Timestamp(milliseconds: 1_795_442_600_112), target: "https://router.example.com:8443/event?x=1",
      label: "create dataset acme/sales.orders", headers: [HeaderField("User-Agent", "hooktop")], body: Array(body.utf8), state: state,
      attempts: [Attempt(startedAt: Timestamp(milliseconds: 1_795_442_600_112), duration: .milliseconds(milliseconds), outcome: outcome)])
  }

  @Test(arguments: [
    "", "action:create", "ws:acme coll:sales name:ord*", "type:dataset", "status:200", "verdict:accepted", "tls:yes",
    "remote:router.example.com:8443", "path:/event*", "header.user-agent:hook*", "data.location:gs*", "orders", "id:7", "size>100",
    "lag<1s", "lag:12ms", "since:2026-11-23 before:2026-11-24", "-status:500", "since:1m",
  ])
  func aDeliveryAnswersAsItIs(text: String) throws {
    let filter = try Filter(text, timeZone: .gmt)
    #expect(filter.matches(delivery(), now: Timestamp(milliseconds: 1_795_442_630_000)))
  }

  @Test(arguments: ["reason:*refused*", "verdict:rejected", "lag>2s", "-status:200"])
  func aFailureIsFoundByWhyAndHowLong(text: String) throws {
    let filter = try Filter(text, timeZone: .gmt)
    #expect(filter.matches(delivery(.failed, status: nil, milliseconds: 3_000), now: Timestamp(milliseconds: 0)))
    #expect(!filter.matches(delivery(), now: Timestamp(milliseconds: 0)))
  }

  @Test func whatWaitsIsFoundByItsState() throws {
    var waiting = delivery(.waiting)
    waiting.attempts = []
    #expect(try Filter("reason:waiting", timeZone: .gmt).matches(waiting, now: Timestamp(milliseconds: 0)))
  }
}
