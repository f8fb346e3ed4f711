import EventRecords
import Testing

@testable import Dashboard

struct FilterCompletionTests {
  @Test(arguments: [
    ("ty", "", "ty"), ("a ty", "a ", "ty"), ("-ty", "-", "ty"), ("(na", "(", "na"), ("a -(na", "a -(", "na"), ("\"a b", "", "\"a b"),
    ("\"a b\" na", "\"a b\" ", "na"), ("name:a(b", "", "name:a(b"), ("name:\"a \\\" b", "", "name:\"a \\\" b"), ("a ", "a ", ""),
    ("", "", ""),
  ])
  func theTermThatIsBeingTypedIsTheLastOne(_ text: String, _ head: String, _ term: String) {
    let completion = FilterCompletion(text)
    #expect(completion.head == head && completion.term == term)
  }

  @Test func fieldsAndValuesAreCompletedWhole() {
    #expect(FilterCompletion("-st").names == ["-status:"])
    #expect(FilterCompletion("a hea").names == ["a header."])
    #expect(FilterCompletion("name:x").names.isEmpty)
    #expect(FilterCompletion("WS:ac").value?.field == .workspace)
    #expect(FilterCompletion("ws:\"ac").value?.prefix == "ac")
    #expect(FilterCompletion("header.user-agent:G").value?.field == .header("user-agent"))
    #expect(FilterCompletion("nonsense:G").value == nil)
    #expect(FilterCompletion("-(ws:a").texts(with: ["acme", "a b"]) == ["-(ws:acme", "-(ws:\"a b\""])
  }
}
