import Foundation
import Testing

@testable import EventRecords

struct LinearExpressionTests {
  @Test(arguments: [
    ("", "", true), ("", "abc", true), ("b", "abc", true), ("^b", "abc", false), ("c$", "abc", true), ("^abc$", "abc", true),
    ("a.c", "abc", true),
    ("a.c", "a\nc", false), ("(?s)a.c", "a\nc", true), ("^b", "a\nb", false), ("(?m)^b$", "a\nb\nc", true), ("ab*c", "ac", true),
    ("ab*c", "abbbc", true), ("ab+c", "ac", false), ("ab?c", "abc", true), ("ab?c", "abbc", false), ("ab{2}c", "abbc", true),
    ("ab{2}c", "abc", false), ("ab{2,}c", "abbbbc", true), ("ab{1,2}c", "abbbc", false), ("a{x}", "a{x}", true), ("a|b|c", "xbx", true),
    ("^(a|b)+$", "abba", true), ("^(?:ab|cd)*$", "abcdab", true), ("^(?:ab|cd)*$", "abc", false), ("[a-c]x", "bx", true),
    ("[^a-c]x", "bx", false),
    ("[]a]", "]", true), ("[a-]", "-", true), ("[\\d.]+$", "1.5", true), ("[^\\d]", "5", false), ("[\\D]", "5", false),
    ("[\\D]", "x", true),
    ("\\d\\D\\w\\W\\s\\S", "1a_- x", true), ("\\bcat\\b", "a cat!", true), ("\\bcat\\b", "concat", false), ("\\Bcat", "concat", true),
    ("\\x41\\u0042", "AB", true), ("\\.", "a", false), ("(?i)ÄB", "äb", true), ("(?i)[a-z]+$", "ABC", true), ("(?i)[^a]", "A", false),
    ("é", "e\u{301}", false), (".", "🦕", true), ("^.$", "🦕", true), ("a\\n", "a\n", true), ("(a*)*b", "aaab", true), ("(|a)+$", "aa", true),
    ("(a|b|)c", "c", true), ("x*", "", true), ("a{0}b", "b", true), ("^$", "", true), ("$a", "a", false),
  ])
  func itFindsWhatAnExpressionMeans(_ expression: String, _ text: String, _ isFound: Bool) throws {
    #expect(try LinearExpression(expression).isFound(in: Array(text.utf8)) == isFound)
  }

  @Test(arguments: ["(a+)+$", "(a|aa)+$", "(a*)*$", "(a|a)*$", "^(([a-z])+.)+[A-Z]([a-z])+$", "(.*)*(.*)*(.*)*x", "a{0,30}a{30}b"])
  func noExpressionTakesMoreThanItsTimeALetter(_ expression: String) throws {
    let text = Array(String(repeating: "a", count: 2_000).utf8) + [UInt8(ascii: "!")]
    let took = try ContinuousClock().measure { _ = try LinearExpression(expression).isFound(in: text) }
    #expect(took < .seconds(10))
  }

  @Test func bytesThatAreNoTextMatchAsReplacements() throws {
    #expect(try LinearExpression("^.x$").isFound(in: [0xFF, 0x78]))
    #expect(try LinearExpression("\u{FFFD}").isFound(in: [0xC3]))
  }
}
