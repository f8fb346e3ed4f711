import EventRecords
import HooktopTesting
import TerminalSurface
import Testing

@testable import Dashboard

@Suite struct MarkStories {
  private func driver(count: Int) -> DashboardDriver {
    DashboardDriver(size: Size(columns: 120, rows: 40), captures: (0..<count).map { .fixture(name: "t\($0 + 1)") })
  }

  @Test func spaceMarksAndMovesDown() throws {
    var driver = driver(count: 5)
    driver.press(.character("g"), .character(" "), .character(" "))
    #expect(driver.state.marks.inOrder == [1, 2])
    #expect(driver.state.table.selectedID == 3)
    try driver.expectScreen("2 marked", "*    1", "*    2", "▶    3")
    driver.press(.character("k"), .character(" "))
    #expect(driver.state.marks.inOrder == [1])
    driver.press(.character("u"))
    #expect(driver.state.marks.isEmpty)
    try driver.expectScreen("1 unmarked")
    try driver.expectNoScreen("*    1")
  }

  @Test func marksStayOnWhatTheyWerePutOn() throws {
    var driver = driver(count: 3)
    driver.press(.character(" "))
    #expect(driver.state.marks.inOrder == [3])
    for _ in 0..<40 { driver.receive(.fixture(name: "later")) }
    try driver.expectScreen("1 marked")
    try driver.expectNoScreen("*    3")
    driver.press(.character("g"))
    try driver.expectScreen("*    3")
  }

  @Test func aRangeGoesFromTheLastMarkToTheCursorEitherWay() {
    var driver = driver(count: 20)
    driver.press(.character("g"), .character("j"), .character(" "), .character("j"), .character("j"), .character("V"))
    #expect(driver.state.marks.inOrder == [2, 3, 4, 5])
    driver.press(.character("k"), .character("g"), .character("V"))
    #expect(driver.state.marks.inOrder == [1, 2, 3, 4, 5])
  }

  @Test func aRangeReachesPastTheRowsThatAreHeld() {
    var driver = driver(count: 900)
    driver.press(.character("g"), .character(" "), .character("G"), .character("V"))
    #expect(driver.state.marks.count == 900)
  }

  @Test func aRangeWithoutABeginningSaysWhatToDo() throws {
    var driver = driver(count: 2)
    driver.press(.character("V"))
    #expect(driver.state.marks.isEmpty)
    try driver.expectScreen("nothing is marked yet: mark the other end with Space first")
  }

  @Test func allShownAreMarkedAsFarAsThereIsRoom() throws {
    var driver = driver(count: 1)
    driver.captures = CaptureList(count: 12_000)
    driver.deliver(.storeChanged)
    driver.press(.character("*"))
    #expect(driver.state.marks.count == 10_000 && driver.state.marks.inOrder.first == 2_001)
    try driver.expectScreen("10000 marked", "10000 of 12000 are marked")
    driver.press(.character("g"), .character(" "))
    #expect(driver.state.marks.count == 10_000)
    try driver.expectScreen("#1 is not marked: 10000 are")
  }

  @Test func whatIsPausedIsAllThatIsShown() {
    var driver = driver(count: 3)
    driver.press(.character("p"))
    driver.receive(.fixture(), .fixture())
    driver.press(.character("*"))
    #expect(driver.state.marks.inOrder == [1, 2, 3])
  }

  @Test func deletingIsAskedAndSaid() throws {
    var driver = driver(count: 4)
    driver.press(.character("g"), .character(" "), .character(" "))
    var state = driver.state
    #expect(state.perform(.delete).isEmpty)
    #expect(state.question?.text.hasPrefix("Delete 2 captures for good?") == true)
    #expect(state.update(.input(.key(.character("n")))).isEmpty)
    #expect(state.perform(.delete).isEmpty)
    #expect(state.update(.input(.key(.character("y")))).first == .deleteCaptures([1, 2]))
    for id: Int64 in [1, 2] { driver.captures.remove(id: id) }
    driver.deliver(.capturesDeleted([1, 2], count: 2))
    driver.deliver(.storeChanged)
    try driver.expectScreen("2 captures are deleted", "1 of 2")
    try driver.expectNoScreen("marked")
  }

  @Test func aTableWithMarksIsDrawnAtEverySize() throws {
    var driver = DashboardDriver(captures: SampleCaptures.mixed())
    driver.press(.character("g"), .character("j"), .character(" "), .character("j"), .character(" "), .character(" "), .character("k"))
    try driver.expectPictures(named: "marks")
  }
}
