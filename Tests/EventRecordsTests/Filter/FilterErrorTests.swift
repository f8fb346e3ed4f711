import EventRecords
import Foundation
import Testing

/// A text that is no filter is answered with the column and one sentence; no text crashes the parser.
struct FilterErrorTests {
  @Test(arguments: [
    ("nmae:x", 1, "there is no field nmae, did you mean name? In quotes it is a word to look for"),
    ("action:create Resource.name:x", 15, nil),
    ("status:abc", 8, "status takes a number, as in status>=400"),
    ("size>ten", 6, "size takes a number of bytes, as in 1000, 10k or 1.5M"),
    ("lag>2", 5, "lag takes a time with its unit, as in 2s, 500ms or 1h30m"),
    ("name>x", 5, "name is text and takes : or ~, as in name:a* or name~^a"),
    ("since>10m", 6, "since takes :, as in since:10m"),
    ("since:yesterday", 7, "since takes a time, as in 10m, 2026-11-23 or 2026-11-23T14:00Z"),
    ("since:2026-02-30", 7, nil),
    ("verdict:ok", 9, "verdict is accepted or rejected"),
    ("tls:maybe", 5, "tls is yes or no"),
    ("tls~yes", 4, nil),
    ("name:", 6, "a value is missing after name:"),
    ("name: x", 6, nil),
    ("\"abc", 1, "this quote is not closed"),
    ("(a or b", 1, "this ( is not closed"),
    ("a)", 2, "this ) closes nothing; put it in quotes if it is meant as text"),
    ("()", 2, "a term is missing between the parentheses"),
    ("or a", 1, "a term is missing before or; in quotes it is a word to look for"),
    ("a or", 3, "a term is missing after or; in quotes it is a word to look for"),
    ("a or or b", 6, nil),
    ("a and", 3, nil),
    ("- a", 1, "a term is missing after -; in quotes it is a word to look for"),
    ("not", 1, nil),
    ("ord*", 4, "* stands for any text only after a field, as in name:ord*; in quotes it stands for itself"),
    ("name:a(b", 7, "this ( is not closed; put the value in quotes if spaces belong to it"),
    ("name~a(b", 7, nil),
    ("name~[a", 6, "in the regular expression this [ is not closed"),
    ("ws:acme name~*x", 14, "in the regular expression * repeats nothing; write \\* for the sign itself"),
    ("name~\\1", 6, "in the regular expression back-references are not known here"),
    ("name~(?=x)", 6, nil),
    ("name~(((a{1000}){1000}){1000})", 6, "in the regular expression the expression is too large"),
    ("header:x", 1, "header needs a name, as in header.user-agent:*Tasks*"),
    ("header.", 8, "a name is missing after the dot"),
    ("data.location", 14, "a comparison is missing after data.location, as in data.location:*; in quotes it is a word to look for"),
    ("data.x[a]:1", 8, nil),
    ("data.x>a", 8, nil),
    ("name:\"a\\q\"", 8, nil),
    ("name:\"\\ud800\"", 7, nil),
    ("🦕é nmae:x", 4, nil),
    ("id:99999999999999999999", 4, nil),
  ])
  func aMistakeIsShownAtItsColumn(_ text: String, _ column: Int, _ message: String?) {
    let error = #expect(throws: FilterError.self) { try Filter(text, timeZone: .gmt) }
    #expect(error?.column == column, "\(error?.description ?? "")")
    if let message { #expect(error?.message == message) }
  }

  @Test func noNestingIsTooMuch() {
    for text in [
      String(repeating: "(", count: 10_000), String(repeating: "-", count: 10_000) + "a", String(repeating: "not ", count: 10_000) + "a",
      String(repeating: "-(", count: 5_000) + "a", String(repeating: "a ", count: 10_000), String(repeating: "a or ", count: 10_000) + "a",
      "name~" + String(repeating: "(", count: 10_000), "name~" + String(repeating: "a*", count: 5_000),
      String(repeating: "x", count: 50_000),
      "data" + String(repeating: ".a", count: 10_000) + ":x", "data" + String(repeating: "[0]", count: 10_000) + ":x",
    ] {
      _ = try? Filter(text, timeZone: .gmt)
    }
  }

  @Test func noTextCrashesTheParser() throws {
    var random = SeededRandom(seed: 7)
    let signs = Array("():=~<>!*\"\\-.[]{}|+?^$ \t\n0129abnorsdulxXYZ_k,/%'é\u{301}🦕\u{0}\u{202E}").map(String.init)
    let words = [
      "or", "and", "not", "name", "data.", "header.", "since:", "size>", "lag<", "status", "id", "~", "(?i)", "\\u", "\\d", "{1,2}",
    ]
    let examples = FilterReference.all.map(\.example)
    for _ in 0..<3_000 {
      var text = ""
      if Bool.random(using: &random) {
        for _ in 0..<Int.random(in: 0..<20, using: &random) {
          text += (Int.random(in: 0..<4, using: &random) == 0 ? words : signs).randomElement(using: &random) ?? ""
        }
      } else {
        var scalars = Array((examples.randomElement(using: &random) ?? "").unicodeScalars)
        for _ in 0..<Int.random(in: 1..<4, using: &random) where !scalars.isEmpty {
          let place = Int.random(in: 0..<scalars.count, using: &random)
          switch Int.random(in: 0..<3, using: &random) {
          case 0: scalars.remove(at: place)
          case 1: scalars.insert(contentsOf: (signs.randomElement(using: &random) ?? "").unicodeScalars, at: place)
          default: scalars.insert(contentsOf: scalars[place...], at: place)
          }
        }
        text = String(String.UnicodeScalarView(scalars))
      }
      do {
        let filter = try Filter(text, timeZone: .gmt)
        for term in filter.root.terms {
          // The store gives SQLite each term as its text.
          let again = try Filter(term.text, timeZone: .gmt)
          #expect(again.root == .term(term), "\(text)")
        }
      } catch {
        #expect((1...text.count + 1).contains(error.column) && !error.message.isEmpty, "\(text)")
      }
    }
  }
}

/// The same numbers for the same seed, so that a failure can be seen again.
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  /// SplitMix64, by Sebastiano Vigna.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
