import CatalogEvents
import EventRecords
import Testing

struct CloudTaskHeadersTests {
  @Test func everyHeaderOfCloudTasksIsRead() throws {
    let headers = try #require(
      CloudTaskHeaders([
        HeaderField("Host", "localhost"), HeaderField("x-cloudtasks-queuename", "webhooks"),
        HeaderField("X-CLOUDTASKS-TASKNAME", "4821"), HeaderField("X-CloudTasks-TaskRetryCount", "3"),
        HeaderField("X-CloudTasks-TaskExecutionCount", "2"), HeaderField("X-CloudTasks-TaskETA", "1795442600.112345"),
        HeaderField("X-CloudTasks-TaskPreviousResponse", "503"), HeaderField("X-CloudTasks-TaskRetryReason", ""),
      ]))
    #expect(headers.attempt == TaskAttempt(queue: "webhooks", name: "4821", retryCount: 3))
    #expect(headers.executionCount == 2 && headers.previousResponse == "503" && headers.retryReason == "")
    #expect(headers.scheduledAt == Timestamp(milliseconds: 1_795_442_600_112))
  }

  @Test func aRequestThatNamesNoTaskIsNone() {
    #expect(CloudTaskHeaders([HeaderField("X-CloudTasks-TaskRetryCount", "3")]) == nil)
    #expect(Capture.fixtureHeaders(["X-CloudTasks-QueueName": "q"])?.attempt == nil)
    #expect(Capture.fixtureHeaders(["X-CloudTasks-QueueName": "q", "X-CloudTasks-TaskName": ""])?.attempt == nil)
  }

  @Test(arguments: ["", "-1", "1.5", "9999999999", "三", "1 "])
  func aCountThatIsNoneIsLeftOut(_ text: String) {
    #expect(Capture.fixtureHeaders(["X-CloudTasks-TaskName": "t", "X-CloudTasks-TaskRetryCount": text])?.retryCount == nil)
  }

  @Test(
    arguments: [
      ("1795442600", 1_795_442_600_000), ("1795442600.5", 1_795_442_600_500), ("0.000999", 0), ("", nil), ("1.", nil), (".5", nil),
      ("1.2.3", nil), ("1e9", nil), ("99999999999999999999", nil), ("12.3x", nil),
    ] as [(String, Int64?)])
  func theMomentIsReadToTheMillisecond(text: String, milliseconds: Int64?) {
    let headers = Capture.fixtureHeaders(["X-CloudTasks-TaskName": "t", "X-CloudTasks-TaskETA": text])
    #expect(headers?.scheduledAt == milliseconds.map { Timestamp(milliseconds: $0) })
  }

  @Test func onlyTheFirstOfANameCountsAlsoWhenItIsNotUTF8() {
    let odd = HeaderField(name: "X-CloudTasks-TaskName", bytes: [0xFF])
    #expect(CloudTaskHeaders([odd, HeaderField("X-CloudTasks-TaskName", "t")])?.attempt == nil)
    #expect(CloudTaskHeaders([HeaderField("X-CloudTasks-TaskName", "a"), HeaderField("X-CloudTasks-TaskName", "b")])?.taskName == "a")
  }
}

extension Capture {
  fileprivate static func fixtureHeaders(_ fields: [String: String]) -> CloudTaskHeaders? {
    CloudTaskHeaders(fields.map { HeaderField($0.key, $0.value) })
  }
}
