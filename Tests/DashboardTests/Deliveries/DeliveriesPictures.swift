import CatalogEvents
import Dashboard
import EventRecords
import HooktopTesting
import TerminalSurface
import Testing

/// View 2, compared with `Pictures/`.
struct DeliveriesPictures {
  private static let refusal: Attempt.Outcome = .answered(
    Answer(
      status: 422, headers: [HeaderField("Content-Type", "application/json"), HeaderField("Server", "uvicorn")],
      body: Array(#"{"detail": [{"loc": ["body", "data", "location"], "msg": "none is not an allowed value"}]}"#.utf8), isTruncated: false))

  private static let many: [Delivery] = (1...60).map { (id: Int64) in
    switch id % 7 {
    case 3:
      .fixture(
        id: id, state: .failed, outcome: .failed(reason: "connection refused by 127.0.0.1:8443: nothing listens there"))
    case 5: .fixture(id: id, target: "https://router.example.com/event")
    case 0: .fixture(id: id, label: "update view acme/sales.orders_of_the_northern_warehouses_2026")
    default: .fixture(id: id)
    }
  }

  private func open(_ deliveries: [Delivery]) -> DashboardDriver {
    var driver = DashboardDriver(captures: SampleCaptures.mixed())
    driver.deliveries = deliveries
    driver.type("2")
    return driver
  }

  @Test func none() throws {
    var driver = open([])
    try driver.expectPictures(named: "deliveries-none", sizes: Size.picturedViews)
  }

  @Test func one() throws {
    var driver = open([.fixture(id: 1)])
    try driver.expectPictures(named: "deliveries-one", sizes: Size.picturedViews)
  }

  @Test func many() throws {
    var driver = open(Self.many)
    driver.type("kkk")
    try driver.expectPictures(named: "deliveries-many", sizes: Size.picturedViews)
  }

  @Test func failedWithTheAnswersBody() throws {
    var driver = open(Self.many.prefix(9) + [.fixture(id: 10, state: .failed, outcome: Self.refusal)])
    try driver.expectPictures(named: "deliveries-failed", sizes: Size.picturedViews)
  }

  @Test func theDetailOverTheWholeScreen() throws {
    var driver = open([.fixture(id: 1, state: .failed, outcome: Self.refusal)])
    driver.press(.enter)
    try driver.expectPictures(named: "deliveries-detail", sizes: Size.picturedViews)
  }

  @Test func theRequestAndTheAnswerLaidOut() throws {
    var driver = open([.fixture(id: 1, state: .failed, outcome: Self.refusal)])
    driver.press(.enter)
    driver.type("]")
    try driver.expectScreen("[Request]", "POST /event HTTP/1.1", #""resource_name": "orders","#)
    try driver.expectPictures(named: "deliveries-request", sizes: Size.picturedViews)
    driver.resize(columns: 80, rows: 24)
    driver.type("]")
    try driver.expectScreen("[Answer]", "✗ answered 422", #""msg": "none is not an allowed value""#)
    try driver.expectPictures(named: "deliveries-answer", sizes: Size.picturedViews)
    driver.resize(columns: 80, rows: 24)
    driver.type("]")
    try driver.expectScreen("[Delivery]")
  }
}
