import CatalogEvents
import EventRecords
import HooktopTesting
import TerminalSurface
import Testing

@testable import Dashboard

struct MouseStories {
  @Test func aClickSelectsARowAndStopsFollowing() throws {
    var driver = DashboardDriver(captures: FollowStories.orders(500))
    let row = driver.row(of: "sales.orders_495 ")
    try driver.click("sales.orders_495")
    try driver.expectScreen("495 of 500", "FOLLOW off, 5 below", "▶  495", "─ #495 ")
    #expect(driver.row(of: "▶  495") == row)
    try driver.expectEffects()
  }

  @Test func aDoubleClickOpensIt() throws {
    var driver = DashboardDriver(captures: FollowStories.orders(20))
    try driver.click("sales.orders_18", times: 2)
    #expect(driver.state.isDetailWhole)
    try driver.expectScreen(" #18 acme/sales.orders_18 ")
  }

  @Test func theWheelScrollsWhatIsUnderThePointer() throws {
    var driver = DashboardDriver(captures: FollowStories.orders(500))
    try driver.turnWheel(.up, over: "sales.orders_495")
    try driver.expectScreen("497 of 500")
    try driver.turnWheel(.down, over: "\"event\"")
    #expect(try driver.screen[#require(driver.row(of: "─ #")) + 1].hasPrefix(#" 4     "workspace""#))
    #expect(driver.state.context == .table)
    try driver.expectScreen("497 of 500")
  }

  @Test func aClickGivesThePaneTheKeyboard() throws {
    var driver = DashboardDriver(captures: FollowStories.orders(20))
    try driver.click("\"workspace\"")
    #expect(driver.state.context == .detail)
    try driver.click("sales.orders_15")
    #expect(driver.state.context == .table)
  }

  @Test func aClickOnATabShowsIt() throws {
    var driver = DashboardDriver(captures: FollowStories.orders(20))
    try driver.click("Raw")
    try driver.expectScreen("[Raw]")
    try driver.click("Event ")
    try driver.expectScreen("[Event]")
  }

  @Test func footerEntriesArePressed() throws {
    var driver = DashboardDriver(size: Size(columns: 200, rows: 60), captures: FollowStories.orders(20))
    try driver.click("p pause")
    try driver.expectScreen("PAUSED 0 held")
    try driver.click("2 deliveries")
    #expect(driver.state.context == .deliveries)
    try driver.click("1 events")
    #expect(driver.state.context == .table)
    try driver.click("? help")
    try driver.expectScreen(" Help ")
    try driver.click("q close")
    try driver.click("q quit")
    try driver.expectEffects(.quit)
  }

  @Test func aQuestionIsAnsweredAndNothingBesideIt() throws {
    var driver = DashboardDriver(captures: FollowStories.orders(20))
    driver.type("c")
    driver.press(.function(5), .escape)
    _ = driver.takeEffects()
    driver.type("q")
    try driver.click("sales.orders_15")
    try driver.expectScreen("20 of 20  FOLLOW")
    try driver.click("n no")
    try driver.expectNoScreen("under way. Quit")
    driver.type("q")
    try driver.click("y yes")
    try driver.expectEffects(.quit)
  }

  @Test func aClickRunsAnEntryOfThePaletteAndOneBesideItClosesIt() throws {
    var driver = DashboardDriver(captures: FollowStories.orders(20))
    driver.press(.control("p"))
    try driver.turnWheel(.down, over: "Acts and keys")
    try driver.click("Hold the table as it is")
    try driver.expectScreen("PAUSED 0 held")
    driver.press(.control("p"))
    try driver.click("20 of 20")
    try driver.expectNoScreen("Acts and keys")
    try driver.expectScreen("20 of 20")
  }

  @Test func theHelpIsClickedAndScrolled() throws {
    var driver = DashboardDriver(captures: FollowStories.orders(20))
    driver.type("?")
    try driver.turnWheel(.down, over: "Move down by a row")
    try driver.expectNoScreen(" Keys: Events", "Move down by a row")
    try driver.turnWheel(.up, over: "Go to the next pane")
    try driver.expectScreen(" Keys: Events")
    for _ in 0..<3 { try driver.turnWheel(.down, over: "Go to the next pane") }
    try driver.click("Hold the table as it is", times: 2)
    try driver.expectScreen("PAUSED 0 held")
  }

