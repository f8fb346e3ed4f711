import CatalogEvents
import EventRecords
import Testing

@Suite struct CaptureTests {
  @Test(
    arguments: [
      (1_795_447_159_793, 1_795_447_159_665, 128), (1_000, 1_500, -500), (5, 5, 0), (Int64.max, Int64.min, Int64.max),
      (Int64.min, Int64.max, Int64.min), (0, Int64.min, Int64.max), (-1, Int64.max, Int64.min), (Int64.max, -1, Int64.max),
    ] as [(Int64, Int64, Int64)])
  func lagsByTheTimeBetweenTheEventAndItsArrival(receivedAt: Int64, timestamp: Int64, lag: Int64) {
    let capture = Capture.sample(receivedAt: receivedAt, timestamp: timestamp)
    #expect(capture.lag == lag)
    #expect(capture.summary.lag == lag)
  }

  @Test func hasNoLagWithoutAnEvent() {
    let capture = Capture.rejected(body: Array("oops".utf8))
    #expect(capture.lag == nil)
    #expect(capture.summary.lag == nil)
  }

  @Test func isSummedUpForItsRow() {
    var capture = Capture.sample(receivedAt: 20, timestamp: 10)
    capture.id = 511
    capture.findings = ["data.location is null", "data.properties is missing"]
    let summary = capture.summary
    #expect(summary.id == 511)
    #expect(summary.receivedAt == Timestamp(milliseconds: 20))
    #expect(summary.verdict == .accepted)
    #expect(summary.status == 200)
    #expect(summary.event == capture.event)
    #expect(summary.reason == nil)
    #expect(summary.byteCount == 2)
    #expect(summary.findingCount == 2)
  }

  @Test func isSummedUpWhenItWasRefusedUnread() {
    let summary = Capture.rejected(body: nil).summary
    #expect(summary.verdict == .rejected)
    #expect(summary.status == 400)
    #expect(summary.event == nil)
    #expect(summary.reason == "event is missing")
    #expect(summary.byteCount == 0)
    #expect(summary.findingCount == 0)
  }

  @Test func wordsOfTheVerdictAreThoseOfTheContract() {
    #expect(Verdict.accepted.rawValue == "accepted")
    #expect(Verdict.rejected.rawValue == "rejected")
    #expect(Verdict(rawValue: "unknown") == nil)
  }

  @Test func receivedIsAcceptedAndRejectedTogether() {
    #expect(StoreCounts().received == 0)
    #expect(StoreCounts(accepted: 510, rejected: 2).received == 512)
  }
}

extension Capture {
  fileprivate static func sample(receivedAt: Int64, timestamp: Int64) -> Capture {
    Capture(
      receivedAt: Timestamp(milliseconds: receivedAt), verdict: .accepted, status: 200, remote: "127.0.0.1:51522", isTLS: true, headers: [],
      body: Array("{}".utf8),
      event: CatalogEvent(
        action: .create, workspace: "acme", collection: "ops", resourceType: .dataset, resourceName: "alerts",
        timestamp: Timestamp(milliseconds: timestamp)))
  }

  fileprivate static func rejected(body: [UInt8]?) -> Capture {
    Capture(
      receivedAt: Timestamp(milliseconds: 0), verdict: .rejected, status: 400, remote: "[::1]:51522", isTLS: false, headers: [], body: body,
      event: nil, reason: "event is missing")
  }
}
