import CatalogEvents
import EventRecords
import Testing

@Suite struct DeliveryTests {
  @Test(arguments: [
    (100, false), (199, false), (200, true), (204, true), (299, true), (300, false), (301, false), (404, false), (500, false), (0, false),
    (-1, false), (Int.max, false),
  ])
  func anAttemptSucceedsWithAnAnswerOf200To299(status: Int, isSuccess: Bool) {
    let answer = Answer(status: status, headers: [], body: [], isTruncated: false)
    let attempt = Attempt(startedAt: Timestamp(milliseconds: 0), duration: .milliseconds(12), outcome: .answered(answer))
    #expect(attempt.isSuccess == isSuccess)
  }

  @Test func anAttemptWithoutAnAnswerFails() {
    let attempt = Attempt(
      startedAt: Timestamp(milliseconds: 0), duration: .seconds(10), outcome: .failed(reason: "connection refused by 127.0.0.1:9"))
    #expect(!attempt.isSuccess)
  }

  @Test func aDeliveryBeginsWaitingAndWithoutAttempts() {
    let delivery = Delivery(
      createdAt: Timestamp(milliseconds: 1), target: "https://127.0.0.1:8443/event", label: "create dataset acme/sales.orders", headers: [],
      body: [])
    #expect(delivery.id == 0)
    #expect(delivery.state == .waiting)
    #expect(delivery.attempts.isEmpty)
  }

  @Test(arguments: ["waiting", "sending", "delivered", "failed"])
  func theWordsForItsStatesAreKept(word: String) {
    #expect(Delivery.State(rawValue: word)?.rawValue == word)
  }
}
