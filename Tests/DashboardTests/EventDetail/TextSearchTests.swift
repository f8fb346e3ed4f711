import Testing

@testable import Dashboard

struct TextSearchTests {
  private func found(_ text: String, in body: String, readsEscapes: Bool = false) -> [String] {
    let bytes = Array(body.utf8)
    return TextSearch(text).ranges(in: bytes, readsEscapes: readsEscapes, limit: 100).map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  @Test func lettersOfEitherCaseAreFound() {
    #expect(found("Orders", in: "orders ORDERS oRdErS order") == ["orders", "ORDERS", "oRdErS"])
    #expect(found("ÉLAN", in: "élan Élan elan") == ["élan", "Élan"])
    #expect(found("жук", in: "ЖУК жук") == ["ЖУК", "жук"])
    #expect(found("字", in: "a字b") == ["字"])
  }

  @Test func escapesStandForTheirCharacters() {
    #expect(found("Zoë", in: #"Zo\u00eb ZO\u00CB Zoë"#, readsEscapes: true) == [#"Zo\u00eb"#, #"ZO\u00CB"#, "Zoë"])
    #expect(found("a\nb", in: #"a\nb"#, readsEscapes: true) == [#"a\nb"#])
    #expect(found("👍", in: #"\ud83d\udc4d \ud83d"#, readsEscapes: true) == [#"\ud83d\udc4d"#])
    #expect(found("zoë", in: #"Zo\u00eb"#) == [])
  }

  @Test func escapesAreAlsoFoundAsTheyAreSpelled() {
    #expect(found(#"\u00EB"#, in: #"Zo\u00eb"#, readsEscapes: true) == [#"\u00eb"#])
    #expect(found(#"\n"#, in: #"a\nb"#, readsEscapes: true) == [#"\n"#])
  }

  @Test func matchesDoNotOverlapAndAreLimited() {
    #expect(found("aa", in: "aaaaa").count == 2)
    #expect(TextSearch("a").ranges(in: Array("aaaaa".utf8), limit: 3).count == 3)
    #expect(found("", in: "abc").isEmpty)
  }

  @Test func anyBytesCanBeSearched() {
    let hostile: [[UInt8]] = [
      [0xFF, 0xFE, 0x61], [0xC3], [0xE2, 0x82], [0x5C], [0x5C, 0x75], Array(#"\ud83d\u"#.utf8), Array(#"\uZZZZ"#.utf8), [],
      [0xF0, 0x9F, 0x91],
    ]
    for bytes in hostile {
      for text in ["a", "\\", "é", "👍", "\u{0}"] {
        let ranges = TextSearch(text).ranges(in: bytes, readsEscapes: true, limit: 10)
        #expect(ranges.allSatisfy { $0.upperBound <= bytes.count })
      }
    }
    #expect(TextSearch("a").ranges(in: [0xFF, 0xFE, 0x61], limit: 10) == [2..<3])
  }
}
