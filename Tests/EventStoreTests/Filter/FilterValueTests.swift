import EventRecords
import HooktopTesting
import Testing

@testable import EventStore

@Suite struct FilterValueTests {
  private func values(_ store: EventStore, _ field: FilterField, _ prefix: String = "", limit: Int = 50) async throws -> [String] {
    try await store.values(FilterValueRequest(field: field, prefix: prefix, limit: limit, generation: 7)).values
  }

  @Test func theValuesThatOccurComeNewestFirst() async throws {
    let store = try EventStore.open(.memory)
    defer { store.close() }
    for name in ["orders", "or-ders", "returns", "", "orders", "zoë"] {
      _ = try await store.append(.fixture(name: name, data: #"{"x": ["\#(name.utf8.count)"]}"#))
    }
    _ = try await store.append(.rejectedFixture())
    #expect(try await values(store, .name) == ["zoë", "orders", "returns", "or-ders"])
    #expect(try await values(store, .name, "or") == ["orders", "or-ders"])
    #expect(try await values(store, .name, "x").isEmpty)
    #expect(try await values(store, .name, limit: 1) == ["zoë"])
    #expect(try await values(store, .collection) == ["sales"])
    #expect(try await values(store, .status) == ["400", "200"])
    #expect(try await values(store, .header("HOST")) == ["localhost:8080", "localhost:8443"])
    let field = try #require(FilterField(spelling: "data.x"))
    #expect(try await values(store, field) == ["4", "6", "0", "7"])
    #expect(try await values(store, .body).isEmpty)
  }
}
