import EventRecords
import Foundation
import Testing

@testable import HooktopApp

@Suite struct FilterArgumentTests {
  @Test func aFilterMayBeginWithADashAndBeSeveralWords() throws {
    let arguments = FilterArgument.shielded(["events", "-type:view", "--json", "name:a", "-h", "-", "--limit", "3"])
    #expect(arguments == ["events", " -type:view", "--json", "name:a", "-h", "-", "--limit", "3"])
    #expect(try FilterArgument.read([" -type:view", "name:a"])?.text == "-type:view name:a")
    #expect(try FilterArgument.read([]) == nil)
  }

  @Test func aMistakeIsMarkedAtItsColumn() {
    let failure = #expect(throws: CommandFailure.self) { try FilterArgument.read(["ws:acme", "status:abc"]) }
    #expect(failure?.status == .usage)
    #expect(failure?.sentence == "the filter is wrong at column 16: status takes a number, as in status>=400")
    #expect(failure?.lines == ["  ws:acme status:abc", "                 ^"])
  }
}
