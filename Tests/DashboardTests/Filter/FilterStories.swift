import CatalogEvents
import EventRecords
import HooktopTesting
import TerminalSurface
import Testing

@testable import Dashboard

struct FilterStories {
  /// Orders, views and a rejected request, in turn: 30 of each.
  private func driver(size: Size = Size(columns: 80, rows: 24)) -> DashboardDriver {
    var driver = DashboardDriver(size: size)
    driver.receive(
      (0..<90).map { number in
        switch number % 3 {
        case 0: .fixture(name: "orders_\(number)", lag: Int64(number) * 100)
        case 1: .fixture(type: .view, name: "v_\(number)", findings: ["data.location is null"])
        default: .rejectedFixture()
        }
      })
    return driver
  }

  @Test func theTableFiltersWhileOneTypes() throws {
    var driver = driver()
    try driver.expectScreen("FILTER (none)", "90 received · 90 shown · 30 rejected")
    driver.press(.character("/"))
    driver.type("type:view")
    try driver.expectScreen("FILTER type:view", "30 shown", "60 hidden", "30 of 90", "/ type:view")
    try driver.expectNoScreen("orders_", "not JSON")
    driver.press(.enter)
    try driver.expectEffects(.keepFilters(["type:view"]))
    try driver.expectScreen("FILTER type:view", "30 of 30")
    driver.press(.escape)
    try driver.expectScreen("FILTER (none)", "90 of 90")
  }

  @Test func receivedIsAlwaysShownHeldAndHiddenTogether() {
    var driver = driver()
    driver.press(.character("/"))
    driver.type("orders")
    driver.press(.enter, .character("p"))
    driver.receive(.fixture(name: "orders_new"), .rejectedFixture())
    let counters = driver.state.table.counters
    #expect(counters.received == 92 && counters.shown == 30 && counters.held == 2 && counters.hidden == 60)
    #expect(driver.shows("PAUSED 2 held"))
    driver.press(.character("p"))
    #expect(driver.state.table.counters.shown == 31 && driver.state.table.counters.hidden == 61)
  }

  @Test func aMistakeIsShownAtItsColumnWhileTheLastGoodFilterStays() throws {
    var driver = driver()
    driver.press(.character("/"))
    driver.type("type:view status:a")
    try driver.expectScreen("FILTER type:view ", "^ status takes a number")
    let row = try #require(driver.row(of: "^ status"))
    let typed = try #require(driver.row(of: "/ type:view status:a"))
    #expect(row == typed + 1)
    #expect(driver.screen[row].firstIndex(of: "^").map { driver.screen[row].distance(from: driver.screen[row].startIndex, to: $0) } == 20)
    driver.press(.enter)
    try driver.expectScreen("^ status takes a number")
    driver.press(.backspace)
    driver.type("200")
    try driver.expectScreen("FILTER type:view status:200")
    try driver.expectNoScreen("takes a number")
  }

  @Test func escapeBringsBackTheFilterAndTheRowOfBefore() {
    var driver = driver()
    for _ in 0..<4 { driver.press(.up) }
    let selected = driver.state.table.selectedID
    driver.press(.character("/"))
    driver.type("name:orders_3")
    #expect(driver.state.table.rows.map(\.event?.resourceName) == ["orders_3"])
    driver.press(.escape)
    #expect(driver.state.table.filter == nil)
    #expect(driver.state.table.selectedID == selected)
    #expect(driver.takeEffects().isEmpty)
  }

  @Test func theSelectedRowStaysWhereItMatches() {
    var driver = driver()
    for _ in 0..<5 { driver.press(.up) }
    let selected = driver.state.table.selected
    #expect(selected?.event?.resourceType == .dataset)
    driver.press(.character("/"))
    driver.type("type:dataset")
    driver.press(.enter)
    #expect(driver.state.table.selected == selected)
    driver.press(.escape)
    #expect(driver.state.table.selected == selected)
  }

  @Test func nothingThatMatchesIsSaid() throws {
    var driver = driver()
    driver.press(.character("/"))
    driver.type("name:nothing")
    try driver.expectScreen("No event matches the filter", "/ changes it", "Esc shows all events", "0 shown")
    driver.press(.enter, .escape)
    try driver.expectNoScreen("No event matches")
  }

  @Test func whatWasReceivedLaterIsFilteredToo() {
    var driver = driver()
    driver.press(.character("/"))
    driver.type("verdict:rejected")
    driver.press(.enter)
    driver.receive(.fixture(name: "late"), .rejectedFixture())
    #expect(driver.state.table.counters.shown == 31)
    #expect(!driver.shows("late"))
  }

