import CatalogEvents
import EventRecords
import Testing

@Suite struct TimelineTests {
  private let resource = CatalogResource(workspace: "acme", collection: "sales", type: .dataset, name: "orders")

  private func capture(_ id: Int64, _ action: Action, _ data: String) -> Capture {
    let body = #"{"event": {"action": "\#(action.rawValue)", "timestamp": \#(id)}, "data": \#(data)}"#
    return Capture(
      id: id, receivedAt: Timestamp(milliseconds: id), verdict: .accepted, status: 200, remote: "", isTLS: false, headers: [],
      body: Array(body.utf8),
      event: CatalogEvent(
        action: action, workspace: "acme", collection: "sales", resourceType: .dataset, resourceName: "orders",
        timestamp: Timestamp(milliseconds: id)))
  }

  private func entries(_ captures: Capture...) -> [TimelineEntry] {
    Timeline(of: resource, from: captures, isPartial: false).entries
  }

  @Test func theFirstOfItsKindSaysWhatItSays() {
    let entries = entries(
      capture(1, .create, #"{"location": null, "properties": {"owner": "ana"}, "schema": {"fields": [{"name": "id", "type": "int64"}]}}"#),
      capture(2, .delete, #"{"location": "gs://b", "dropped_by": "ana"}"#))
    #expect(entries[0].changes.map(\.text) == ["location null", "properties {1 member}", "schema of 1 field"])
    #expect(entries[1].changes.map(\.text) == [#"location "gs://b""#, #"dropped_by "ana""#])
    #expect(entries.map(\.comparedID) == [nil, nil])
  }

  @Test func anUpdateIsComparedWithTheCreateBeforeIt() {
    let entries = entries(
      capture(1, .create, #"{"location": null, "properties": {}, "schema": {"fields": [{"name": "id", "type": "int64"}]}}"#),
      capture(2, .commit, #"{"snapshot_id": 7}"#),
      capture(
        3, .update,
        #"{"location": "gs://b", "properties": {"owner": "ana"}, "schema": {"fields": [{"name": "id", "type": "string"}, {"name": "at", "type": "int64"}]}}"#
      ))
    #expect(entries[2].comparedID == 1)
    #expect(
      entries[2].changes.map { $0.sign + " " + $0.text } == [
        "~ id int64 → string", "+ at int64", #"~ location null → "gs://b""#, #"+ properties.owner "ana""#,
      ])
  }

  @Test func sameAgainIsNoChange() {
    let entries = entries(capture(1, .create, "{}"), capture(2, .create, "{}"))
    #expect(entries[1].changes.isEmpty)
    #expect(entries[1].comparedID == 1)
  }

  @Test func manyChangesAndLongValuesAreCutAndSaySo() {
    let many = (0..<100).map { "\"k\($0)\": \($0)" }.joined(separator: ", ")
    let long = String(repeating: "x", count: 5_000)
    let entries = entries(capture(1, .create, "{}"), capture(2, .update, "{\(many)}"), capture(3, .delete, #"{"why": "\#(long)"}"#))
    #expect(entries[1].changes.count == Timeline.changeLimit)
    #expect(entries[1].isCutOff)
    #expect(entries[2].changes[0].text.hasSuffix("x…\" (5002 bytes)"))
  }
}
