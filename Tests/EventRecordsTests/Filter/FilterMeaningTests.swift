import CatalogEvents
import EventRecords
import Foundation
import Testing

/// What a filter matches, one line each, against one event and one request that was rejected.
struct FilterMeaningTests {
  private static let now = Timestamp(milliseconds: 1_795_442_620_000)

  /// Came 19.76 s before `now`, at 2026-11-23T14:03:20.240Z.
  private static let event: Capture = {
    let body = #"""
      {"event": {"action": "create", "workspace": "acme", "collection": "sales", "resource_type": "dataset", "resource_name": "orders_2026",
      "timestamp": 1795442600112}, "data": {"location": null, "properties": {"owner": "ana", "odd name": true}, "note": "Zo\u00eb",
      "record_count": 1234567890123456789, "ratio": 1.50e1, "twice": "a", "twice": "b",
      "schema": {"fields": [{"name": "id", "type": "int64"}, {"name": "severity", "type": "decimal128(18, 2)"}]}, "nested": [[1], [2, [3]]]}}
      """#
    return Capture(
      id: 511, receivedAt: Timestamp(milliseconds: 1_795_442_600_240), verdict: .accepted, status: 200, remote: "127.0.0.1:51522",
      isTLS: true, path: "/event?x=1",
      headers: [
        HeaderField("Host", "localhost"), HeaderField("User-Agent", "Google-Cloud-Tasks"), HeaderField(name: "X-Odd", bytes: [0xFF]),
      ],
      body: Array(body.utf8),
      event: CatalogEvent(
        action: .create, workspace: "acme", collection: "sales", resourceType: .dataset, resourceName: "orders_2026",
        timestamp: Timestamp(milliseconds: 1_795_442_600_112)), findings: ["data.location is null"])
  }()

  private static let rejected = Capture(
    id: 512, receivedAt: Timestamp(milliseconds: 1_795_442_601_006), verdict: .rejected, status: 413, remote: "[::1]:51524", isTLS: false,
    headers: [], body: nil, event: nil, reason: "the body is too large")

  private func matches(_ text: String, _ capture: Capture, timeZone: TimeZone = .gmt) throws -> Bool {
    try Filter(text, timeZone: timeZone).matches(capture, now: Self.now)
  }

  @Test(arguments: [
    "", "  ", "orders", "ORDERS", "sales", "acme", "severity", "Zoë", "zoë", "\"\"", "orders sales", "orders and sales", "nothing or sales",
    "nothing OR (sales acme)", "-nothing", "--orders", "not nothing", "-(nothing or neither)", "action:create", "ACTION:create",
    "action=create", "action!=delete", "type:dataset", "ws:acme", "workspace:acme", "coll:sales", "coll:*", "name:orders_2026", "name:ord*",
    "name:*2026", "name:*ers*20*", "name:o*", "name:\"orders_2026\"", "name:\"ord\"*", "name:orders\\_2026", "name~^orders_\\d+$",
    "name~(?i)ORDERS", "name~\"rs_\\d\"", "name!~^x", "verdict:accepted", "verdict:Accepted", "status:200", "status>=200", "status<400",
    "status:2*", "status~^2", "size>400", "size<1k", "size<1.5M", "size>0.25k", "lag:128ms", "lag<2s", "lag>0.1s", "lag<1h30m", "since:20s",
    "since:10m", "-since:19s", "before:19s", "after:20s", "since:2026-11-23", "since:2026-11-23T14:03", "since:2026-11-23T14:03:20.240Z",
    "before:2026-11-23T14:04", "before:2026-11-23T14:03:20.241", "after:2026-11-23T14:03:20.239Z", "id:511", "id>500", "id<=511", "tls:yes",
    "tls:true", "remote:127.0.0.1:*", "path:/event*", "path:\"/event?x=1\"", "header.user-agent:*Tasks*", "header.HOST:localhost",
    "header.x-odd:*", "header.user-agent~^Google", "data.schema.fields.name:severity", "data.schema.fields[1].name:severity",
    "data.schema.fields.type:\"decimal128(18, 2)\"", "data.schema.fields.type~^decimal128\\(", "data.location:null", "data.location:*",
    "data.twice:a", "data.twice:b", "data.properties:*", "data.properties.\"odd name\":true", "data.properties[\"odd name\"]:true",
    "data.note:Zoë", "data.record_count:1234567890123456789", "data.record_count>1234567890123456788",
    "data.record_count<1234567890123456790", "data.ratio>=15", "data.ratio<=15", "data.ratio:1.50e1", "data.nested:3", "data.nested[1]:2",
    "data:*", "event.action:create", "finding:*null*", "finding:*", "-reason:*", "body:*severity*", "body~\"\\\"twice\\\"\"",
    "data.schema.fields.type:decimal128\\(18,\\ 2\\)", "name:orders_2026 (ws:acme or ws:beta) -type:view",
  ])
  func theEventMatches(_ text: String) throws {
    #expect(try matches(text, Self.event))
    #expect(try !matches("-(\(text.allSatisfy(\.isWhitespace) ? "\"\"" : text))", Self.event))
  }

  @Test(arguments: [
    "nothing", "-orders", "not orders", "orders -sales", "action:Create", "action:creat", "name:orders", "name:rd*", "name:\"ord*\"",
    "name~^rders", "name~ORDERS", "verdict:rejected", "status:201", "status>200", "lag<0s", "since:19s", "after:2026-11-23T14:03:20.240Z",
    "before:2026-11-23T14:03:20.240Z", "tls:no", "remote:127.0.0.1", "header.user-agent:Google", "header.agent:*",
    "data.schema.fields[0].name:severity", "data.schema:severity", "data.properties:ana", "data.absent:*", "data.record_count>1e30",
    "data.location>0", "finding:null", "reason:*", "data.schema.fields[7]:*", "event.data:*",
  ])
  func theEventDoesNotMatch(_ text: String) throws {
    #expect(try !matches(text, Self.event))
  }

  @Test(arguments: [
    "verdict:rejected", "status:413", "reason:*large", "-coll:*", "-action:create", "size:0", "size<1", "-lag>0s", "-lag<=0s", "-body:*",
    "-data:*", "-finding:*", "tls:no", "remote:[::1]:*", "-orders",
  ])
  func aRequestWithoutBodyAndEventMatches(_ text: String) throws {
    #expect(try matches(text, Self.rejected))
  }

  @Test func aDateWithoutAZoneIsOfTheOperatorsOwn() throws {
    let berlin = try #require(TimeZone(identifier: "Europe/Berlin"))
    #expect(try matches("since:2026-11-23T15:03:20", Self.event, timeZone: berlin))
    #expect(try !matches("since:2026-11-23T15:03:21", Self.event, timeZone: berlin))
    #expect(try !matches("since:2026-11-23T15:03:20", Self.event))
    #expect(try matches("since:2026-11-23T14:03:20Z", Self.event, timeZone: berlin))
  }

  @Test func aLetterComposedAndInPartsAreTwo() throws {
    var capture = Self.event
    capture.event?.resourceName = "caf\u{E9}"
    #expect(try matches("name:caf\u{E9}", capture))
    #expect(try !matches("name:cafe\u{301}", capture))
    #expect(try matches("name:\"caf\\u00e9\"", capture))
  }

  @Test(arguments: ["", "orders", "a b", "a*b", "\"", "\\", "(x)", "or", "a\nb\u{0}", "\u{202E}", "🦕", "null", "-x", "name:x", "é"])
  func aWrittenTermAsksForExactlyThatValue(_ value: String) throws {
    var capture = Self.event
    capture.event?.resourceName = value
    capture.headers = [HeaderField("X \"Odd\"", value)]
    #expect(try matches(FilterQuoting.term(.name, is: value), capture))
    #expect(try matches(FilterQuoting.term(.header("x \"odd\""), is: value), capture))
    capture.event?.resourceName = value + "x"
    #expect(try !matches(FilterQuoting.term(.name, is: value), capture))
  }

  @Test func everyExampleOfTheReferenceIsAFilter() throws {
    for reference in FilterReference.all {
      #expect(throws: Never.self, "\(reference.example)") { try Filter(reference.example, timeZone: .gmt) }
    }
  }
}
