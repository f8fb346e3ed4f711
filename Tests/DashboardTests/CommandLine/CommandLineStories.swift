import EventRecords
import HooktopTesting
import TerminalSurface
import Testing

@testable import Dashboard

struct CommandLineStories {
  @Test func gotoSelectsTheCaptureAndStopsFollowing() throws {
    var driver = DashboardDriver(captures: FollowStories.orders(500))
    driver.type(":goto 42")
    driver.press(.enter)
    try driver.expectScreen("42 of 500", "FOLLOW off, 458 below", "▶   42", "─ #42 ")
    try driver.expectEffects()
  }

  @Test func gotoKeepsARowThatIsInViewOnItsLine() {
    var driver = DashboardDriver(captures: FollowStories.orders(500))
    let before = driver.row(of: "  497 ")
    driver.type(":goto #497")
    driver.press(.enter)
    #expect(driver.row(of: "▶  497 ") == before)
  }

  @Test func gotoSaysWhenThereIsNoSuchCaptureAndNothingMoves() throws {
    var driver = DashboardDriver(captures: FollowStories.orders(500))
    let table = driver.screen.dropLast(2)
    driver.type(":goto 4711")
    driver.press(.enter)
    try driver.expectScreen("! #4711 is not in the store", "500 of 500  FOLLOW")
    #expect(driver.screen.dropLast(2) == table)
    driver.receive(FollowStories.orders(1))
    try driver.expectScreen("501 of 501  FOLLOW")
  }

  @Test func gotoComesBackFromAnotherView() throws {
    var driver = DashboardDriver(captures: FollowStories.orders(5))
    driver.type("2:goto 2")
    driver.press(.enter)
    try driver.expectScreen("2 of 5")
  }

  @Test func aKeyBeforeThePageComesIsObeyed() throws {
    var driver = DashboardDriver(captures: FollowStories.orders(500))
    driver.answersAtOnce = false
    driver.type(":goto 42")
    driver.press(.enter)
    driver.type("G")
    driver.answerAll()
    try driver.expectScreen("500 of 500  FOLLOW")
  }

  @Test func aWrongNameKeepsTheLineOpenAndNamesTheNearest() throws {
    var driver = DashboardDriver(captures: FollowStories.orders(5))
    driver.type(":folow")
    driver.press(.enter)
    try driver.expectScreen(" : folow", "   ^ there is no act folow, did you mean follow?")
    driver.press(.left, .left, .left)
    driver.type("l")
    try driver.expectNoScreen("there is no act")
    driver.type(" of")
    driver.press(.escape)
    try driver.expectEffects()
    try driver.expectScreen("5 of 5  FOLLOW")
  }

  @Test func whatCannotBeDoneNowSaysWhyAndTheLineStays() throws {
    var driver = DashboardDriver(environment: .fixture(usesColor: false), captures: FollowStories.orders(5))
    driver.type(":theme none")
    driver.press(.enter)
    try driver.expectScreen(": theme none", "^ this terminal shows no colours, or NO_COLOR is set")
    driver.press(.escape)
    driver.type("2:pause")
    driver.press(.enter)
    try driver.expectScreen("^ only the table of events can be held")
  }

  @Test func tabCompletesNamesAndArguments() throws {
    var driver = DashboardDriver(captures: FollowStories.orders(5))
    driver.type(":the")
    driver.press(.tab)
    driver.press(.tab)
    try driver.expectScreen(" : theme colours", " colours  none")
    driver.press(.tab)
    try driver.expectScreen(" : theme none")
    driver.press(.enter)
    #expect(driver.state.theme == Theme(usesColor: false))
    driver.type(":goto ")
    driver.press(.tab)
    try driver.expectScreen(" : goto 5")
  }

  @Test func tabInAnEmptyLineGoesThroughAllActs() {
    var driver = DashboardDriver(captures: FollowStories.orders(5))
    driver.type(":")
    for act in NamedActs.all {
      driver.press(.tab)
      #expect(driver.shows(" : \(act.name)"))
    }
  }

  @Test func theLineSaysWhatTheActDoes() throws {
    var driver = DashboardDriver(captures: FollowStories.orders(5))
    driver.type(":goto")
    try driver.expectScreen(" goto ID   Go to a capture by its number")
  }

  @Test func linesThatWereCarriedOutComeBack() throws {
    var driver = DashboardDriver(captures: FollowStories.orders(50))
    for line in [":goto 7", ":goto 9", ":goto 7"] {
      driver.type(line)
      driver.press(.enter)
    }
    driver.type(":")
    driver.press(.up)
    try driver.expectScreen(" : goto 7")
    driver.press(.up)
    try driver.expectScreen(" : goto 9")
    driver.press(.up)
    try driver.expectScreen(" : goto 9")
  }

  @Test func anEmptyLineAndEscapeClose() throws {
    var driver = DashboardDriver(captures: FollowStories.orders(5))
    for _ in 0..<2 {
      driver.type(": ")
      driver.press(.enter)
      driver.type(":goto 1")
      driver.press(.escape)
    }
    try driver.expectScreen("5 of 5  FOLLOW")
  }

  @Test func followAndPauseAreSetOrTurned() throws {
    var driver = DashboardDriver(captures: FollowStories.orders(5))
    func run(_ line: String) {
      driver.type(":" + line)
      driver.press(.enter)
    }
    run("follow on")
    try driver.expectScreen("  FOLLOW  ")
    run("follow off")
    run("follow off")
    try driver.expectScreen("FOLLOW off, 0 below")
    run("follow")
    try driver.expectScreen("  FOLLOW  ")
    run("pause on")
    run("pause on")
    try driver.expectScreen("PAUSED 0 held")
    run("pause")
    try driver.expectNoScreen("PAUSED")
  }

  @Test func theProgramsOwnActsAreThere() throws {
    var driver = DashboardDriver(captures: FollowStories.orders(5))
    for line in ["redraw", "suspend", "deliveries", "compose"] {
      driver.type(":" + line)
      driver.press(.enter)
    }
    try driver.expectScreen("New event")
    try driver.expectEffects(.redraw, .suspend)
    driver.press(.escape)
    driver.type(":events")
    driver.press(.enter)
    driver.type(":help")
    driver.press(.enter)
    try driver.expectScreen(" Keys: Events")
    driver.type("q:quit")
    driver.press(.enter)
    #expect(driver.takeEffects().last == .quit)
  }

  @Test func quitAsksWhileSomethingIsBeingSent() throws {
    var driver = DashboardDriver()
    driver.type("c")
    driver.press(.function(5), .escape)
    _ = driver.takeEffects()
    driver.type(":quit")
    driver.press(.enter)
    try driver.expectEffects()
    try driver.expectScreen("A delivery is under way. Quit and stop sending?")
  }

  @Test func withoutColoursNothingOnTheScreenHasOne() {
    var driver = DashboardDriver(captures: SampleCaptures.mixed())
    driver.type(":theme none")
    driver.press(.enter)
    let surface = driver.surface
    let coloured = (0..<surface.size.rows).contains { row in
      (0..<surface.size.columns).contains { column in
        let style = surface[row, column].style
        return style.foreground != .terminalDefault || style.background != .terminalDefault
      }
    }
    #expect(!coloured)
  }

  @Test func theCommandLineIsAsPictured() throws {
    var driver = DashboardDriver(captures: SampleCaptures.mixed())
    driver.type(":pause of")
    driver.press(.enter)
    try driver.expectPictures(named: "command-line-error")
    driver.press(.control("u"))
    driver.type("theme ")
    driver.press(.tab)
    try driver.expectPictures(named: "command-line-completion")
  }
}
