import CatalogEvents
import EventRecords
import Testing

struct SchemaChangeTests {
  private func fields(_ pairs: (String, String)...) -> SchemaFields {
    SchemaFields(pairs.map { SchemaField(name: $0.0, type: $0.1) })
  }

  @Test func fieldsAreReadInTheirOrder() throws {
    let body =
      #"{"data": {"schema": {"fields": [{"name": "z\u00e9", "type": "list<item: string>"}, {"type": {"a": 1}}, 7, {"name": null}]}}}"#
    let fields = try #require(SchemaFields(body: Array(body.utf8)))
    #expect(
      fields.fields == [
        SchemaField(name: "zé", type: "list<item: string>"), SchemaField(name: "", type: #"{"a": 1}"#), SchemaField(name: "", type: "7"),
        SchemaField(name: "null", type: ""),
      ])
  }

  @Test(arguments: ["", "[]", "{}", #"{"data": 1}"#, #"{"data": {"schema": {"fields": {}}}}"#, #"{"data": {"schema": null}}"#])
  func aBodyThatSaysNothingOfFieldsHasNone(_ body: String) {
    #expect(SchemaFields(body: Array(body.utf8)) == nil)
  }

  @Test func addedRemovedAndRetypedFieldsAreTold() {
    let old = fields(("id", "int64"), ("host", "string"), ("amount", "int64"), ("when", "date32[day]"))
    let new = fields(("amount", "double"), ("id", "int64"), ("severity", "int64"), ("when", "date32[day]"))
    let changes = new.changes(since: old)
    #expect(changes.map(\.phrase) == ["~ amount int64 → double", "+ severity int64", "- host"])
    #expect(changes.map(\.sign) == ["~", "+", "-"])
    #expect(new.rows(since: old).map(\.position) == [1, 2, 3, 4, nil])
  }

  @Test func aFieldThatOnlyMovedHasNotChanged() {
    #expect(fields(("a", "int8"), ("b", "int8")).changes(since: fields(("b", "int8"), ("a", "int8"))).isEmpty)
  }

  @Test func nothingCountsAsChangedWithoutOneBefore() {
    #expect(fields(("a", "int8")).rows(since: nil).map(\.change) == [nil])
  }

  @Test func namesAreComparedByteForByteAndTwinsOneByOne() {
    #expect(fields(("e\u{301}", "int8")).changes(since: fields(("é", "int8"))).count == 2)
    let twins = fields(("a", "int8"), ("a", "int16"))
    #expect(twins.changes(since: twins).isEmpty)
    #expect(twins.changes(since: fields(("a", "int8"))).map(\.phrase) == ["+ a int16"])
  }
}
