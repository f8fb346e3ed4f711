import TerminalSurface
import Testing

@testable import Dashboard

struct KeyTableTests {
  @Test(arguments: KeyContext.allCases)
  func noKeyMeansTwoThingsInOnePlace(context: KeyContext) {
    let keys = KeyTable.bindings(in: context).flatMap(\.keys)
    #expect(keys.count == Set(keys).count)
  }

  @Test func theKeysThatTerminalsAndShellsTakeAreFree() {
    let taken: [Key] = [.control("a"), .control("b"), .control("s"), .control("q")]
    for context in KeyContext.allCases {
      #expect(taken.allSatisfy { KeyTable.command(for: $0, in: context) == nil })
    }
  }

  @Test func everyCommandHasAKey() {
    #expect(Set(KeyTable.bindings.map(\.command)) == Set(Command.allCases))
  }

  @Test func lettersAreTextInTheForm() {
    #expect(KeyTable.command(for: .character("q"), in: .compose) == nil)
    #expect(KeyTable.command(for: .character("q"), in: .table) == .leave)
  }

  @Test func theMarkdownHasARowForEachBinding() {
    let lines = KeyTable.markdown.split(separator: "\n")
    #expect(lines.count == KeyTable.bindings.count + 2)
    #expect(lines.contains("| `j` `↓` | Events, Detail, Deliveries, Difference, Edited, Help | Move down by a row |"))
    #expect(lines.contains("| `Ctrl-L` | everywhere | Draw the screen anew |"))
  }
}
