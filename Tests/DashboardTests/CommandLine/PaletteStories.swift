import EventRecords
import HooktopTesting
import TerminalSurface
import Testing

@testable import Dashboard

struct PaletteStories {
  @Test func itListsEveryNameAndEveryKeyOfThePane() {
    for context in [KeyContext.table, .detail, .deliveries, .compose] {
      var driver = DashboardDriver(captures: FollowStories.orders(5))
      switch context {
      case .detail: driver.press(.tab)
      case .deliveries: driver.type("2")
      case .compose: driver.type("c")
      default: break
      }
      let entries = driver.state.entries
      #expect(driver.state.context == context)
      for act in NamedActs.all { #expect(entries.contains { $0.usage == ":" + act.usage }) }
      for binding in KeyTable.bindings(in: context) where binding.command != .openPalette {
        #expect(entries.contains { $0.keys.contains(binding.label) }, "\(binding.label) in \(context)")
      }
    }
  }

  @Test func whatIsTypedFindsAnActAndEnterRunsIt() throws {
    var driver = DashboardDriver(captures: FollowStories.orders(5))
    driver.press(.control("p"))
    driver.type("hold table")
    try driver.expectScreen("▶ p ", "Hold the table as it is, or let it go on", ":pause [on|off]")
    driver.press(.enter)
    try driver.expectScreen("PAUSED 0 held")
  }

  @Test func aKeyThatHasNoNameIsPressed() throws {
    var driver = DashboardDriver(size: Size(columns: 120, rows: 40), captures: FollowStories.orders(5))
    driver.press(.control("p"))
    driver.type("next tab")
    driver.press(.enter)
    try driver.expectScreen("[Headers]")
  }

  @Test func anActThatNeedsArgumentsIsLeftOnTheCommandLine() throws {
    var driver = DashboardDriver(captures: FollowStories.orders(500))
    driver.press(.control("p"))
    driver.type("gt")
    driver.press(.enter)
    try driver.expectScreen(" : goto", " goto ID   Go to a capture by its number")
    driver.type("7")
    driver.press(.enter)
    try driver.expectScreen("7 of 500")
  }

  @Test func whatCannotBeDoneSaysWhyAndThePaletteStays() throws {
    var driver = DashboardDriver(environment: .fixture(usesColor: false), captures: FollowStories.orders(5))
    driver.press(.control("p"))
    driver.type("theme")
    try driver.expectScreen("(this terminal shows no colours")
    driver.press(.enter)
    try driver.expectScreen("! this terminal shows no colours, or NO_COLOR is set", "─ Acts and keys ")
  }

  @Test func overTheFormItListsTheFormsKeysAndOtherActsCloseTheForm() throws {
    var driver = DashboardDriver(captures: FollowStories.orders(5))
    driver.type("c")
    driver.press(.control("p"))
    driver.type("what the form holds")
    driver.press(.enter)
    #expect(driver.takeEffects().contains { if case .send = $0 { true } else { false } })
    try driver.expectScreen("New event")
    driver.press(.control("p"))
    driver.type("follow")
    driver.press(.enter)
    try driver.expectNoScreen("New event")
  }

  @Test func itMovesPagesAndCloses() throws {
    var driver = DashboardDriver(captures: FollowStories.orders(5))
    let before = driver.screen
    driver.press(.control("p"))
    try driver.expectScreen("▼")
    driver.press(.down, .control("n"), .control("p"), .up, .pageDown, .pageDown)
    try driver.expectScreen("▲")
    driver.press(.pageUp, .pageUp, .pageUp)
    try driver.expectNoScreen("▲")
    driver.press(.escape)
    #expect(driver.screen == before)
    try driver.expectEffects()
  }

  @Test func aPasteIsSearched() throws {
    var driver = DashboardDriver(captures: FollowStories.orders(5))
    driver.press(.control("p"))
    driver.deliver(.input(.paste("goto\n")))
    try driver.expectScreen("goto", "1 of ")
  }

  /// With entries of its own: the picture is of the list, whatever there is to be run.
  @Test func thePaletteIsAsPictured() throws {
    let entries = [
      ActEntry(deed: .named("goto"), keys: "", usage: ":goto ID", help: "Go to a capture by its number"),
      ActEntry(
        deed: .named("replay"), keys: "r", usage: ":replay --to URL", help: "Send what is marked again, or else the selected one",
        obstacle: "no capture is selected"),
      ActEntry(deed: .named("help"), keys: "? F1", usage: ":help", help: "Show the help for this pane"),
      ActEntry(deed: .key(.character("字")), keys: "字", usage: "", help: "Zoë’s act for 表"),
    ]
    let many = (1...60).map { ActEntry(deed: .key(.function($0)), keys: "F\($0)", usage: "", help: "Take step \($0)") }
    for (name, entries, query) in [("few", entries, ""), ("many", many, ""), ("found", entries, "the"), ("nothing", entries, "zebra")] {
      for size in Size.pictured {
        var palette = PaletteState(entries: entries)
        palette.resize(bodyRows: size.rows)
        palette.paste(query)
        if query.isEmpty { for _ in 0..<30 { _ = palette.update(.down, .moveDown) } }
        var surface = Surface(size: size)
        palette.draw(on: &surface, in: Rect(size), theme: Theme(usesColor: true))
        try PictureBook().expect(surface, named: "palette-\(name)-\(size.columns)x\(size.rows)")
      }
    }
  }
}
