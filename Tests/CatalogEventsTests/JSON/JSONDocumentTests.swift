import CatalogEvents
import Testing

@Suite struct JSONDocumentTests {
  @Test func keepsTheOrderOfKeysAndDuplicates() throws {
    let document = try JSONDocument(#"{"b": 1, "a": {"x": []}, "b": 2}"#)
    #expect(document.root.members.map(\.name) == ["b", "a", "b"])
    #expect(document.root.count == 3)
    #expect(document.root["b"]?.integer == 2)
    #expect(document.root["a"]?["x"]?.kind == .array)
    #expect(document.root["c"] == nil)
  }

  @Test func saysWhereEachValueLies() throws {
    let document = try JSONDocument(#" {"a" : [10, "é"] , "b": {}} "#)
    #expect(document.root.byteRange == 1..<29)
    let members = document.root.members
    #expect(members.map(\.nameRange) == [2..<5, 21..<24])
    #expect(members.map(\.value.byteRange) == [8..<18, 26..<28])
    #expect(members[0].value.elements.map(\.byteRange) == [9..<11, 13..<17])
    #expect(members[0].value.spelling == #"[10, "é"]"#)
  }

  @Test(arguments: [
    "0", "-0", "1.0", "1.10", "1E+5", "9007199254740993", "123456789012345678901234567890", "-0.0e-0", "1e999999999999999999999",
  ])
  func keepsTheDigitsOfANumber(digits: String) throws {
    let value = try JSONDocument(digits).root
    #expect(value.kind == .number)
    #expect(value.numberText == digits)
    #expect(value.string == nil)
  }

  @Test(
    arguments: [
      ("0", 0), ("-0", 0), ("9223372036854775807", Int64.max), ("-9223372036854775808", Int64.min), ("9223372036854775808", nil),
      ("-9223372036854775809", nil), ("1.0", nil), ("1e3", nil), ("7198264530192837465", 7_198_264_530_192_837_465),
    ] as [(String, Int64?)])
  func readsAnIntegerOnlyWhenItIsOneAndFits(digits: String, integer: Int64?) throws {
    #expect(try JSONDocument(digits).root.integer == integer)
  }

  @Test(arguments: [
    (#""""#, ""), (#""a\"\\\/\b\f\n\r\tz""#, "a\"\\/\u{8}\u{C}\n\r\tz"), (#""\u0000\u001b\u007f""#, "\0\u{1B}\u{7F}"),
    (#""Zo\u00eb""#, "Zo\u{EB}"), (#""\ud83d\ude00""#, "😀"), (#""\uD83D\uDE00x""#, "😀x"), (#""ё😀\n""#, "ё😀\n"),
    (#""\ud800""#, "\u{FFFD}"), (#""\ude00\ud83d""#, "\u{FFFD}\u{FFFD}"), (#""\ud800a""#, "\u{FFFD}a"),
    (#""\ud83d\ud83d\ude00""#, "\u{FFFD}😀"), ("\"\u{7F}\u{2028}\u{FEFF}\"", "\u{7F}\u{2028}\u{FEFF}"),
  ])
  func decodesAString(spelling: String, text: String) throws {
    let value = try JSONDocument(spelling).root
    let decoded = try #require(value.string)
    #expect(Array(decoded.unicodeScalars) == Array(text.unicodeScalars))
    #expect(value.spelling == spelling)
  }

  @Test func keepsHalfASurrogatePairInItsCodeUnits() throws {
    let value = try JSONDocument(#""aé\ud800b\ude00""#).root
    #expect(value.codeUnits == [0x61, 0xE9, 0xD800, 0x62, 0xDE00])
    #expect(value.hasLoneSurrogate)
    #expect(try !JSONDocument(#""\ud83d\ude00\n""#).root.hasLoneSurrogate)
  }

  @Test func tellsNamesApartThatOnlyLookAlike() throws {
    let document = try JSONDocument("{\"\u{E9}\": 1, \"e\u{301}\": 2, \"\\u0061\": 3}")
    #expect(document.root["\u{E9}"]?.integer == 1)
    #expect(document.root["e\u{301}"]?.integer == 2)
    #expect(document.root["a"]?.integer == 3)
  }

  @Test func givesNothingForAQuestionThatDoesNotFitTheKind() throws {
    let values = try JSONDocument(#"[null, true, false, 1, "s", [], {}]"#).root.elements
    #expect(values.map(\.kind) == [.null, .boolean, .boolean, .number, .string, .array, .object])
    #expect(values.map(\.boolean) == [nil, true, false, nil, nil, nil, nil])
    #expect(values.map(\.string) == [nil, nil, nil, nil, "s", nil, nil])
    #expect(values.map(\.integer) == [nil, nil, nil, 1, nil, nil, nil])
    #expect(values.allSatisfy { $0.count == 0 && $0.elements.isEmpty && $0.members.isEmpty && $0["s"] == nil })
  }

  @Test func findsAValueByItsPathAndAPathByItsValue() throws {
    let document = try JSONDocument(#"{"data": {"fields": [1, {"type": "x"}], "fields": [2, {"type": [true]}]}}"#)
    let path = JSONPath([.name("data"), .name("fields"), .index(1), .name("type"), .index(0)])
    let value = try #require(document.value(at: path))
    #expect(value.boolean == true)
    #expect(value.path == path)
    #expect(value.path.description == "data.fields[1].type[0]")
    #expect(document.root.path == JSONPath())
    #expect(document.value(at: JSONPath())?.byteRange == document.root.byteRange)
    for index in [-1, 2, .max, .min] {
      #expect(document.value(at: JSONPath([.name("data"), .name("fields"), .index(index)])) == nil)
    }
    #expect(document.value(at: JSONPath([.index(0)])) == nil)
    #expect(document.value(at: JSONPath([.name("nothing")])) == nil)
  }
}

extension JSONDocument {
  init(_ text: String) throws(JSONError) {
    try self.init(Array(text.utf8))
  }
}
