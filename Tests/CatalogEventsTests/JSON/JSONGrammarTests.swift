import CatalogEvents
import Testing

/// What is JSON by RFC 8259, and what is not.
@Suite struct JSONGrammarTests {
  @Test(arguments: accepted)
  func takesWhatTheGrammarAllows(text: String) throws {
    let document = try JSONDocument(text)
    #expect(document.bytes == Array(text.utf8))
  }

  private static let accepted: [String] = [
    // Words and whitespace
    "null", "true", "false", " null", "null ", "\tnull\n", "\r\n true \r\n", "\n\n\n0", "[ ]", "{ }", "[\n]", "{\t}", "[\r1\r]",
    " [ 1 , 2 ] ", " { \"a\" : 1 , \"b\" : 2 } ", "[null,true,false]", "{\"a\":null}",
    // Numbers
    "0", "-0", "1", "-1", "10", "100", "1234567890", "0.0", "-0.0", "0.1", "1.0", "1.01", "-1.5", "0e0", "0E0", "0e+0", "0e-0", "1e1",
    "1E1", "1e+1", "1E-1", "1e01", "1e0001", "1.5e10", "-1.5E-10", "0.0000000000000000000000000000001", "1e400", "-1e400", "1e-400",
    "1e99999999999999999999", "123456789012345678901234567890", "-123456789012345678901234567890", "9223372036854775808",
    "3.141592653589793238462643383279", "[0]", "[-0]", "[1,2]", "{\"a\":1e1}",
    // Strings
    "\"\"", "\"a\"", "\" \"", "\"\\\"\"", "\"\\\\\"", "\"\\/\"", "\"\\b\\f\\n\\r\\t\"", "\"/\"", "\"'\"", "\"\\u0000\"", "\"\\u001F\"",
    "\"\\u00e9\"", "\"\\uABCD\"", "\"\\uabcd\"", "\"\\uFFFF\"", "\"\\uFFFE\"", "\"\\ud83d\\ude00\"", "\"\\uD83D\\uDE00\"", "\"\\ud800\"",
    "\"\\udfff\"", "\"\\udc00\\ud800\"", "\"\\ud800\\u0041\"", "\"\\ud800\\n\"", "\"\\ud800x\"", "\"\\\\u0041\"", "\"\u{7F}\"",
    "\"\u{80}\"",
    "\"\u{E9}\"", "\"\u{7FF}\"", "\"\u{800}\"", "\"\u{2028}\u{2029}\"", "\"\u{D7FF}\"", "\"\u{E000}\"", "\"\u{FEFF}\"", "\"\u{FFFD}\"",
    "\"\u{FFFF}\"", "\"\u{10000}\"", "\"\u{1F600}\"", "\"\u{10FFFF}\"", "\"e\u{301}\"", "\"//\"", "\"/* */\"", "[\"\",\"\"]",
    // Objects and arrays
    "[]", "{}", "[[]]", "[{}]", "{\"\":{}}", "{\"a\":[]}", "[[],[]]", "[[[[[[[[]]]]]]]]", "{\"a\":{\"a\":{\"a\":{}}}}", "{\"a\":1,\"a\":2}",
    "{\"a\":1,\"a\":1}", "{\"\":0}", "{\"\\u0000\":0}", "{\"\\ud800\":0}", "{\"é\":0}", "{\"__proto__\":0}", "[1,[2,[3]],{\"a\":[4]}]",
    "[1]\n",
  ]

  @Test(arguments: refused)
  func refusesWhatTheGrammarDoesNotAllow(text: String) {
    #expect(throws: JSONError.self) { try JSONDocument(text) }
  }

