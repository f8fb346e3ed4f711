import CatalogEvents
import Testing

@Suite struct PayloadValueTests {
  @Test(arguments: [
    ("null", "null"), (" true", "true"), ("false ", "false"), ("-0", "-0"), ("1.10", "1.10"), ("1E+5", "1E+5"),
    ("123456789012345678901234567890", "123456789012345678901234567890"), ("[]", "[]"), ("{}", "{}"), ("[1,2]", "[1, 2]"),
    (#"{"b":1,"a":{"b":[{}]},"b":2}"#, #"{"b": 1, "a": {"b": [{}]}, "b": 2}"#),
    ("\"\u{E9}\u{7F}😀/\"", #""\u00e9\u007f\ud83d\ude00/""#), (#""\/\u0041""#, #""/A""#),
    (#""\b\t\n\f\r\u0000\u001F\"\\""#, #""\b\t\n\f\r\u0000\u001f\"\\""#),
    (#"["\ud800", "\udc00\ud800", "a\udfffb"]"#, #"["\ud800", "\udc00\ud800", "a\udfffb"]"#),
    (#"{"\ud800": {"x\udc00": 1}}"#, #"{"\ud800": {"x\udc00": 1}}"#),
  ])
  func writesWhatItReadInTheClientsSpelling(text: String, written: String) throws {
    let value = try PayloadValue.parse(text)
    #expect(String(decoding: value.catalogBytes, as: UTF8.self) == written)
    #expect(try PayloadValue.parse(written) == value)
  }

  @Test func holdsAStringByItsCodeUnitsOnlyWhenItMust() throws {
    #expect(try PayloadValue.parse(#""\ud83d\ude00""#) == .string("😀"))
    #expect(try PayloadValue.parse(#""\ud83d""#) == .codeUnits([0xD83D]))
    guard case .object(var members) = try PayloadValue.parse(#"{"a": 1, "\ud83d": 2}"#) else {
      Issue.record("an object was expected")
      return
    }
    #expect(members.map(\.name) == ["a", "\u{FFFD}"])
    #expect(members.map(\.nameCodeUnits) == [nil, [0xD83D]])
    members[1].name = "b"
    #expect(members[1] == PayloadValue.Member("b", .integer(2)))
  }

  @Test func readsAValueOutOfTheMiddleOfADocument() throws {
    let document = try JSONDocument(#"{"a": [1, {"b": [2, 3]}, 4], "c": 5}"#)
    let inner = try #require(document.root["a"]?.elements[1])
    #expect(PayloadValue(inner) == .object([.init("b", .array([.integer(2), .integer(3)]))]))
  }

  @Test func refusesWhatIsNotJSONAndWhatNestsTooDeep() {
    #expect(throws: JSONError(offset: 3, line: 1, column: 4, reason: "a value was expected")) { try PayloadValue.parse("[1,]") }
    let deep = String(repeating: "[", count: 513) + String(repeating: "]", count: 513)
    let error = #expect(throws: JSONError.self) { try PayloadValue.parse(deep) }
    #expect(error?.isTooDeep == true)
  }

  @Test func writesAnIntegerOfAnySize() {
    #expect(PayloadValue.integer(.min).catalogBytes == Array("-9223372036854775808".utf8))
    #expect(PayloadValue.integer(.max).catalogBytes == Array("9223372036854775807".utf8))
  }

  @Test func aDraftWithoutATimestampTakesTheMomentOfSending() {
    var draft = EventDraft(
      action: .lock, workspace: "acme", collection: nil, resourceType: .workspace, resourceName: "acme",
      data: CatalogPayload.workspaceLocked(lockedBy: nil))
    func timestamp(at now: Int64) -> Int64? {
      EventReading(body: draft.body(at: Timestamp(milliseconds: now))).event?.timestamp.milliseconds
    }
    #expect(timestamp(at: 5) == 5)
    draft.timestamp = Timestamp(milliseconds: .min)
    #expect(timestamp(at: 5) == .min)
  }
}
