import CatalogEvents
import EventRecords
import Testing

@Suite struct SignTests {
  private let limits = SignLimits(late: 5_000, skew: 1_000)

  private func summary(lag: Int64 = 0, verdict: Verdict = .accepted, findings: Int = 0, retries: Int? = nil) -> CaptureSummary {
    let event = CatalogEvent(
      action: .create, workspace: "acme", collection: nil, resourceType: .dataset, resourceName: "orders",
      timestamp: Timestamp(milliseconds: 0))
    return CaptureSummary(
      id: 1, receivedAt: Timestamp(milliseconds: lag), verdict: verdict, status: 200, event: verdict == .accepted ? event : nil,
      reason: nil,
      byteCount: 0, findingCount: findings, task: retries.map { TaskAttempt(queue: nil, name: "t", retryCount: $0) })
  }

  @Test func aLagIsLateOrSkewedOnlyBeyondItsLimit() {
    for (lag, signs) in [(5_000, []), (5_001, [Sign.late]), (-1_000, []), (-1_001, [.skew]), (0, [])] as [(Int64, [Sign])] {
      #expect(summary(lag: lag).signs(limits) == signs, "\(lag)")
    }
  }

  @Test func rejectionsAndFindingsHaveOneSign() {
    #expect(summary(verdict: .rejected).signs(limits) == [.finding])
    #expect(summary(findings: 2).signs(limits) == [.finding])
  }

  @Test func attemptsAreCountedFromTheSecond() {
    #expect(summary(retries: 0).signs(limits) == [])
    #expect(summary(retries: 1).signs(limits) == [.retry])
    #expect(summary(retries: 1).laterAttempt == 2)
  }

  @Test func everySignHasALetterAndAMeaningOfItsOwn() {
    #expect(Set(Sign.allCases.map(\.letter)).count == Sign.allCases.count)
    #expect(Set(Sign.allCases.map { $0.meaning(limits) }).count == Sign.allCases.count)
    #expect(Sign.late.meaning(limits).contains("5 s"))
  }
}
