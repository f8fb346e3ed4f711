import CatalogEvents
import Testing

@Suite struct FindingTests {
  @Test(arguments: EventKind.all)
  func findsNothingOddInACorrectEvent(kind: EventKind) {
    let draft = EventDraft(
      action: kind.action, workspace: "acme", collection: kind.needsCollection ? "sales" : nil, resourceType: kind.resourceType,
      resourceName: kind.exampleName, data: kind.exampleData)
    let body = draft.body(at: Timestamp(milliseconds: 1_795_447_159_665))
    #expect(EventReading(body: body).messages == [])
  }

  @Test(arguments: [
    ("delete", "dataset", #"{"location": null, "dropped_by": null}"#),
    (
      "rename", "dataset",
      #"{"old_identifier": "a.b", "new_identifier": "a.c", "old_location": null, "new_location": "l", "renamed_by": null}"#
    ),
    ("update", "view", #"{"description": null, "properties": {}}"#),
    ("update", "view", #"{"definition": "SELECT 1", "properties": {"a": [1]}}"#),
    ("update", "dataset", #"{"description": null, "properties": {}}"#),
    ("execute", "view", "{}"),
    ("execute", "view", #"{"error": "no such table"}"#),
    ("create", "dataset", #"{"location": "l", "properties": {}, "schema": {"fields": []}}"#),
  ])
  func findsNothingOddInTheOtherShapesOfAnEvent(action: String, resourceType: String, data: String) {
    #expect(EventReading(body: eventBody(action: action, resourceType: resourceType, data: data)).messages == [])
  }

  @Test(
    arguments: [
      ("create", "dataset", #"{"location": null, "properties": {}}"#, ["data.location is null"]),
      ("create", "dataset", "{}", ["data.location is missing", "data.properties is missing"]),
      (
        "create", "dataset", #"{"location": 1, "properties": null, "schema": null}"#,
        ["data.location is not a string", "data.properties is null", "data.schema is null"]
      ),
      (
        "create", "dataset", #"{"location": "l", "properties": [], "schema": []}"#,
        ["data.properties is not an object", "data.schema is not an object"]
      ),
      ("create", "dataset", #"{"location": "l", "properties": {}, "schema": {}}"#, ["data.schema.fields is missing"]),
      ("create", "dataset", #"{"location": "l", "properties": {}, "schema": {"fields": {}}}"#, ["data.schema.fields is not an array"]),
      (
        "create", "dataset",
        #"{"location": "l", "properties": {}, "schema": {"fields": [1, {"name": 2}, {"name": null, "type": "int64"}]}}"#,
        [
          "data.schema.fields[0] is not an object", "data.schema.fields[1].name is not a string", "data.schema.fields[1].type is missing",
          "data.schema.fields[2].name is null",
        ]
      ),
      (
        "create", "dataset",
        #"{"location": "l", "properties": {}, "schema": {"fields": [{"name": "id", "type": "a"}, {"name": "\u0069d", "type": "b"}]}}"#,
        [#"data.schema.fields[1].name repeats "id""#]
      ),
      ("delete", "dataset", #"{"location": false}"#, ["data.location is not a string", "data.dropped_by is missing"]),
      (
        "rename", "dataset", #"{"old_identifier": null, "new_identifier": 1, "new_location": null}"#,
        [
          "data.old_identifier is null", "data.new_identifier is not a string", "data.new_location is null", "data.old_location is missing",
          "data.renamed_by is missing",
        ]
      ),
      (
        "commit", "dataset",
        #"{"snapshot_id": 1.5, "sequence_number": "1", "record_count": null, "file_count": 123456789012345678901234567890}"#,
        ["data.snapshot_id is not an integer", "data.sequence_number is not an integer", "data.record_count is null"]
      ),
      ("create", "view", #"{"properties": {}}"#, ["data.definition is missing"]),
      ("update", "view", #"{"properties": {}}"#, ["data.definition is missing"]),
      ("update", "view", #"{"description": 1, "properties": {}}"#, ["data.definition is missing"]),
      ("delete", "view", #"{"dropped_by": {}}"#, ["data.dropped_by is not a string"]),
      ("execute", "view", #"{"row_count": "1", "error": null}"#, ["data.row_count is not an integer", "data.error is null"]),
      ("create", "collection", "{}", ["data.properties is missing"]),
      ("create", "dataset", "null", ["data is null"]),
      ("create", "dataset", "[]", ["data is not an object"]),
      ("archive", "macro", "{}", [#"event.action is unknown: "archive""#, #"event.resource_type is unknown: "macro""#]),
      ("lock", "dataset", "{}", ["event.action is lock, which the catalog does not send for a dataset"]),
      ("", "", "{}", ["event.action is empty", "event.resource_type is empty"]),
    ] as [(String, String, String, [String])])
  func namesWhatIsOddInTheData(action: String, resourceType: String, data: String, messages: [String]) {
    #expect(EventReading(body: eventBody(action: action, resourceType: resourceType, data: data)).messages == messages)
  }

  @Test(arguments: ["lock", "unlock", "delete", "restore"])
  func aWorkspaceLiesInNoCollection(action: String) {
    let key = ["lock": "locked_by", "unlock": "unlocked_by", "delete": "dropped_by", "restore": "restored_by"][action] ?? ""
    func messages(_ collection: String?) -> [String] {
      EventReading(body: eventBody(action: action, collection: collection, resourceType: "workspace", data: #"{"\#(key)": null}"#)).messages
    }
    #expect(messages("null") == [])
    #expect(messages(nil) == ["event.collection is missing"])
    #expect(messages(#""sales""#) == ["event.collection is not null, though the event is about a whole workspace"])
  }

  @Test(
    arguments: [
      ("null", "event.collection is null"), (nil, "event.collection is missing"), ("7", "event.collection is not a string"),
      ("{}", "event.collection is not a string"), (#""""#, "event.collection is empty"),
      (#""\udc00""#, "event.collection has half a surrogate pair, shown as U+FFFD"),
    ] as [(String?, String)])
  func namesAnOddCollection(collection: String?, message: String) throws {
    let reading = EventReading(body: eventBody(collection: collection))
    #expect(reading.messages == [message])
    if collection?.hasPrefix("\"") != true {
      #expect(reading.event?.collection == nil)
    }
  }

  @Test(arguments: [
    (Int64.min, "event.timestamp lies before 1973"), (-1, "event.timestamp lies before 1973"), (0, "event.timestamp lies before 1973"),
    (99_999_999, "event.timestamp lies before 1973"),
    (100_000_000, "event.timestamp seems to be in seconds, not milliseconds"),
    (1_795_447_159, "event.timestamp seems to be in seconds, not milliseconds"),
    (99_999_999_999, "event.timestamp seems to be in seconds, not milliseconds"),
    (1_795_447_159_665_000, "event.timestamp seems to be in microseconds, not milliseconds"),
    (1_795_447_159_665_000_000, "event.timestamp seems to be in nanoseconds, not milliseconds"),
    (Int64.max, "event.timestamp seems to be in nanoseconds, not milliseconds"),
  ])
  func namesATimestampInAnotherUnit(timestamp: Int64, message: String) {
    #expect(EventReading(body: eventBody(timestamp: String(timestamp))).messages == [message])
  }

  @Test func namesAbsentDataAndEmptyNames() {
    #expect(EventReading(body: eventBody(data: nil)).messages == ["data is missing"])
    #expect(
      EventReading(body: eventBody(workspace: "", resourceName: "")).messages == [
        "event.workspace is empty", "event.resource_name is empty",
      ])
  }

  @Test func namesExtraKeysAndDuplicatesInTheOrderOfTheDocument() {
    let body =
      #"{"trace": 1, "event": {"action": "drop", "action": "create", "workspace": "acme", "collection": "sales", "by me": 0, "#
      + #""resource_type": "dataset", "resource_name": "orders", "timestamp": 1795447159665}, "#
      + #""data": {"location": "l", "properties": {"a": 1, "b": [{"x": 1, "\u0078": 2, "x": 3}], "a": 2}}}"#
    let document = try? JSONDocument(body)
    let findings = document.map { Finding.all(in: $0) } ?? []
    #expect(
      findings.map(\.message) == [
        "trace is an extra key", "event.action is there 2 times, and the last one counts", #"event["by me"] is an extra key"#,
        "data.properties.b[0].x is there 3 times, and the last one counts", "data.properties.a is there 2 times, and the last one counts",
      ])
    #expect(findings.map(\.path).first == JSONPath([.name("trace")]))
    #expect(findings.last.flatMap { document?.value(at: $0.path)?.integer } == 2)
  }

  @Test func findsDuplicatesAmongManyNamesAndTellsLoneSurrogatesApart() {
    let many = (0..<1000).map { #""k\#($0)": \#($0)"# }.joined(separator: ", ")
    let data = #"{"location": "l", "properties": {\#(many), "k77": 0, "\ud800": 1, "\udfff": 2, "\ufffd": 3}}"#
    #expect(EventReading(body: eventBody(data: data)).messages == ["data.properties.k77 is there 2 times, and the last one counts"])
  }

  @Test func stopsAtItsLimitAndSaysSo() {
    func messages(_ count: Int) -> [String] {
      let extra = (0..<count).map { #", "x\#($0)": 0"# }.joined()
      return EventReading(body: Array(String(decoding: eventBody(), as: UTF8.self).dropLast().utf8) + Array((extra + "}").utf8)).messages
    }
    #expect(messages(100).count == 100)
    #expect(messages(100).last == "x99 is an extra key")
    #expect(messages(101).count == 101)
    #expect(messages(101).last == "there are more findings than 100")
    #expect(messages(20_000).count == 101)
  }

  @Test func cutsANameOfAnyLengthInItsMessage() {
    let name = String(repeating: "n", count: 100_000)
    let messages = EventReading(body: eventBody(action: name)).messages
    #expect(messages == [#"event.action is unknown: "\#(String(repeating: "n", count: 80))…""#])
    let document = try? JSONDocument(#"{"\#(name)": 1}"#)
    let findings = document.map { Finding.all(in: $0) } ?? []
    #expect(findings.first?.path == JSONPath([.name(name)]))
    #expect((findings.first?.message.count ?? 0) < 120)
  }
}
