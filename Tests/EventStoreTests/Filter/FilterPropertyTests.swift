import CatalogEvents
import EventRecords
import Foundation
import GRDB
import HooktopTesting
import Testing

@testable import EventStore

/// A filter means the same in memory and in SQL.
@Suite struct FilterPropertyTests {
  private static let now = Timestamp(milliseconds: 1_795_442_620_000)

  /// Five times 40 captures and 60 filters: 12,000 pairs.
  @Test(arguments: 0..<5 as Range<UInt64>)
  func tenThousandPairsHaveOneAnswer(seed: UInt64) async throws {
    var generator = RandomFilter(random: SeededRandom(seed: seed))
    let store = try EventStore.open(.memory)
    defer { store.close() }
    var captures: [Capture] = []
    for _ in 0..<40 {
      var capture = generator.capture()
      capture.id = try await store.append(capture)
      captures.append(capture)
    }
    var count = 0
    var matchCount = 0
    while count < 60 {
      let text = generator.text()
      guard let filter = try? Filter(text, timeZone: .gmt) else { continue }
      count += 1
      let expected = captures.filter { filter.matches($0, now: Self.now) }.map(\.id)
      let page = try await store.page(PageRequest(position: .newest, limit: 100, filter: filter, now: Self.now))
      #expect(page.rows.map(\.id) == expected, "\(text)")
      matchCount += expected.count
    }
    #expect(matchCount > 100 && matchCount < 60 * 40 - 100)
  }

  @Test(arguments: HostileCapture.small)
  func aHostileCaptureHasOneAnswer(_ hostile: HostileCapture) async throws {
    let store = try EventStore.open(.memory)
    defer { store.close() }
    var capture = hostile.capture
    capture.id = try await store.append(capture)
    var texts = [
      "orders", "name:orders*", "name:*\"\\u0000\"", "ws:\"\\u0000\"", "body:*", "body~x", "header.x-every:*", "header.x-latin~^.t",
      "data.x:*",
      "finding:*", "reason:*", "since:1h", "before:1h", "coll:\"\"", "lag>0s", "size:0", "\"\\u0000\"",
    ]
    texts += texts.map { "-" + $0 }
    for text in texts {
      let filter = try Filter(text, timeZone: .gmt)
      let page = try await store.page(PageRequest(position: .newest, limit: 1, filter: filter, now: Self.now))
      #expect(page.rows.isEmpty != filter.matches(capture, now: Self.now), "\(text)")
      #expect(page.countBefore + page.rows.count + page.countAfter == page.rows.count)
    }
  }

  @Test func noTextReachesSQLUnbound() async throws {
    let store = try EventStore.open(.memory)
    defer { store.close() }
    _ = try await store.append(.fixture())
    let statements = StatementLog()
    try await store.database.writeWithoutTransaction { db in
      db.trace(options: .statement) { event in
        if case .statement(let statement) = event { statements.append(statement.sql) }
      }
    }
    let value = "zqx'\";--\\*"
    let fields: [FilterField] = [
      .action, .type, .workspace, .collection, .name, .reason, .finding, .remote, .path, .body, .header(value),
      .json(JSONPath([.name("data"), .name(value)])),
    ]
    var texts = fields.map { FilterQuoting.term($0, is: value) } + fields.map { FilterQuoting.term($0, is: value) + "*" }
    texts +=
      fields.map { $0.spelling + "~zqx" } + [
        FilterQuoting.value(value), "since:1h", "id>77777", "status:77777", "lag>77777s", "size>77777",
      ]
    let column = CaptureSort.Column.allCases
    for (index, text) in texts.enumerated() {
      let filter = try Filter(text, timeZone: .gmt)
      let sort = CaptureSort(column[index % column.count], isDescending: index % 2 == 0)
      _ = try await store.page(PageRequest(position: .around(1), limit: 10, filter: filter, now: Self.now, sort: sort))
      try store.forEachCapture(matching: filter, now: Self.now, limit: 3) { _ in }
    }
    #expect(statements.all.count > texts.count)
    #expect(!statements.all.contains { $0.contains("zqx") || $0.contains("77777") || $0.contains("1795") })
  }
}
