import CatalogEvents
import Testing

struct JSONIndentedTests {
  @Test(arguments: [
    ("{}", "{}"), ("[ ]", "[]"), (" 1.50E+2 ", "1.50E+2"), ("\"a\\\"b\\\\\"", "\"a\\\"b\\\\\""),
    ("{\"a\":[1,{}],\"a\":\"{,:}\"}", "{\n  \"a\": [\n    1,\n    {}\n  ],\n  \"a\": \"{,:}\"\n}"),
    ("[[],\t[null\r\n,true]]", "[\n  [],\n  [\n    null,\n    true\n  ]\n]"),
  ])
  func onlyTheBlanksDiffer(text: String, expected: String) throws {
    let document = try JSONDocument(Array(text.utf8))
    #expect(String(decoding: document.indented(), as: UTF8.self) == expected)
    #expect(try JSONDocument(document.indented()).indented() == document.indented())
  }
}
