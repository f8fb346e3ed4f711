import CatalogEvents
import Testing

@Suite struct EventReadingTests {
  @Test func readsAnEventOfTheCatalog() {
    let body =
      #"{"event": {"action": "lock", "workspace": "acme", "collection": null, "resource_type": "workspace", "#
      + #""resource_name": "acme", "timestamp": 1795447159665}, "data": {"locked_by": "ana@acme.test"}}"#
    let event = CatalogEvent(
      action: .lock, workspace: "acme", collection: nil, resourceType: .workspace, resourceName: "acme",
      timestamp: Timestamp(milliseconds: 1_795_447_159_665))
    #expect(EventReading(body: Array(body.utf8)) == .event(event, findings: []))
  }

  @Test(arguments: [
    ("", "the body is empty"),
    (" ", "the body is not JSON: line 1, column 2: a value was expected, but the text ends"),
    ("{oops", "the body is not JSON: line 1, column 2: a name in quotes or } was expected"),
    ("[]", "the body is not an object"),
    ("null", "the body is not an object"),
    ("\"event\"", "the body is not an object"),
    ("{}", "event is missing"),
    (#"{"Event": {}}"#, "event is missing"),
    (#"{"event": null}"#, "event is not an object"),
    (#"{"event": []}"#, "event is not an object"),
    (#"{"event": {}}"#, "event.action is missing"),
    (#"{"event": {"action": null}}"#, "event.action is not a string"),
    (#"{"event": {"action": 1}}"#, "event.action is not a string"),
    (#"{"event": {"action": "a"}}"#, "event.workspace is missing"),
    (#"{"event": {"action": "a", "workspace": []}}"#, "event.workspace is not a string"),
    (#"{"event": {"action": "a", "workspace": "w"}}"#, "event.resource_type is missing"),
    (#"{"event": {"action": "a", "workspace": "w", "resource_type": true}}"#, "event.resource_type is not a string"),
    (#"{"event": {"action": "a", "workspace": "w", "resource_type": "t"}}"#, "event.resource_name is missing"),
    (#"{"event": {"action": "a", "workspace": "w", "resource_type": "t", "resource_name": {}}}"#, "event.resource_name is not a string"),
    (#"{"event": {"action": "a", "workspace": "w", "resource_type": "t", "resource_name": "n"}}"#, "event.timestamp is missing"),
    // Python's reader takes the last of two.
    (#"{"event": {"action": "a"}, "event": 7}"#, "event is not an object"),
  ])
  func saysWhyThereIsNoEvent(body: String, reason: String) {
    #expect(EventReading(body: Array(body.utf8)) == .rejected(reason: reason))
  }

  @Test(arguments: [
    ("null", "event.timestamp is not an integer"), ("\"1\"", "event.timestamp is not an integer"),
    ("1.0", "event.timestamp is not an integer"), ("1e3", "event.timestamp is not an integer"),
    ("true", "event.timestamp is not an integer"), ("[1]", "event.timestamp is not an integer"),
    ("9223372036854775808", "event.timestamp is not an integer that fits 64 bits"),
    ("-9223372036854775809", "event.timestamp is not an integer that fits 64 bits"),
    ("1" + String(repeating: "0", count: 5000), "event.timestamp is not an integer that fits 64 bits"),
  ])
  func wantsAnIntegerForATimestamp(timestamp: String, reason: String) {
    #expect(EventReading(body: eventBody(timestamp: timestamp)) == .rejected(reason: reason))
  }

  @Test(arguments: [Int64.min, -1, 0, 1, 1_795_447_159_665, Int64.max])
  func takesAnyIntegerForATimestamp(timestamp: Int64) throws {
    let event = try #require(EventReading(body: eventBody(timestamp: String(timestamp))).event)
    #expect(event.timestamp.milliseconds == timestamp)
  }

  @Test func tellsABodyThatNestsTooDeepFromOneThatIsNotJSON() {
    func body(depth: Int) -> [UInt8] {
      // The body and its data are two of the levels.
      let value = String(repeating: "[", count: depth - 2) + String(repeating: "]", count: depth - 2)
      return eventBody(data: #"{"location": "l", "properties": {}, "deep": \#(value)}"#)
    }
    #expect(EventReading(body: body(depth: 512)).event != nil)
    #expect(EventReading(body: body(depth: 513)) == .rejected(reason: "the body nests deeper than 512"))
  }

  @Test func decodesTextWithoutAlteringIt() throws {
    let body =
      #"{"event": {"action": "\u0063reate", "workspace": "a\u0000b", "collection": "\u001b[31m", "resource_type": "view", "#
      + #""resource_name": "\ud83d\ude00\u202e", "timestamp": 1}}"#
    let event = try #require(EventReading(body: Array(body.utf8)).event)
    #expect(event.action == .create)
    #expect(event.workspace == "a\0b")
    #expect(event.collection == "\u{1B}[31m")
    #expect(event.resourceName == "😀\u{202E}")
  }

  @Test func keepsWordsThatItDoesNotKnow() throws {
    let event = try #require(EventReading(body: eventBody(action: "archive", resourceType: "macro")).event)
    #expect(event.action == Action(rawValue: "archive"))
    #expect(event.resourceType == ResourceType(rawValue: "macro"))
  }
}

extension EventReading {
  var event: CatalogEvent? {
    if case .event(let event, _) = self { event } else { nil }
  }

  var messages: [String] {
    if case .event(_, let findings) = self { findings.map(\.message) } else { ["(rejected)"] }
  }
}

/// A correct `create dataset`, but for what is given; `collection`, `timestamp` and `data` are JSON.
func eventBody(
  action: String = "create", workspace: String = "acme", collection: String? = #""sales""#, resourceType: String = "dataset",
  resourceName: String = "orders", timestamp: String = "1795447159665", data: String? = #"{"location": "gs://b/p", "properties": {}}"#
) -> [UInt8] {
  let collection = collection.map { #""collection": \#($0), "# } ?? ""
  let data = data.map { #", "data": \#($0)"# } ?? ""
  let body =
    #"{"event": {"action": "\#(action)", "workspace": "\#(workspace)", \#(collection)"resource_type": "\#(resourceType)", "#
    + #""resource_name": "\#(resourceName)", "timestamp": \#(timestamp)}\#(data)}"#
  return Array(body.utf8)
}
