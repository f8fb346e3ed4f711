import CatalogEvents
import Testing

@Suite struct JSONDifferenceTests {
  @Test func toldByPathWithBothValues() throws {
    let changes = try told(
      #"{"event": {"action": "create", "collection": null}, "data": {"location": "gs://a", "n": 1}}"#,
      #"{"event": {"action": "create", "collection": "ops"}, "data": {"n": 1, "owner": "ana"}}"#)
    #expect(
      changes == [
        #"~ event.collection: null -> "ops""#, #"- data.location: "gs://a""#, #"+ data.owner: "ana""#,
      ])
  }

  @Test(arguments: [
    (#"{"a": 1, "b": [1, {"c": 2}]}"#, #"{"b":[1,{"c":2}],"a":1}"#), (#"["\u00e9\n"]"#, "[\"é\\u000a\"]"), ("[]", " [ ] "),
    (#"{"a": {"x": 1, "y": 2}, "a": 3}"#, #"{"a": {"y": 2, "x": 1}, "a": 3}"#),
  ])
  func nothingIsDifferentButTheWayOfWriting(_ old: String, _ new: String) throws {
    #expect(try told(old, new) == [])
  }

  @Test(arguments: [
    ("1", "1.0", "~ $: 1 -> 1.0"), ("-0", "0", "~ $: -0 -> 0"), ("1", #""1""#, #"~ $: 1 -> "1""#), ("{}", "[]", "~ $: {} -> []"),
    ("[\"\u{E9}\"]", "[\"e\u{301}\"]", "~ [0]: \"\u{E9}\" -> \"e\u{301}\""),
    (#"["\ud800"]"#, #"["\ufffd"]"#, #"~ [0]: "\ud800" -> "\ufffd""#),
    ("{\"\u{E9}\": 1}", "{\"\u{E9}\": 1, \"e\u{301}\": 2}", "+ [\"e\u{301}\"]: 2"), ("null", "false", "~ $: null -> false"),
  ])
  func whatIsShownIsWhatCame(_ old: String, _ new: String, _ expected: String) throws {
    #expect(try told(old, new) == [expected])
  }

  @Test func theTimestampCountsOnlyWhenAsked() throws {
    let old = #"{"event": {"timestamp": 1, "x": 1}, "timestamp": 5}"#
    let new = #"{"event": {"timestamp": 2, "x": 2}, "timestamp": 6}"#
    #expect(try told(old, new) == ["~ event.x: 1 -> 2", "~ timestamp: 5 -> 6"])
    #expect(try difference(old, new).rows.contains { $0.kind == .passedOver })
    #expect(try difference(old, new).passesOverTimestamp)
    let all = JSONDifference.Options(comparesTimestamp: true)
    #expect(try told(old, new, all) == ["~ event.timestamp: 1 -> 2", "~ event.x: 1 -> 2", "~ timestamp: 5 -> 6"])
    #expect(try told(#"{"event": {"timestamp": 1}}"#, #"{"event": {}}"#) == ["- event.timestamp: 1"])
    #expect(try told(#"{"event": {"timestamp": 1}}"#, #"{"event": {"timestamp": "1"}}"#) == [#"~ event.timestamp: 1 -> "1""#])
  }

  @Test func theOrderOfNamesCountsOnlyWhenAsked() throws {
    let old = #"{"o": {"a": 1, "b": 2, "c": 3}}"#
    let new = #"{"o": {"c": 3, "a": 1, "b": 2}}"#
    #expect(try told(old, new) == [])
    #expect(try told(old, new, .init(comparesOrder: true)) == ["/ o"])
    // A name that came or went puts none of the others in another order.
    #expect(try told(old, #"{"o": {"a": 1, "x": 0, "c": 3}}"#, .init(comparesOrder: true)) == ["- o.b: 2", "+ o.x: 0"])
  }

  @Test func theSecondOfANameIsHeldAgainstTheSecond() throws {
    #expect(try told(#"{"a": 1, "a": 2}"#, #"{"a": 1, "a": 3}"#) == ["~ a: 2 -> 3"])
    #expect(try told(#"{"a": 1, "a": 2}"#, #"{"a": 1}"#) == ["- a: 2"])
    #expect(try told(#"{"a": 1}"#, #"{"a": 2, "a": 1}"#) == ["~ a: 1 -> 2", "+ a: 1"])
  }

  @Test func arraysAreComparedByPosition() throws {
    #expect(try told("[1, 2, 3]", "[2, 3]") == ["~ [0]: 1 -> 2", "~ [1]: 2 -> 3", "- [2]: 3"])
    #expect(try told("[]", "[[]]") == ["+ [0]: []"])
  }

  @Test func fieldsOfASchemaAreComparedByName() throws {
    let old = #"[{"name": "id", "type": "int64"}, {"name": "at", "type": "int64"}, {"name": "x", "type": "int8"}]"#
    let new = #"[{"name": "first", "type": "string"}, {"name": "id", "type": "int64"}, {"name": "at", "type": "date"}]"#
    #expect(
      try told(old, new) == [
        #"+ [0]: {"name": "first", "type": "string"}"#, #"~ [2].type: "int64" -> "date""#, #"- [2]: {"name": "x", "type": "int8"}"#,
      ])
    let retyped = try difference(old, new).changes[1]
    #expect(retyped.oldPath?.description == "[1].type" && retyped.newPath?.description == "[2].type")
  }

  @Test func partsThatAreTheSameAreLeftOutWhenThereAreMany() throws {
    let rows = try difference("[1, 1, 1, 1, 1, 2, 3, 3, 3]", "[1, 1, 1, 1, 1, 0, 3, 3, 3]").rows.map(\.kind)
    #expect(rows == [.opening, .alike, .leftOut(3), .alike, .changed, .alike, .alike, .alike, .closing])
  }

  @Test func aBodyWithEndlessChangesIsCutOff() throws {
    let numbers = { (lead: String) in "[" + (0..<50_000).map { lead + String($0) }.joined(separator: ",") + "]" }
    let found = try difference(numbers("1"), numbers("2"), .init(limit: 10))
    #expect(found.changes.count == 10 && found.isCutOff)
    #expect(found.rows.count == 12)
  }

  @Test func manyNamesAndDeepNestingTakeNoLongTime() throws {
    let deep = { (core: String) in String(repeating: "[", count: 512) + core + String(repeating: "]", count: 512) }
    #expect(try difference(deep("1"), deep("2")).changes.count == 1)
    let fields = { (count: Int) in "[" + (0..<count).map { #"{"name":"f\#($0)"}"# }.joined(separator: ",") + "]" }
    let reversed = "[" + (0..<20_000).reversed().map { #"{"name":"f\#($0)"}"# }.joined(separator: ",") + "]"
    #expect(try difference(fields(20_000), reversed).isCutOff)
    #expect(try difference(fields(20_000), fields(20_001)).changes.count == 1)
  }
}

/// What is different, a line each: sign, path, values as they are spelled.
func told(_ old: String, _ new: String, _ options: JSONDifference.Options = .init()) throws -> [String] {
  try difference(old, new, options).changes.map { change in
    let values = [change.old, change.new].compactMap { $0?.spelling }
    return switch change.kind {
    case .added: "+ \(change.path): \(values[0])"
    case .removed: "- \(change.path): \(values[0])"
    case .changed: "~ \(change.path): \(values[0]) -> \(values[1])"
    case .reordered: "/ \(change.path)"
    }
  }
}

func difference(_ old: String, _ new: String, _ options: JSONDifference.Options = .init()) throws -> JSONDifference {
  JSONDifference(from: try JSONDocument(Array(old.utf8)), to: try JSONDocument(Array(new.utf8)), options: options)
}