  @Test func fieldsOfTheFormGetTheKeyboardAndButtonsArePressed() throws {
    var driver = DashboardDriver(size: Size(columns: 120, rows: 40))
    driver.type("c")
    try driver.click("Workspace")
    #expect(driver.state.form.focus == .kind)
    let field = try #require(driver.row(of: " Workspace "))
    driver.deliver(.input(.mouse(MouseEvent(.press(.left, clicks: 1), row: field, column: 15))))
    #expect(driver.state.form.focus == .workspace)
    try driver.click("create dataset")
    try driver.click("create dataset")
    try driver.click("create view")
    #expect(driver.state.form.focus == .kind)
    try driver.click("[ Fire")
    #expect(driver.takeEffects().contains { if case .send = $0 { true } else { false } })
    try driver.click("[ Close")
    try driver.expectNoScreen("New event")
  }

  @Test func anEntryOfTheListOverTheFormIsTaken() throws {
    var driver = DashboardDriver(size: Size(columns: 120, rows: 40))
    driver.type("c")
    driver.press(.enter)
    try driver.click("delete view")
    #expect(driver.state.form.kind.title == "delete view")
    #expect(driver.state.form.popUp == nil)
  }

  @Test func deliveriesAreSelectedAndOpened() throws {
    var driver = DashboardDriver(size: Size(columns: 120, rows: 40))
    driver.deliveries = (1...5).map { .fixture(id: $0, label: "create dataset acme/sales.d\($0)") }
    driver.type("2")
    try driver.click("sales.d3")
    #expect(driver.state.deliveries.selectedID == 3)
    try driver.turnWheel(.up, over: "sales.d4")
    #expect(driver.state.deliveries.selectedID == 1)
    try driver.click("sales.d4", times: 2)
    #expect(driver.state.deliveries.isDetailOpen)
  }

  @Test func anEventOfATimelineIsSelectedAndGoneTo() throws {
    var driver = DashboardDriver(captures: (1...5).map { _ in Capture.fixture(name: "orders") })
    driver.type("t")
    try driver.expectScreen("Timeline of dataset acme/sales.orders")
    try driver.click("#3")
    let timeline: TimelineState? = if case .timeline(let open) = driver.state.overlay { open } else { nil }
    #expect(timeline?.selectedID == 3)
    try driver.click("#2", times: 2)
    try driver.expectScreen("2 of 5")
  }

  @Test func valuesAndBarsOfTheStatisticsAreChosen() throws {
    var driver = DashboardDriver(size: Size(columns: 120, rows: 40), captures: SampleCaptures.mixed())
    driver.type("3")
    try driver.click("workspace")
    #expect(driver.state.statistics.panel == .values(.type))
    try driver.click("Arrivals")
    driver.deliver(.input(.mouse(MouseEvent(.press(.left, clicks: 1), row: 6, column: 10))))
    #expect(driver.state.statistics.panel == .histogram)
    #expect(driver.state.statistics.selection?.lowerBound ?? 99 < 4)
  }

  @Test func theMouseIsLeftToTheTerminalWhenThatIsSaid() throws {
    var driver = DashboardDriver(captures: FollowStories.orders(20))
    driver.type(":mouse off")
    driver.press(.enter)
    try driver.expectEffects(.useMouse(false))
    try driver.expectScreen("text can be selected with it")
    driver.type(":mouse on")
    driver.press(.enter)
    try driver.expectEffects(.useMouse(true))
  }

  @Test func otherButtonsAndMovesDoNothing() throws {
    var driver = DashboardDriver(captures: FollowStories.orders(20))
    let before = driver.screen
    for kind in [MouseEvent.Kind.press(.right, clicks: 1), .press(.middle, clicks: 2), .drag(.left), .release(.left), .wheel(.left)] {
      driver.deliver(.input(.mouse(MouseEvent(kind, row: 5, column: 5))))
    }
    driver.deliver(.input(.mouse(MouseEvent(.press(.left, clicks: 1), row: 500, column: 500))))
    #expect(driver.screen == before)
    try driver.expectEffects()
  }
}