  @Test func aFilterThatCountsBackMovesWithTheTime() {
    var driver = driver()
    driver.press(.character("/"))
    driver.type("since:1h")
    driver.press(.enter)
    #expect(driver.state.table.counters.shown == 90)
    driver.wait(seconds: 3610)
    #expect(driver.state.table.counters.shown == 0)
  }

  @Test func earlierFiltersComeBack() throws {
    var driver = driver()
    driver.press(.character("/"))
    driver.type("type:view")
    driver.press(.enter, .escape, .character("/"), .up)
    try driver.expectScreen("/ type:view", "FILTER type:view")
    driver.press(.down)
    try driver.expectScreen("FILTER (none)")
  }

  @Test func tabCompletesFieldsAndValuesThatOccur() throws {
    var driver = driver()
    driver.press(.character("/"))
    driver.type("-ty")
    driver.press(.tab)
    try driver.expectScreen("/ -type:")
    driver.type("v")
    driver.press(.tab)
    try driver.expectScreen("/ -type:view")
    #expect(driver.state.table.counters.shown == 60)
    driver.type(" verdict:")
    driver.press(.tab)
    try driver.expectScreen("verdict:accepted")
    driver.press(.tab)
    try driver.expectScreen("verdict:rejected")
  }

  @Test func anAnswerThatComesTooLateCompletesNothing() {
    var driver = driver()
    driver.press(.character("/"))
    driver.type("ws:a")
    driver.answersAtOnce = false
    driver.press(.tab, .character("x"))
    driver.answersAtOnce = true
    driver.answerAll()
    #expect(driver.shows("/ ws:ax"))
  }

  @Test func whileAPageIsAwaitedOnlyTheNewestFilterCounts() {
    var driver = driver()
    driver.press(.character("/"))
    driver.answersAtOnce = false
    driver.type("v_1")
    driver.answersAtOnce = true
    driver.answerAll()
    #expect(driver.state.table.filter?.text == "v_1")
    #expect(driver.state.table.rows.allSatisfy { $0.event?.resourceName.hasPrefix("v_1") ?? false })
  }

  @Test func allThatIsShownIsWhatTheFilterShows() {
    var driver = driver()
    driver.press(.character("/"))
    driver.type("type:view")
    driver.press(.enter, .character("*"))
    #expect(driver.state.marks.count == 30)
  }

  @Test func aCommandFiltersToo() throws {
    var driver = driver()
    driver.press(.character(":"))
    driver.type("filter type:vi*")
    driver.press(.enter)
    try driver.expectScreen("FILTER type:vi*", "30 shown")
    driver.press(.character(":"))
    driver.type("filter status:x")
    driver.press(.enter)
    try driver.expectScreen("status takes a number")
    driver.press(.escape, .character(":"))
    driver.type("goto 1")
    driver.press(.enter)
    try driver.expectScreen("#1 is not among the events that the filter shows")
  }

  @Test func theListIsSortedByAColumn() throws {
    var driver = driver()
    for _ in 0..<5 { driver.press(.up) }
    let selected = driver.state.table.selectedID
    for _ in 0..<5 { driver.press(.character(">")) }
    #expect(driver.state.table.sort == CaptureSort(.lag))
    try driver.expectScreen("LAG↑", "sorted by lag, rising")
    #expect(driver.state.table.selectedID == selected && !driver.state.table.isFollowing)
    driver.press(.character("o"), .character("g"))
    try driver.expectScreen("LAG↓")
    #expect(driver.state.table.selected?.event?.resourceName == "orders_87")
    driver.receive(.fixture(name: "slow", lag: 1_000_000))
    #expect(driver.state.table.selected?.event?.resourceName == "orders_87")
    #expect(driver.state.table.rows.first?.event?.resourceName == "slow")
    driver.press(.character("F"))
    #expect(driver.state.table.sort == .arrival && driver.state.table.isFollowing)
    try driver.expectScreen("FOLLOW")
  }

  @Test func itLooksAsItIsMeantTo() throws {
    var filtered = driver()
    filtered.press(.character("/"))
    filtered.type("type:view name:v_*")
    try filtered.expectPictures(named: "filter-typing")
    filtered.type(" lag>2")
    try filtered.expectPictures(named: "filter-mistake")
    filtered.type("h")
    filtered.press(.enter)
    try filtered.expectPictures(named: "filter-empty")
    filtered.press(.escape)
    for _ in 0..<5 { filtered.press(.character(">")) }
    filtered.press(.character("o"), .character("g"))
    try filtered.expectPictures(named: "sorted")
  }
}
