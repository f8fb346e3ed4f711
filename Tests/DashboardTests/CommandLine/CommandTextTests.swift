import HooktopTesting
import TerminalSurface
import Testing

@testable import Dashboard

@Suite struct CommandTextTests {
  private func fault(_ line: String) -> CommandFault? {
    do throws(CommandFault) {
      _ = try CommandText(line).parsed()
      return nil
    } catch {
      return error
    }
  }

  @Test func wordsHaveTheirColumnsAndLoseTheirQuotes() {
    let words = CommandText(": export  csv 'my file.csv' a\"b c\"").words
    #expect(words.map(\.text) == ["export", "csv", "my file.csv", "ab c"])
    #expect(words.map(\.column) == [3, 11, 15, 29])
    #expect(words.map(\.endColumn) == [9, 14, 28, 35])
  }

  @Test func aNumberMayHaveItsSign() throws {
    #expect(try CommandText("goto #511").parsed().arguments.capture(0) == 511)
    #expect(try CommandText("goto 511 ").parsed().arguments.capture(0) == 511)
  }

  @Test func aBeginningThatNoOtherHasWillDo() throws {
    #expect(try CommandText("got 1").parsed().act.name == "goto")
    #expect(try NamedActs.named("deliv").name == "deliveries")
  }

  static let faults: [(String, CommandFault)] = [
    ("", CommandFault(column: nil, text: "there is no act without a name")),
    ("  gtoo 5", CommandFault(column: 3, text: "there is no act gtoo, did you mean goto?")),
    ("goto", CommandFault(column: 6, text: "ID is missing: it is goto ID")),
    ("goto x1", CommandFault(column: 6, text: "x1 is not the number of a capture")),
    ("goto 99999999999999999999", CommandFault(column: 6, text: "99999999999999999999 is not the number of a capture")),
    ("goto 5 6", CommandFault(column: 8, text: "there is one argument too many: it is goto ID")),
    ("redraw now", CommandFault(column: 8, text: "redraw takes no argument")),
    ("follow of", CommandFault(column: 8, text: "of is not one of on, off")),
    ("theme 'none", CommandFault(column: 7, text: "the quote is not closed")),
  ]

  @Test(arguments: faults)
  func whatIsWrongIsSaidAtItsColumn(line: String, expected: CommandFault) {
    #expect(fault(line) == expected)
  }

  @Test func aBeginningOfSeveralNamesThem() {
    #expect(fault("re")?.text.contains("may be") ?? (NamedActs.all.count { $0.name.hasPrefix("re") } == 1))
  }

  @Test func anyLineIsReadWithoutHarm() {
    var random = SeededGenerator(seed: 7)
    let letters = Array("goto follw 'on\" :#12é字--to\u{0}")
    for _ in 0..<2_000 {
      let line = String((0..<Int.random(in: 0..<20, using: &random)).map { _ in letters.randomElement(using: &random) ?? " " })
      let words = CommandText(line).words
      #expect(words.allSatisfy { $0.column >= 1 && $0.endColumn > $0.column && $0.endColumn <= line.count + 1 })
      _ = fault(line)
      _ = CommandCompletion.lines(for: line, in: DashboardDriver().state)
    }
  }
}

@Suite struct NamedActsTests {
  @Test func namesAreWordsAndTheirOwn() {
    let names = NamedActs.all.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(names.allSatisfy { $0.allSatisfy { $0.isLowercase && $0.isLetter } })
  }

  @Test func helpIsASentenceWithoutItsFullStop() {
    for act in NamedActs.all {
      #expect(act.help.first?.isUppercase == true)
      #expect(act.help.last != ".")
    }
  }

  @Test func aKeyThatDoesTheSameIsInTheKeyTable() {
    for command in NamedActs.all.compactMap(\.command) { #expect(!KeyTable.firstLabel(of: command).isEmpty) }
  }

  /// Otherwise nobody could tell where an optional argument that was left out ends.
  @Test func onlyTheLastParameterIsOptionalOrTakesTheRest() {
    for act in NamedActs.all {
      #expect(act.parameters.dropLast().allSatisfy { $0.kind != .rest && (!$0.isOptional || $0.flag != nil) })
    }
  }
}
