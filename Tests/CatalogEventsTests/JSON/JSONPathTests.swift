import CatalogEvents
import Testing

@Suite struct JSONPathTests {
  @Test(
    arguments: [
      ([], "$"),
      ([.name("data"), .name("schema"), .name("fields"), .index(3), .name("type")], "data.schema.fields[3].type"),
      ([.index(0), .index(1), .name("a")], "[0][1].a"),
      ([.name("odd name"), .name("x")], #"["odd name"].x"#),
      ([.name("a"), .name("")], #"a[""]"#),
      ([.name("a"), .name("1st")], #"a["1st"]"#),
      ([.name("a"), .name("user-agent")], #"a["user-agent"]"#),
      ([.name("größe")], #"["größe"]"#),
      ([.name("say \"hi\" \\")], #"["say \"hi\" \\"]"#),
      ([.name("\u{0}\u{1B}[31m\u{7F}\u{9B}\u{202E}\u{2028}")], #"["\u0000\u001b[31m\u007f\u009b\u202e\u2028"]"#),
      ([.name("\u{E0001}")], #"["\udb40\udc01"]"#),
      ([.name("_a1")], "_a1"),
    ] as [([JSONPath.Component], String)])
  func readsAsPeopleWriteIt(components: [JSONPath.Component], text: String) {
    #expect(JSONPath(components).description == text)
  }

  @Test func growsByAComponent() {
    let path = JSONPath([.name("data")])
    #expect(path.appending(.index(2)).components == [.name("data"), .index(2)])
    #expect(path.components == [.name("data")])
  }
}
