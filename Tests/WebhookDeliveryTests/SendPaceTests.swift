import Testing
import WebhookDelivery

@Suite struct SendPaceTests {
  private let start = ContinuousClock.now

  @Test func sendsAreSpacedEvenlyFromTheStart() throws {
    var pace = try #require(SendPace(rate: 4, from: start))
    let dues = (0..<5).map { _ in start.duration(to: pace.next(at: start)) }
    #expect(dues == [.zero, .milliseconds(250), .milliseconds(500), .milliseconds(750), .seconds(1)])
  }

  @Test func smallDelaysDoNotAddUp() throws {
    var pace = try #require(SendPace(rate: 1000, from: start))
    var now = start
    for number in 0..<100_000 {
      let due = pace.next(at: now)
      #expect(start.duration(to: due) == .milliseconds(number))
      now = max(now, due) + .microseconds(900)
    }
  }

  @Test func shortStallIsMadeUpFor() throws {
    var pace = try #require(SendPace(rate: 10, from: start))
    _ = pace.next(at: start)
    let now = start + .milliseconds(800)
    let dues = (0..<9).map { _ in pace.next(at: now) }
    #expect(dues.count { $0 <= now } == 8)
  }

  @Test func longStallCausesOneSecondsWorthAtMost() throws {
    var pace = try #require(SendPace(rate: 10, from: start))
    _ = pace.next(at: start)
    let now = start + .seconds(3600)
    let dues = (0..<30).map { _ in pace.next(at: now) }
    #expect(dues.count { $0 <= now } == 11)
    #expect(dues.last == now + .milliseconds(1900))
  }

  @Test(arguments: [0, -1, .nan, .infinity, 1e-300, 1e9])
  func rateThatCannotBeKeptIsRefused(rate: Double) {
    #expect(SendPace(rate: rate, from: start) == nil)
  }
}
