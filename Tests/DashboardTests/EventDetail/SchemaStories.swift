import CatalogEvents
import EventRecords
import HooktopTesting
import TerminalSurface
import Testing

@testable import Dashboard

struct SchemaStories {
  static func dataset(id: Int64, action: Action = .create, _ fields: (String, String)...) -> Capture {
    let list = fields.map { #"{"name": "\#($0.0)", "type": "\#($0.1)"}"# }.joined(separator: ", ")
    return .fixture(id: id, action: action, data: #"{"location": null, "properties": {}, "schema": {"fields": [\#(list)]}}"#)
  }

  /// A schema, and the next one, in which a field was added, one removed, and one has another type.
  static let changed = [
    dataset(id: 431, ("id", "int64"), ("amount", "int64"), ("host", "string")),
    dataset(
      id: 511, ("id", "int64"), ("amount", "decimal128(18, 2)"),
      ("payload", "struct<at: timestamp[us], tags: list<item: struct<k: string, v: string>>>"), ("severity", "int64")),
  ]

  private func opened(_ captures: [Capture]) -> DashboardDriver {
    var driver = DashboardDriver(size: Size(columns: 100, rows: 24), captures: captures)
    driver.press(.enter)
    driver.type("]]")
    return driver
  }

  @Test func whatChangedIsToldWithASignAndAWord() throws {
    let driver = opened(Self.changed)
    try driver.expectScreen(
      "4 fields; since #431, create at 14:03:20:  + 2 added  ~ 1 retyped  - 1 removed", "    1  id        int64",
      "~   2  amount    decimal128(18, 2)  was int64", "+   4  severity  int64  added", "-   -  host      string  removed")
  }

  @Test func nestedTypesAreShownPartByPart() throws {
    let driver = opened(Self.changed)
    try driver.expectScreen("· at: timestamp[us]", "· tags: list", "  · item: struct", "    · k: string")
  }

  @Test func theFirstSchemaOfAResourceIsSaidToBeTheFirst() throws {
    let driver = opened([Self.dataset(id: 1, ("id", "int64"))])
    try driver.expectScreen("1 field; the first create of this resource that was kept", "    1  id     int64")
  }

  @Test func aSchemaThatStayedIsSaidToHaveStayed() throws {
    let driver = opened([Self.dataset(id: 1, ("id", "int64")), Self.dataset(id: 2, ("id", "int64"))])
    try driver.expectScreen("1 field, as in #1, create at 14:03:20: nothing changed")
  }

  @Test func whoHasNoSchemaIsToldWhy() throws {
    try opened([.fixture()]).expectScreen("This event says nothing of the fields: data.schema.fields is absent.")
    try opened([.fixture(type: .view)]).expectScreen("Only datasets have a schema; this event is about a view.")
    try opened([.fixture(action: .delete)]).expectScreen("An event of the action delete says nothing of the fields.")
    try opened([.rejectedFixture(id: 1)]).expectScreen("There is no event in this request, and so no schema.")
  }

  @Test func theChangeIsAlsoToldBesideTheSchemaInTheEvent() throws {
    var driver = DashboardDriver(size: Size(columns: 140, rows: 60), captures: Self.changed)
    driver.press(.enter)
    try driver.expectScreen("D since #431: ~ amount int64 → decimal128(18, 2)")
  }

  @Test func aDatasetOfManyFieldsIsScrolledThrough() throws {
    let fields = (0..<20_000).map { #"{"name": "field_\#($0)", "type": "int64"}"# }.joined(separator: ",")
    var driver = opened([.fixture(data: #"{"schema": {"fields": [\#(fields)]}}"#)])
    driver.type("G")
    try driver.expectScreen("20000  field_19999")
  }

  @Test(arguments: [
    ("int64", "int64", 0), ("list<item: string>", "list", 1), ("map<string, int64>", "map", 2), ("struct<>", "struct", 1),
    ("fixed_size_list<item: float>[3]", "fixed_size_list[3]", 1), ("decimal128(18, 2)", "decimal128(18, 2)", 0), ("a>b<c", "a>b<c", 0),
    ("struct<a: int64, b: list<item: string>>", "struct", 2), ("struct<a: decimal128(18, 2), b: x>", "struct", 2), ("<", "<", 0),
    ("struct<a: int64>>", "struct<a: int64>>", 0), ("", "", 0),
  ])
  func typesAreTakenApart(text: String, name: String, count: Int) {
    let tree = ArrowTypeTree(text)
    #expect(tree.name == name && tree.children.count == count)
  }

  @Test func deepNestingIsLeftAsItIsSpelledFromSomeDepthOn() {
    let text = String(repeating: "list<item: ", count: 5_000) + "int64" + String(repeating: ">", count: 5_000)
    #expect(ArrowTypeTree(text).lines().count == 16)
  }
}
