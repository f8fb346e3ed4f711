import CatalogEvents
import EventRecords
import HooktopTesting
import TerminalSurface
import Testing

@testable import Dashboard

@Suite struct DifferenceStories {
  static let captures: [Capture] = [
    .fixture(
      id: 509, collection: "ops", name: "hosts",
      data: #"{"location": "gs://bucket/acme/ops/hosts", "properties": {"owner": "ana", "tier": "gold"}, "schema": {"fields": ["#
        + #"{"name": "id", "type": "int64"}, {"name": "name", "type": "string"}, {"name": "cpu", "type": "float"}, "#
        + #"{"name": "at", "type": "timestamp[us]"}]}}"#),
    .fixture(id: 510, name: "orders"),
    .fixture(
      id: 511, collection: "ops", name: "alerts", sentAt: Capture.fixture().receivedAt,
      data: #"{"location": null, "properties": {"tier": "gold", "owner": "ana"}, "schema": {"fields": ["#
        + #"{"name": "id", "type": "int64"}, {"name": "severity", "type": "int64"}, {"name": "name", "type": "string"}, "#
        + #"{"name": "cpu", "type": "double"}, {"name": "at", "type": "timestamp[us]"}]}, "extra": {"a": [1, 2]}}"#),
  ]

  private func compared(size: Size = Size(columns: 80, rows: 24)) -> DashboardDriver {
    var driver = DashboardDriver(size: size, captures: Self.captures)
    driver.press(.character("g"), .character(" "), .character("G"), .character("d"))
    return driver
  }

  @Test func theMarkedAndTheSelectedOneAreCompared() throws {
    var driver = compared()
    try driver.expectScreen(
      "Compare ─ 5 changes", "- #509 acme/ops.hosts", "+ #511 acme/ops.alerts", #"-     "resource_name": "hosts""#,
      #"+     "resource_name": "alerts""#, "(does not count)")
    driver.press(.character("n"))
    try driver.expectScreen("1 of 5 event.resource_name")
    driver.press(.character("n"), .character("n"))
    try driver.expectScreen("3 of 5 data.schema.fields[1]")
    driver.press(.character("N"), .character("N"), .character("N"))
    try driver.expectScreen("5 of 5 data.extra")
    driver.press(.escape)
    try driver.expectNoScreen("Compare")
    #expect(driver.state.marks.inOrder == [509])
  }

  @Test func theTimestampAndTheOrderCountWhenAsked() throws {
    var driver = compared()
    driver.press(.character("t"))
    try driver.expectScreen("6 changes", "with timestamp")
    driver.press(.character("o"))
    try driver.expectScreen("7 changes", "with order")
    driver.press(.character("t"), .character("o"))
    try driver.expectScreen("5 changes")
  }

  @Test func twoAreNeeded() throws {
    var driver = DashboardDriver(size: Size(columns: 120, rows: 40), captures: Self.captures)
    driver.press(.character("d"))
    try driver.expectScreen("mark one with Space and go to another, or mark two")
    driver.press(.character("*"), .character("d"))
    try driver.expectScreen("3 are marked: unmark all with u")
    driver.press(.character("u"), .character("g"), .character(" "), .character(" "), .character("d"))
    try driver.expectScreen("+ #510 acme/sales.orders")
  }

  @Test func oneThatIsGoneOrHasNoBodyIsNamed() throws {
    var captures = Self.captures
    captures[2] = .rejectedFixture(id: 511)
    captures[2].body = nil
    var driver = DashboardDriver(size: Size(columns: 120, rows: 40), captures: captures)
    driver.press(.character("g"), .character(" "), .character("G"), .character("d"))
    try driver.expectScreen("#511 cannot be compared: its body was refused unread")
    driver.captures.remove(id: 509)
    driver.press(.character("k"), .character("d"))
    try driver.expectScreen("#509 cannot be compared: it is not in the store any more")
  }

  @Test func theSameStructureAndTheSameBytesAreSaid() throws {
    var driver = DashboardDriver(captures: [.fixture(), .fixture(), .fixture(data: #"{"properties": {}, "location": null}"#)])
    driver.press(.character("g"), .character(" "), .character(" "), .character("d"))
    try driver.expectScreen("nothing is different", "The same bytes.")
    driver.press(.escape, .character("u"), .character("g"), .character(" "), .character("G"), .character("d"))
    try driver.expectScreen("no difference that counts", "only spaces, escapes or the order of names")
  }

  @Test func theSQLOfAViewIsComparedLineByLine() throws {
    let view = { (sql: String) in Capture.fixture(type: .view, name: "v", data: "{\"definition\": \"\(sql)\", \"properties\": {}}") }
    var driver = DashboardDriver(captures: [view(#"SELECT id\nFROM a\nWHERE x"#), view(#"SELECT id, name\nFROM a\nWHERE x"#)])
    driver.press(.character("*"), .character("d"))
    try driver.expectScreen("-       │ SELECT id", "+       │ SELECT id, name", "        │ FROM a")
  }

  @Test func aComparisonIsDrawnAtEverySize() throws {
    var driver = compared()
    driver.press(.character("n"))
    try driver.expectPictures(named: "compare")
  }

  @Test func hostileBodiesAreComparedAtEverySize() throws {
    var captures = [SampleCaptures.hostile[0], SampleCaptures.hostile[5], .rejectedFixture()]
    for index in captures.indices { captures[index].id = Int64(index) + 1 }
    var driver = DashboardDriver(captures: captures)
    driver.press(.character("g"), .character(" "), .character(" "), .character("d"))
    try driver.expectPictures(named: "compare-hostile")
    driver.press(.escape, .character("u"), .character("g"), .character(" "), .character("G"), .character("d"))
    try driver.expectPictures(named: "compare-text")
  }

  @Test func anyTwoBodiesAreDrawnAtAnySize() {
    let bodies = ["", "x", "{}", "[[[[[1]]]]]", "{\"a\": \"" + String(repeating: "字", count: 5_000) + "\"}", "\u{1B}[2J\u{202E}"]
    for old in bodies {
      for new in bodies {
        var state = DifferenceState(
          .review(captureID: 1), old: .init(name: "old", body: Array(old.utf8)), new: .init(name: "new", body: Array(new.utf8)),
          theme: Theme(usesColor: true))
        for size in [Size(columns: 0, rows: 0), Size(columns: 3, rows: 2), Size(columns: 41, rows: 7), Size(columns: 130, rows: 30)] {
          var surface = Surface(size: size)
          state.update(.nextChange, size: size)
          state.update(.pageDown, size: size)
          state.draw(on: &surface, in: Rect(size))
        }
      }
    }
  }
}
