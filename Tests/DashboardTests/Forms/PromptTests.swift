import TerminalSurface
import Testing

@testable import Dashboard

@Suite struct PromptTests {
  private func press(_ key: Key, in prompt: inout PromptState) -> PromptState.Outcome {
    prompt.update(key, KeyTable.command(for: key, in: .prompt))
  }

  private func rows(of prompt: PromptState, columns: Int) -> (status: String, footer: String, cursor: Int?) {
    var surface = Surface(size: Size(columns: columns, rows: 2))
    prompt.draw(
      on: &surface, status: Rect(row: 0, column: 0, rows: 1, columns: columns), footer: Rect(row: 1, column: 0, rows: 1, columns: columns),
      theme: Theme(usesColor: false))
    return (surface.text(row: 0), surface.text(row: 1), surface.cursor?.column)
  }

  @Test func typingEditsEnterTakesAndEscapeLeaves() {
    var prompt = PromptState(.search, label: "/")
    #expect(press(.character("a"), in: &prompt) == .edited)
    #expect(press(.left, in: &prompt) == .stays)
    #expect(press(.enter, in: &prompt) == .accepted)
    #expect(prompt.text == "a")
    #expect(press(.escape, in: &prompt) == .left)
  }

  @Test func backspaceInAnEmptyLineCloses() {
    var prompt = PromptState(.search, label: "/", text: "a")
    #expect(press(.backspace, in: &prompt) == .edited)
    #expect(press(.backspace, in: &prompt) == .left)
  }

  @Test func theHistoryComesBackAndSoDoesWhatWasBeingTyped() {
    var prompt = PromptState(.search, label: "/", history: ["one", "two"])
    _ = press(.character("x"), in: &prompt)
    #expect(press(.up, in: &prompt) == .edited)
    #expect(prompt.text == "two")
    _ = press(.up, in: &prompt)
    #expect(press(.up, in: &prompt) == .stays)
    #expect(prompt.text == "one")
    _ = press(.down, in: &prompt)
    _ = press(.down, in: &prompt)
    #expect(prompt.text == "x")
    #expect(press(.down, in: &prompt) == .stays)
  }

  @Test func tabGoesThroughTheCompletionsUntilSomethingIsTyped() {
    var prompt = PromptState(.search, label: "/", text: "t")
    #expect(press(.tab, in: &prompt) == .completionWanted)
    #expect(prompt.complete(with: ["type:", "tls:"]) == .edited)
    #expect(prompt.text == "type:")
    #expect(press(.tab, in: &prompt) == .edited)
    #expect(prompt.text == "tls:")
    _ = press(.tab, in: &prompt)
    #expect(prompt.text == "type:")
    _ = press(.character("v"), in: &prompt)
    #expect(press(.tab, in: &prompt) == .completionWanted)
    #expect(prompt.complete(with: []) == .stays)
  }

  @Test func aPasteIsOneLine() {
    var prompt = PromptState(.search, label: "/")
    #expect(prompt.paste("a\nb\n") == .edited)
    #expect(prompt.text == "a b")
  }

  @Test func anIssueStandsUnderItsPlace() {
    var prompt = PromptState(.search, label: "/", text: "type:view stat")
    prompt.issue = PromptState.Issue(column: 11, text: "there is no field stat")
    let rows = rows(of: prompt, columns: 60)
    #expect(rows.status.hasPrefix(" / type:view stat"))
    #expect(rows.footer.hasPrefix("             ^ there is no field stat"))
    #expect(rows.cursor == 17)
  }

  @Test func anIssueThatHasNoRoomUnderItsPlaceNamesTheColumn() {
    var prompt = PromptState(.search, label: "/", text: String(repeating: "x", count: 30) + " y")
    prompt.issue = PromptState.Issue(column: 32, text: "there is no field y")
    let rows = rows(of: prompt, columns: 50)
    #expect(rows.footer.hasPrefix(" column 32: there is no field y"))
  }

  @Test func aRemarkStandsAtTheRight() {
    var prompt = PromptState(.search, label: "/", text: "abc")
    prompt.remark = "3 of 17"
    #expect(rows(of: prompt, columns: 40).status.hasSuffix("3 of 17 "))
    for columns in 0..<40 { _ = rows(of: prompt, columns: columns) }
  }
}
