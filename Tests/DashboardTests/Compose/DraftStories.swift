import CatalogEvents
import EventRecords
import HooktopTesting
import TerminalSurface
import Testing

@testable import Dashboard

@Suite struct DraftStories {
  private func opened(_ capture: Capture) -> DashboardDriver {
    var driver = DashboardDriver(size: Size(columns: 160, rows: 45), captures: [capture])
    driver.press(.character("C"))
    return driver
  }

  @Test func theFormIsFilledFromADataset() throws {
    var driver = opened(
      .fixture(
        name: "hosts",
        data: #"{"location": "gs://b/p", "properties": {"tier": "gold"}, "schema": {"fields": [{"name": "id", "type": "int64"}]}}"#))
    try driver.expectScreen("New event", "hosts", "gs://b/p", "tier", "gold", "int64")
    #expect(driver.state.notices.entries.isEmpty)
    driver.press(.function(5))
    let sent = driver.takeEffects().compactMap { if case .send(let order) = $0 { order.draft } else { nil } }
    #expect(sent.first?.resourceName == "hosts" && sent.first?.timestamp == nil)
  }

  @Test func theFormIsFilledFromAViewAndFromOtherKinds() throws {
    let view = opened(.fixture(type: .view, name: "v", data: #"{"definition": "SELECT 1\nFROM t", "properties": {}}"#))
    try view.expectScreen("SELECT 1", "FROM t")
    let lock = opened(.fixture(action: .lock, collection: nil, type: .workspace, name: "acme", data: #"{"locked_by": "ana"}"#))
    try lock.expectScreen(#""locked_by": "ana""#)
    #expect(view.state.notices.entries.isEmpty && lock.state.notices.entries.isEmpty)
  }

  @Test func whatTheFormCannotHoldIsSaid() throws {
    let driver = opened(.fixture(data: #"{"location": null, "properties": {"n": 1.0}, "extra": []}"#))
    #expect(
      driver.state.notices.entries.last?.notice.text
        == "the form does not hold all of #1: data.properties.n, data.extra; to send that too, edit its body with e")
  }

  @Test func whatTheFormHasNoFieldsForIsSaid() throws {
    try opened(.fixture(action: Action(rawValue: "explode"))).expectScreen(
      "the form has no fields for explode dataset: edit its body with e")
    try opened(.rejectedFixture()).expectScreen("#1 has no event: edit its body with e")
  }
}
