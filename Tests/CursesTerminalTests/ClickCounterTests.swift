import TerminalSurface
import Testing

@testable import CursesTerminal

@Suite struct ClickCounterTests {
  private let start = ContinuousClock.now

  private func press(_ button: MouseEvent.Button = .left, column: Int = 5) -> MouseEvent {
    MouseEvent(.press(button, clicks: 1), row: 3, column: column)
  }

  private func clicks(_ event: MouseEvent) -> Int? {
    if case .press(_, let clicks) = event.kind { clicks } else { nil }
  }

  @Test func pressesSoonAfterOneAnotherCountTogether() {
    var counter = ClickCounter()
    let times = [0, 300, 600, 1_100, 1_400]
    #expect(times.map { clicks(counter.count(press(), at: start + .milliseconds($0))) } == [1, 2, 3, 1, 2])
  }

  @Test func anotherCellOrButtonBeginsAnew() {
    var counter = ClickCounter()
    #expect(clicks(counter.count(press(), at: start)) == 1)
    #expect(clicks(counter.count(press(column: 6), at: start)) == 1)
    #expect(clicks(counter.count(press(.right, column: 6), at: start)) == 1)
    #expect(clicks(counter.count(press(.right, column: 6), at: start)) == 2)
  }

  @Test func aReleaseBetweenDoesNotMatterAndAWheelDoes() {
    var counter = ClickCounter()
    _ = counter.count(press(), at: start)
    let release = MouseEvent(.release(.left), row: 3, column: 5)
    #expect(counter.count(release, at: start) == release)
    #expect(clicks(counter.count(press(), at: start)) == 2)
    _ = counter.count(MouseEvent(.wheel(.up), row: 3, column: 5), at: start)
    #expect(clicks(counter.count(press(), at: start)) == 1)
  }
}
