import CatalogEvents
import Dashboard
import EventRecords
import HooktopTesting
import TerminalSurface
import Testing

/// View 3, compared with `Pictures/`.
struct StatisticsPictures {
  private func open(_ captures: [Capture], environment: DashboardEnvironment = .fixture()) -> DashboardDriver {
    var driver = DashboardDriver(environment: environment, captures: captures)
    driver.type("3")
    return driver
  }

  /// Waves of events, so that the bars differ.
  private static let many: [Capture] = (0..<400).map { index in
    var capture = SampleCaptures.mixed(count: 16)[index % 16]
    capture.id = Int64(index) + 1
    capture.receivedAt.milliseconds -= Int64((index * index) % 977) * 900
    return capture
  }

  @Test func none() throws {
    var driver = open([])
    try driver.expectPictures(named: "statistics-none", sizes: Size.picturedViews)
  }

  @Test func one() throws {
    var driver = open([.fixture()])
    try driver.expectPictures(named: "statistics-one", sizes: Size.picturedViews)
  }

  @Test func many() throws {
    var driver = open(Self.many)
    driver.press(.left, .left, .left)
    driver.type(" ")
    driver.press(.left, .left, .left)
    try driver.expectPictures(named: "statistics-many", sizes: Size.pictured)
  }

  @Test func aListHasTheKeyboard() throws {
    var driver = open(Self.many)
    driver.press(.tab, .tab)
    driver.type("jj")
    try driver.expectPictures(named: "statistics-list", sizes: Size.picturedViews)
  }

  @Test func wideAndHostileText() throws {
    var driver = open(
      SampleCaptures.hostile + ["字字字字字字字字字字字字字", "e\u{301}🇫🇷👩‍👩‍👧‍👦"].map { .fixture(collection: $0) })
    driver.press(.backTab, .backTab, .backTab)
    try driver.expectPictures(named: "statistics-hostile", sizes: Size.picturedViews)
  }

  @Test func withoutColours() throws {
    var driver = open(Self.many, environment: .fixture(usesColor: false))
    driver.press(.tab)
    try driver.expectPictures(named: "statistics-no-colours", sizes: [Size(columns: 80, rows: 24)])
  }
}
