import CatalogEvents
import Dashboard
import EventRecords
import HooktopTesting
import TerminalSurface
import Testing

/// All that happened to one resource, and its pictures.
struct TimelineStories {
  static let schemas = [
    #"[{"name": "id", "type": "int64"}, {"name": "amount", "type": "int64"}]"#,
    #"[{"name": "id", "type": "int64"}, {"name": "amount", "type": "decimal128(18, 2)"}, {"name": "at", "type": "timestamp[us]"}]"#,
    #"[{"name": "id", "type": "int64"}, {"name": "at", "type": "timestamp[us]"}]"#,
  ]

  /// A dataset's life, between events about others.
  static let life: [Capture] = {
    var captures: [Capture] = []
    func add(_ action: Action, name: String = "orders", _ data: String) {
      let index = Int64(captures.count)
      captures.append(
        .fixture(action: action, name: name, sentAt: Timestamp(milliseconds: 1_795_442_000_000 + index * 61_000), data: data))
    }
    add(.create, #"{"location": null, "properties": {"owner": "ana"}, "schema": {"fields": \#(schemas[0])}}"#)
    add(.create, name: "returns", #"{"location": null, "properties": {}}"#)
    add(.commit, #"{"snapshot_id": 7312998811223344556, "sequence_number": 1}"#)
    add(.commit, #"{"snapshot_id": 7312998811223344599, "sequence_number": 2}"#)
    add(.update, #"{"location": "gs://b/orders", "properties": {"owner": "ben"}, "schema": {"fields": \#(schemas[1])}}"#)
    add(.update, #"{"location": "gs://b/orders", "properties": {"owner": "ben"}, "schema": {"fields": \#(schemas[1])}}"#)
    add(.create, name: "hosts", #"{"location": null, "properties": {}}"#)
    add(.update, #"{"location": "gs://b/orders", "properties": {"owner": "ben"}, "schema": {"fields": \#(schemas[2])}}"#)
    add(.delete, #"{"location": "gs://b/orders", "dropped_by": "ana@acme.test"}"#)
    return captures
  }()

  private func open(_ captures: [Capture] = life, size: Size = Size(columns: 80, rows: 24)) -> DashboardDriver {
    var driver = DashboardDriver(size: size, captures: captures)
    driver.type("t")
    return driver
  }

  @Test func itTellsWhatEachEventChanged() throws {
    let driver = open(size: Size(columns: 100, rows: 50))
    try driver.expectScreen(
      " Timeline of dataset acme/sales.orders ", " 7 events ", "+ create", "schema of 2 fields", "~ amount int64 → decimal128(18, 2)",
      "+ at timestamp[us]", #"~ location null → "gs://b/orders""#, "nothing else than in #5", "- amount", #"dropped_by "ana@acme.test""#,
      "~ sequence_number 1 → 2")
    try driver.expectNoScreen("returns", "hosts")
  }

  @Test func enterGoesToTheEventInTheTable() throws {
    var driver = open()
    driver.type("kkk")
    driver.press(.enter)
    try driver.expectScreen("5 of 9", "▶    5")
    try driver.expectNoScreen("Timeline of")
  }

  @Test func itClosesWithoutMovingTheTable() throws {
    var driver = open()
    driver.type("kkkt")
    try driver.expectScreen("9 of 9  FOLLOW")
  }

  @Test func aRejectedRequestHasNone() throws {
    let driver = open([.rejectedFixture(id: 7)])
    try driver.expectScreen("#7 has no event, and so no resource with a timeline")
  }

  @Test func pictures() throws {
    var many = open()
    many.type("k")
    try many.expectPictures(named: "timeline-many", sizes: Size.picturedViews)
    var one = open([.fixture()])
    try one.expectPictures(named: "timeline-one", sizes: Size.picturedViews)
    var hostile = DashboardDriver(captures: SampleCaptures.hostile)
    hostile.type("kkkt")
    try hostile.expectPictures(named: "timeline-hostile", sizes: [Size(columns: 80, rows: 24), Size(columns: 40, rows: 10)])
  }
}