  private static let refused: [String] = [
    // Nothing, or more than one value
    "", " ", "\n", "1 2", "[] []", "{} {}", "null null", "[1]x", "[1],", "1,", "\"a\" \"b\"", "{}}", "[]]", "[1]]", "{\"a\":1}}",
    "nulltrue",
    "truefalse", "[]#", "{}//", "1\u{0}",
    // Words
    "nul", "nulll", "Null", "NULL", "nil", "None", "True", "TRUE", "tru", "truee", "False", "fals", "undefined", "NaN", "-NaN", "Infinity",
    "-Infinity", "+Infinity", "inf", "n", "t", "f", "[nul]", "[nu", "a", "*", "\u{E9}", "\u{FEFF}null", "\u{A0}1", "\u{2028}1", "1\u{B}",
    "\u{C}1",
    // Numbers
    "-", "+", "+1", "--1", "-+1", "01", "-01", "00", "-00", "012", "1.", "-1.", ".1", "-.1", "1..1", "1.1.1", "1e", "1E", "1e+", "1e-",
    "1ee1",
    "1e1.5", "1e1e1", "0e", "0.e1", "1.e1", "0x1", "0X1F", "0b1", "0o7", "1_000", "1,000", "1 000", "1a", "1f", "1L", "- 1", "1 .5", "１",
    "[1-2]",
    "[1+2]", "[-]", "[1.]", "[0.]", "[2.e3]", "[1eE2]", "[0x42]", "[-a]",
    // Strings
    "\"", "\"a", "\"\\\"", "\"\\", "\"\\u", "\"\\u0", "\"\\u00", "\"\\u004", "\"\\u0041", "\"\\u004g\"", "\"\\u 041\"", "\"\\u+041\"",
    "\"\\U0041\"", "\"\\x41\"", "\"\\a\"", "\"\\v\"", "\"\\0\"", "\"\\'\"", "\"\\ \"", "\"\\é\"", "\"\\\u{0}\"", "\"\\\n\"", "\"\n\"",
    "\"\r\"",
    "\"\t\"", "\"\u{0}\"", "\"\u{1}\"", "\"\u{1F}\"", "'a'", "`a`", "\u{201C}a\u{201D}", "a\"", "\"a\"\"", "[\"a]", "\"\\ud800\\\"",
    "\"\\ud800\\u\"",
    // Arrays
    "[", "]", "[[", "[1", "[1,", "[1,]", "[,1]", "[,]", "[1,,2]", "[1 2]", "[1;2]", "[1:2]", "[\"a\" \"b\"]", "[}", "[1}", "[[1]", "[(1)]",
    "[...]", "[a]", "[1]//x", "[1/*x*/]", "[# x\n]", "[\"a\",\n", "[\u{FEFF}]", "[\u{A0}]", "[1\u{C}]",
    // Objects
    "{", "}", "{]", "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":1,", "{\"a\":1,}", "{,}", "{,\"a\":1}", "{\"a\"}", "{\"a\",1}", "{\"a\" 1}",
    "{\"a\"::1}",
    "{\"a\":1 \"b\":2}", "{\"a\":1;\"b\":2}", "{\"a\":1,,\"b\":2}", "{\"a\"=1}", "{\"a\":}", "{:1}", "{a:1}", "{'a':1}", "{1:1}",
    "{null:1}",
    "{[]:1}", "{{}:1}", "{\"a\":1]", "[{\"a\":1]", "{\"a\":[1}", "{\"a\":1,b:2}", "{\"a\":1,\"b\"}", "{\"a\" : /*x*/ 1}", "{\"a\":\"b\":1}",
    "{\"a\"\"b\":1}",
    "{...}", "{\"a\":1},",
  ]

  @Test(
    arguments: [
      // No lead byte, or an overlong form
      [0x80], [0xBF], [0xC0, 0x80], [0xC0, 0xAF], [0xC1, 0xBF], [0xE0, 0x80, 0x80], [0xE0, 0x9F, 0xBF], [0xF0, 0x80, 0x80, 0x80],
      [0xF0, 0x8F, 0xBF, 0xBF],
      // A surrogate, or more than U+10FFFF
      [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80],
      [0xF8, 0x88, 0x80, 0x80, 0x80], [0xFC, 0x84, 0x80, 0x80, 0x80, 0x80], [0xFE], [0xFF],
      // Cut off, or gone on wrongly
      [0xC2], [0xE2, 0x82], [0xF0, 0x9F], [0xF0, 0x9F, 0x98], [0xC2, 0x41], [0xE2, 0x41, 0xAC], [0xE2, 0x82, 0x41],
      [0xF0, 0x9F, 0x98, 0xC0],
      [0xE9], [0x61, 0xE9, 0x62],
    ] as [[UInt8]])
  func refusesBytesThatAreNotUTF8(bytes: [UInt8]) {
    let quote = UInt8(ascii: "\"")
    let lead = bytes.prefix { $0 < 0x80 }.count
    let inString = #expect(throws: JSONError.self) { try JSONDocument([quote] + bytes + [quote]) }
    #expect(inString?.reason == "a byte is not UTF-8")
    #expect(inString?.offset == 1 + lead)
    // The end of the text right behind it, and outside of a string
    #expect(throws: JSONError.self) { try JSONDocument([quote] + bytes) }
    #expect(throws: JSONError.self) { try JSONDocument(bytes) }
    #expect(throws: JSONError.self) { try JSONDocument([UInt8(ascii: "[")] + bytes + [UInt8(ascii: "]")]) }
  }

  @Test func refusesOtherEncodingsAndByteOrderMarks() {
    let error = #expect(throws: JSONError.self) { try JSONDocument([0xEF, 0xBB, 0xBF, 0x31]) }
    #expect(error?.reason == "a byte order mark must not come before JSON")
    #expect(throws: JSONError.self) { try JSONDocument([0xFF, 0xFE, 0x31, 0x00]) }
    #expect(throws: JSONError.self) { try JSONDocument([0x00, 0x31]) }
    #expect(throws: JSONError.self) { try JSONDocument([0x31, 0x00]) }
  }
}
