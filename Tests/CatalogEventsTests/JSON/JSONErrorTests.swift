import CatalogEvents
import Testing

@Suite struct JSONErrorTests {
  @Test(arguments: [
    ("", 0, 1, 1, "a value was expected, but the text ends"),
    ("{", 1, 1, 2, "a name in quotes or } was expected, but the text ends"),
    ("{oops", 1, 1, 2, "a name in quotes or } was expected"),
    ("{\"a\":1,}", 7, 1, 8, "a name in quotes was expected"),
    ("{\"a\" 1}", 5, 1, 6, "a colon was expected"),
    ("{\"a\":1 2}", 7, 1, 8, "a comma or } was expected"),
    ("[1 2]", 3, 1, 4, "a comma or ] was expected"),
    ("[1,]", 3, 1, 4, "a value was expected"),
    ("[1", 2, 1, 3, "a comma or ] was expected, but the text ends"),
    ("[] 1", 3, 1, 4, "the text goes on after its value"),
    ("[01]", 2, 1, 3, "a number must not begin with 0"),
    ("[-]", 2, 1, 3, "a digit was expected"),
    ("[1.]", 3, 1, 4, "a digit was expected"),
    ("1e", 2, 1, 3, "a digit was expected, but the text ends"),
    ("[trux]", 1, 1, 2, "a value was expected"),
    ("\"abc", 4, 1, 5, "a closing quote was expected, but the text ends"),
    ("\"a\nb\"", 2, 1, 3, "a control character in a string must be written as an escape"),
    (#""\x""#, 2, 1, 3, #"one of "\/bfnrtu was expected after \"#),
    (#""\u12g4""#, 5, 1, 6, "a hexadecimal digit was expected"),
    // Lines end with LF, CR or CR LF, and a column is a scalar, however many bytes it has.
    ("[1,\n 2,\n x]", 9, 3, 2, "a value was expected"),
    ("[1,\r 2,\r x]", 9, 3, 2, "a value was expected"),
    ("[1,\r\n 2,\r\n x]", 11, 3, 2, "a value was expected"),
    ("[\n\r\n\rx]", 5, 4, 1, "a value was expected"),
    ("[\"é😀e\u{301}\", x]", 14, 1, 10, "a value was expected"),
    ("\n[\"é\"\n,\"😀\" x]", 15, 3, 6, "a comma or ] was expected"),
  ])
  func saysWhereAndWhyATextIsNotJSON(text: String, offset: Int, line: Int, column: Int, reason: String) {
    #expect(throws: JSONError(offset: offset, line: line, column: column, reason: reason)) { try JSONDocument(text) }
  }

  @Test func readsAsOneLine() {
    #expect(
      JSONError(offset: 9, line: 3, column: 2, reason: "a value was expected").description == "line 3, column 2: a value was expected")
  }
}
