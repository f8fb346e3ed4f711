import CatalogEvents
import Testing

@Suite struct EventKindTests {
  @Test func listsEachKindOnceAndTheTwoOfTheContractFirst() {
    let titles = EventKind.all.map(\.title)
    #expect(titles.prefix(2) == ["create dataset", "create view"])
    #expect(Set(titles).count == titles.count)
    #expect(titles.count == 14)
  }

  @Test func coversEveryKnownActionAndResourceType() {
    #expect(Set(EventKind.all.map(\.action)) == Set(Action.known))
    #expect(Set(EventKind.all.map(\.resourceType)) == Set(ResourceType.known))
  }

  @Test(arguments: EventKind.all)
  func isFoundByItsActionAndResourceType(kind: EventKind) {
    #expect(EventKind.of(kind.action, kind.resourceType) == kind)
  }

  @Test func isNotFoundForWhatTheCatalogDoesNotSend() {
    #expect(EventKind.of(.lock, .dataset) == nil)
    #expect(EventKind.of(Action(rawValue: "CREATE"), .dataset) == nil)
  }

  @Test func onlyWorkspacesLieInNoCollection() {
    for kind in EventKind.all {
      #expect((kind.collectionUse == .null) == (kind.resourceType == .workspace))
      #expect(kind.needsCollection == [.dataset, .view].contains(kind.resourceType))
    }
  }

  @Test(arguments: EventKind.all)
  func itsExampleHasTheKeysOfItsFirstShape(kind: EventKind) throws {
    let data = try JSONDocument(kind.exampleData.catalogBytes).root
    let names = data.members.map(\.name)
    let keys = try #require(kind.dataShapes.first)
    #expect(names.allSatisfy { name in keys.contains { $0.name == name } })
    #expect(keys.allSatisfy { key in !key.isRequired || names.contains(key.name) })
  }
}
