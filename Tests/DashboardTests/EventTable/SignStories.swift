import CatalogEvents
import EventRecords
import HooktopTesting
import TerminalSurface
import Testing

@testable import Dashboard

/// Signs in the table, and attempts of a task as one row.
struct SignStories {
  private static let schema = #"{"schema": {"fields": [{"name": "id", "type": "int64"}]}}"#
  private static let otherSchema = #"{"schema": {"fields": [{"name": "id", "type": "string"}]}}"#

  private static func attempt(_ retry: Int, of task: String, name: String) -> Capture {
    var capture = Capture.fixture(name: name, lag: Int64(retry) * 4_000)
    capture.headers += [
      HeaderField("X-CloudTasks-QueueName", "events"), HeaderField("X-CloudTasks-TaskName", task),
      HeaderField("X-CloudTasks-TaskRetryCount", String(retry)),
    ]
    return capture
  }

  /// One capture for each sign, and one with all that can come together.
  static let captures: [Capture] = [
    .fixture(name: "plain"), .fixture(name: "odd", findings: ["data.location is null"]), .rejectedFixture(),
    .fixture(name: "drifting", sentAt: Timestamp(milliseconds: 1_795_442_600_113), data: schema),
    .fixture(action: .update, name: "drifting", sentAt: Timestamp(milliseconds: 1_795_442_600_114), data: otherSchema),
    attempt(0, of: "t1", name: "retried"), attempt(1, of: "t1", name: "retried"), attempt(2, of: "t1", name: "retried"),
    .fixture(name: "plain"), .fixture(name: "late", sentAt: Timestamp(milliseconds: 1_795_442_600_115), lag: 42_000),
    .fixture(name: "ahead", sentAt: Timestamp(milliseconds: 1_795_442_600_116), lag: -7_000),
    .fixture(
      action: .update, name: "drifting", sentAt: Timestamp(milliseconds: 1_795_442_600_117), lag: 9_000, data: schema,
      findings: ["data.location is absent"]),
  ]

  private func flags(_ driver: DashboardDriver, columns: Int) -> [String] {
    let heads = driver.screen.first { $0.contains("FLAGS") } ?? ""
    let start = heads.distance(from: heads.startIndex, to: heads.firstRange(of: "FLAGS")?.lowerBound ?? heads.startIndex)
    return driver.screen.filter { $0.contains("  +  ") || $0.contains("  ~  ") || $0.contains("  ?  ") }.map { row in
      String(row.dropFirst(start).prefix(columns)).split(separator: " ").joined(separator: " ")
    }
  }

  @Test func eachSignHasItsLetter() throws {
    let driver = DashboardDriver(size: Size(columns: 100, rows: 60), captures: Self.captures)
    #expect(flags(driver, columns: 8) == ["", "!", "!", "", "D", "", "R2", "R3 L", "=", "L", "S", "! D L"])
  }

  @Test func signsThatDoNotFitAreTold() throws {
    var row = Self.captures[11].summary
    row.comparedSigns = [.drift]
    for (columns, text) in [(8, "! D L"), (3, "!DL"), (2, "!…"), (1, "!")] {
      #expect(FlagText.line(of: row, SignLimits(), columns: columns, theme: Theme(usesColor: true)).text == text)
    }
    try DashboardDriver(size: Size(columns: 80, rows: 40), captures: Self.captures).expectScreen("! D L")
  }

  @Test func attemptsOfATaskFoldIntoTheNewestAndUnfoldAgain() throws {
    var driver = DashboardDriver(size: Size(columns: 100, rows: 60), captures: Self.captures)
    driver.type("z")
    try driver.expectScreen("FOLDED", "10 of 10", "R3 L")
    try driver.expectNoScreen("R2")
    driver.type("z")
    try driver.expectScreen("12 of 12", "R2")
    try driver.expectNoScreen("FOLDED")
    driver.type(":fold on")
    driver.press(.enter)
    try driver.expectScreen("FOLDED", "10 of 10")
  }

  @Test func pictures() throws {
    var driver = DashboardDriver(captures: Self.captures)
    try driver.expectPictures(named: "signs")
    driver.type("z")
    try driver.expectPictures(named: "signs-folded", sizes: [Size(columns: 80, rows: 24)])
  }
}
