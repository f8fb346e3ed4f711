import TerminalSurface
import Testing

@testable import CursesTerminal

@Suite("The terminal's mailbox")
struct MailboxTests {
  @Test func theNewestFrameReplacesTheOthers() {
    let mailbox = Mailbox()
    #expect(!mailbox.hasFrame)
    for columns in 1...3 { mailbox.leave(Surface(size: Size(columns: columns, rows: 1))) }
    #expect(mailbox.takeFrame()?.size.columns == 3)
    #expect(mailbox.takeFrame() == nil)
  }

  @Test func afterTheEndNothingIsKept() {
    let mailbox = Mailbox()
    mailbox.leave(Surface(size: Size(columns: 1, rows: 1)))
    mailbox.close()
    mailbox.leave(Surface(size: Size(columns: 1, rows: 1)))
    mailbox.leave(.redraw)
    #expect(!mailbox.hasFrame)
    #expect(mailbox.takeCommands().isEmpty)
  }

  @Test func whoeverWaitsIsReleasedByTheEnd() async {
    let mailbox = Mailbox()
    mailbox.close()
    await withCheckedContinuation { mailbox.leave(.lend($0)) }
    #expect(mailbox.takeCommands().isEmpty)
  }
}
