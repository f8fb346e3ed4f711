import CatalogEvents
import EventRecords
import HooktopTesting
import TerminalSurface
import Testing

@testable import Dashboard

/// Every tab of the detail at every size, with what is long, wide, hostile, empty, or wrong.
struct DetailPictures {
  private func opened(_ captures: [Capture], tabs: Int = 0, _ keys: String = "") -> DashboardDriver {
    var driver = DashboardDriver(captures: captures)
    driver.deliveries = DeliveryTabStories.sent
    driver.press(.up, .down, .enter)
    for _ in 0..<tabs { driver.type("]") }
    driver.type(keys)
    return driver
  }

  @Test func aTreeWithFolds() throws {
    var driver = opened(SchemaStories.changed, "jzJlJJllzJz")
    try driver.expectPictures(named: "detail-folds")
  }

  @Test func theCursorBesideTheTable() throws {
    var driver = DashboardDriver(captures: SchemaStories.changed)
    driver.press(.tab)
    driver.type("jjj")
    try driver.expectPictures(named: "detail-cursor")
  }

  @Test func aViewWithItsSQL() throws {
    let sql =
      #"SELECT day, sum(amount) AS total, 'it''s' AS note -- gross\nFROM sales.orders\n\tLEFT JOIN 字.表 USING (id)\nWHERE amount > 10.5"#
    var driver = opened([SQLStories.view(sql)], "G")
    try driver.expectPictures(named: "detail-sql")
  }

  @Test func aSearchInATree() throws {
    var driver = opened(SchemaStories.changed, "Z/TYPE")
    driver.press(.enter)
    driver.type("nn")
    try driver.expectPictures(named: "detail-search")
  }

  @Test func aSearchBeingTyped() throws {
    var driver = opened(SchemaStories.changed, "/nothing of the kind 字")
    try driver.expectPictures(named: "detail-search-typed")
  }

  @Test func longStringsInOneRow() throws {
    let long = String(repeating: "字abc ", count: 900)
    var driver = opened([.fixture(id: 1, data: #"{"location": "\#(long)", "properties": {"k": "v"}}"#)], "w")
    try driver.expectPictures(named: "detail-unwrapped")
  }

  @Test func theSchema() throws {
    var driver = opened(SchemaStories.changed, tabs: 2)
    try driver.expectPictures(named: "detail-schema")
  }

  @Test func aSchemaWithHostileNames() throws {
    let fields = [
      ("\\u001b]0;owned\\u0007", "\\u009b31m"), ("字段名", "list<item: 字>"), (String(repeating: "n", count: 70), "int64"),
      ("e\u{301}\u{202E}x", "struct<a\\u0000: int64, b: struct<c: x>>"), ("", ""),
    ]
    let list = fields.map { #"{"name": "\#($0.0)", "type": "\#($0.1)"}"# }.joined(separator: ", ")
    var driver = opened(
      [SchemaStories.dataset(id: 1, ("字段名", "int64")), .fixture(id: 2, data: #"{"schema": {"fields": [\#(list)]}}"#)], tabs: 2)
    try driver.expectPictures(named: "detail-schema-hostile")
  }

  @Test func noSchema() throws {
    var driver = opened([.fixture(id: 1)], tabs: 2)
    try driver.expectPictures(named: "detail-schema-none")
  }

  @Test func theBytes() throws {
    var driver = opened(SampleCaptures.hostile, tabs: 3, "bG")
    try driver.expectPictures(named: "detail-bytes")
  }

  @Test func aBodyThatIsNotUTF8() throws {
    var capture = Capture.rejectedFixture(id: 1)
    capture.body = [0xFF, 0xFE, 0x00, 0x7B] + Array("字 tail".utf8) + [0x1B, 0x5B, 0x32, 0x4A]
    var driver = opened([capture], tabs: 3)
    try driver.expectPictures(named: "detail-raw-not-utf8")
    driver = opened([capture], tabs: 3, "b")
    try driver.expectPictures(named: "detail-bytes-not-utf8")
  }

  @Test func theDelivery() throws {
    var driver = opened(DeliveryTabStories.attempts, tabs: 4)
    try driver.expectPictures(named: "detail-delivery")
  }

  @Test func theDeliveryOfARejectedRequest() throws {
    var capture = Capture.rejectedFixture(id: 1)
    capture.headers += [
      HeaderField("X-CloudTasks-TaskName", "字\u{202E}\u{1B}[2J"), HeaderField("X-CloudTasks-TaskETA", "soon"),
      HeaderField("Cookie", "s3cr3t"),
    ]
    var driver = opened([capture], tabs: 4)
    try driver.expectPictures(named: "detail-delivery-rejected")
  }

  @Test func theDeliveryOfAnythingHostile() throws {
    var driver = opened(SampleCaptures.hostile, tabs: 4)
    try driver.expectPictures(named: "detail-delivery-hostile")
  }
}
