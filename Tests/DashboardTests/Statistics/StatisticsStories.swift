import CatalogEvents
import EventRecords
import Foundation
import HooktopTesting
import TerminalSurface
import Testing

@testable import Dashboard

/// What an operator does in view 3.
struct StatisticsStories {
  private func open(_ captures: [Capture], size: Size = Size(columns: 80, rows: 24)) -> DashboardDriver {
    var driver = DashboardDriver(size: size, captures: captures)
    driver.type("3")
    return driver
  }

  @Test func itCountsByEachField() throws {
    let driver = open(SampleCaptures.mixed(count: 40))
    try driver.expectScreen(" Statistics ─ 40 captures ", " Arrivals ", "create", "dataset", "acme", "p50 ", "! finding")
  }

  @Test func theBarUnderTheCursorIsToldAndASpanIsChosen() throws {
    var driver = open(SampleCaptures.mixed(count: 40))
    try driver.expectScreen("a bar is 10 s; 14:03:20 to 14:03:30: ")
    driver.press(.left)
    try driver.expectScreen("; 14:03:10 to 14:03:20: ")
    driver.type(" ")
    driver.press(.left, .left)
    try driver.expectScreen("; 14:02:50 to 14:03:20: ")
    driver.press(.escape)
    try driver.expectScreen("; 14:02:50 to 14:03:00: ")
    driver.press(.escape)
    try driver.expectScreen("WORKSPACE/COLLECTION.NAME")
  }

  @Test func theCursorKeepsItsPlaceInTime() throws {
    var driver = open(SampleCaptures.mixed(count: 40))
    driver.press(.left, .left)
    try driver.expectScreen("; 14:03:00 to 14:03:10: ")
    driver.receive(.fixture(sentAt: Timestamp(milliseconds: 1_795_442_601_000)))
    driver.wait(seconds: 25)
    try driver.expectScreen("41 captures", "; 14:03:00 to 14:03:10: ")
  }

  @Test func theStoreIsAskedAtMostOnceASecond() throws {
    var driver = DashboardDriver(captures: SampleCaptures.mixed())
    driver.answersAtOnce = false
    func asked() -> Int { driver.questions.count { if case .loadStatistics = $0 { true } else { false } } }
    driver.answerAll()
    driver.type("3")
    #expect(asked() == 1)
    driver.answerAll()
    for _ in 0..<50 { driver.receive(.fixture()) }
    #expect(asked() == 0)
    driver.wait(seconds: 1)
    #expect(asked() == 1)
    driver.answerAll()
    driver.type("1")
    for _ in 0..<3 {
      driver.receive(.fixture())
      driver.wait(seconds: 1)
    }
    #expect(asked() == 0)
  }

  @Test func listsAreWalkedThroughByTab() throws {
    var driver = open(SampleCaptures.mixed(count: 40), size: Size(columns: 40, rows: 10))
    try driver.expectScreen(" Arrivals")
    driver.press(.tab, .tab)
    try driver.expectScreen(" Action", "▶ create")
    driver.type("j")
    try driver.expectScreen("▶ ")
    try driver.expectNoScreen("▶ create")
    driver.press(.backTab)
    try driver.expectScreen(" Type", "▶ dataset")
  }

  @Test func nothingReceivedSaysSo() throws {
    let driver = open([])
    try driver.expectScreen("Nothing to count.")
  }

  @Test func enterShowsTheEventsOfAValueAndExcludingLeavesItOut() throws {
    var driver = open(SampleCaptures.mixed(count: 40))
    driver.press(.tab, .tab)
    driver.press(.enter)
    try driver.expectScreen("action:create", "WORKSPACE/COLLECTION.NAME")
    driver.type("3")
    try driver.expectScreen("15 captures")
    driver.press(.tab, .tab)
    driver.type("x")
    try driver.expectScreen(" Statistics ")
  }

  @Test func aSpanOfTimeFiltersTheTable() throws {
    var driver = open(SampleCaptures.mixed(count: 40))
    driver.press(.left, .left)
    driver.type(" ")
    driver.press(.left, .left, .enter)
    try driver.expectScreen("FILTER since:2026-11-23T14:02", "4 shown")
  }

  @Test func everyTermIsOneOfTheLanguage() throws {
    let values: [String?] = [nil, "", "a b", "x*\"", "200", "é"]
    for field in StatisticsField.allCases {
      for value in field == .sign ? Sign.allCases.map(\.rawValue) : values {
        guard let term = field.term(value, limits: SignLimits()) else { continue }
        if field == .status, Int(value ?? "0") == nil { continue }
        _ = try Filter("x \(term) -\(term)", timeZone: .gmt)
      }
    }
  }

  @Test func whatNoFilterCanAskForSaysSo() throws {
    var driver = open([.fixture(), .fixture()])
    driver.press(.backTab, .enter)
    try driver.expectScreen("a filter cannot ask for duplicates")
  }
}
