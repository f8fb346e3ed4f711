import Testing

@testable import Dashboard

@Suite struct WordSearchTests {
  private func distance(_ query: String, _ texts: String...) -> Int? {
    WordSearch(query).distance(to: texts)
  }

  @Test func whatBeginsAWordIsNearerThanWhatStandsInOne() throws {
    let start = try #require(distance("pa", "pause", "Hold the table"))
    let word = try #require(distance("ta", "pause", "Hold the table"))
    let within = try #require(distance("able", "pause", "Hold the table"))
    #expect(start < word && word < within)
  }

  @Test func theNameIsNearerThanTheHelp() throws {
    #expect(try #require(distance("help", "help", "Show it")) < #require(distance("help", "quit", "help is shown")))
  }

  @Test func wordsStandInAnyOrderAndAllMustBeThere() {
    #expect(distance("table hold", "pause", "Hold the table") != nil)
    #expect(distance("table held", "pause", "Hold the table") == nil)
  }

  @Test func aNameMayBeAbbreviatedAndASentenceMayNot() {
    #expect(distance("dlv", "deliveries", "Show them") != nil)
    #expect(distance("lvr", "deliveries", "Show them") == nil)
    #expect(distance("dlv", "x", "deliveries") == nil)
  }

  @Test func aKeyIsNamedWhole() {
    #expect(WordSearch("ctrl-l").distance(to: ["redraw"], keys: ["Ctrl-L"]) != nil)
    #expect(WordSearch("ctrl").distance(to: ["redraw"], keys: ["Ctrl-L"]) == nil)
  }

  @Test func nothingSearchedIsEverywhere() {
    #expect(distance("  ", "a") == 0)
    #expect(distance("toolong", "a") == nil)
  }
}
