import Dashboard
import EventRecords
import HooktopTesting
import TerminalSurface
import Testing

struct PageQueryTests {
  @Test func manyChangesCostOneQueryAtATime() {
    var driver = DashboardDriver(captures: FollowStories.orders(10))
    driver.answersAtOnce = false
    for _ in 0..<10_000 { driver.deliver(.storeChanged) }
    #expect(driver.questions.count == 1)
    driver.answer()
    #expect(driver.questions.count { if case .loadPage = $0 { true } else { false } } == 1)
    driver.answerAll()
    #expect(driver.questions.isEmpty)
  }

  @Test func anAnswerToAnOlderQuestionIsDropped() throws {
    var driver = DashboardDriver(captures: FollowStories.orders(10))
    driver.deliver(.pageLoaded(CapturePage(rows: [], countBefore: 0, countAfter: 0, counts: StoreCounts(), generation: 0)))
    try driver.expectScreen("10 of 10")
  }

  @Test func anAnswerThatWasAskedBeforeAPauseDoesNotEndIt() throws {
    var driver = DashboardDriver(captures: FollowStories.orders(10))
    driver.answersAtOnce = false
    driver.receive(FollowStories.orders(5))
    driver.type("p")
    driver.answersAtOnce = true
    driver.answerAll()
    try driver.expectScreen("PAUSED 5 held", "10 of 10", "15 received · 10 shown · 5 held")
  }

  @Test func aQuestionThatNobodyAnswersIsAskedAgain() {
    var driver = DashboardDriver(captures: FollowStories.orders(10))
    driver.answersAtOnce = false
    driver.deliver(.storeChanged)
    driver.wait(seconds: 5)
    #expect(driver.questions.count == 1)
    driver.wait(seconds: 1)
    #expect(driver.questions.count == 2)
  }

  @Test func aHundredThousandRowsCostOnlyPages() throws {
    var driver = DashboardDriver()
    driver.captures = CaptureList(count: 100_000)
    driver.deliver(.storeChanged)
    try driver.expectScreen("100000 of 100000")
    let before = driver.captures.pageQueryCount
    for _ in 0..<100 { driver.press(.pageUp) }
    try driver.expectScreen("of 100000")
    driver.type("g")
    try driver.expectScreen("1 of 100000")
    #expect(driver.captures.pageQueryCount - before <= 110)
    #expect(driver.captures.greatestPage <= 200)
  }

  @Test func keysThatOutrunThePagesAreNotLost() throws {
    var driver = DashboardDriver(captures: FollowStories.orders(1_000))
    driver.answersAtOnce = false
    for _ in 0..<300 { driver.press(.up) }
    driver.answersAtOnce = true
    driver.answerAll()
    try driver.expectScreen("▶  700", "700 of 1000")
  }
}
