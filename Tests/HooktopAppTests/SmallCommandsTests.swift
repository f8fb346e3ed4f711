import CatalogEvents
import EventReceiver
import EventRecords
import Foundation
import HooktopTesting
import Testing
import WebhookDelivery

@testable import HooktopApp

@Suite struct SmallCommandsTests {
  private func settings(_ options: [Setting: [String]] = [:], environment: [String: String] = [:]) async throws -> Settings {
    try await Settings.load(options: options, environment: environment.merging(["HOME": "/home/ana"]) { $1 })
  }

  private func authority(_ folder: String) -> LocalAuthority {
    LocalAuthority(
      certificatePath: folder + "/ca.pem", bundlePath: folder + "/ca-bundle.pem",
      identity: ServerIdentity(certificatePath: folder + "/server.pem", keyPath: folder + "/server-key.pem"))
  }

  @Test func configShowsEverySettingWithItsSource() async throws {
    let table = ConfigCommand.table(
      try await settings([.https: ["off"]], environment: ["HOOKTOP_HTTP": "[::1]:0", "OPTERYX_WEBHOOK_DOMAIN": "d.test"]))
    let rows = table.split(separator: "\n").map { $0.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ") }
    #expect(rows.count == Setting.allCases.count + 1)
    #expect(rows[0] == "config /home/ana/.config/hooktop/config.yaml (not there) default")
    #expect(rows.contains("http [::1]:0 environment HOOKTOP_HTTP"))
    #expect(rows.contains("https off option"))
    #expect(rows.contains("domain d.test environment OPTERYX_WEBHOOK_DOMAIN"))
    #expect(rows.contains("store /home/ana/.local/share/hooktop/events.db default"))
    #expect(rows.contains("tls-cert - not set"))
  }

  @Test func configAsJSONHasTypedValuesAndNoPassword() async throws {
    let bytes = ConfigCommand.json(
      try await settings([.maxBody: ["1k"], .tlsName: ["a", "b"], .target: ["https://ana:secret@x.test/event"], .ephemeral: ["yes"]]))
    let text = String(decoding: bytes, as: UTF8.self)
    let object = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: [String: Any]])
    #expect(object["max-body"]?["value"] as? Int == 1024)
    #expect(object["tls-name"]?["value"] as? [String] == ["a", "b"])
    #expect(object["ephemeral"]?["value"] as? Bool == true)
    #expect(object["queue"]?["value"] is NSNull)
    #expect(object["http"]?["source"] as? String == "default")
    #expect(!text.contains("secret"))
    #expect(text.contains("x.test/event"))
  }

  @Test func theLinesForACatalogCanBeEvaluatedByAShell() async throws {
    let text = AuthorityCommand.text(authority("/home/ana's/my data"), try await settings([.https: ["0.0.0.0:9443"]]))
    #expect(text.contains("\nexport REQUESTS_CA_BUNDLE='/home/ana'\\''s/my data/ca-bundle.pem'\n"))
    #expect(text.contains("\nexport OPTERYX_WEBHOOK_DOMAIN=localhost:9443\n"))
    let lines = text.split(separator: "\n")
    #expect(lines.allSatisfy { $0.hasPrefix("#") || $0.hasPrefix("export ") })
  }

  @Test func theLinesSayWhenHTTPSHasNoStandingPort() async throws {
    let anyPort = AuthorityCommand.text(authority("/d"), try await settings([.https: ["127.0.0.1:0"]]))
    #expect(anyPort.contains("# https takes a free port"))
    let off = AuthorityCommand.text(authority("/d"), try await settings([.https: ["off"]]))
    #expect(off.contains("# https is off"))
    let named = AuthorityCommand.text(authority("/d"), try await settings([.https: ["hooks.test:443"]]))
    #expect(named.contains("export OPTERYX_WEBHOOK_DOMAIN=hooks.test:443\n"))
  }

  @Test func withoutATargetWebhooksAreDisabled() async throws {
    let settings = try await settings()
    let failure = #expect(throws: CommandFailure.self) { try SendCommand.target(settings) }
    #expect(failure?.status == .notSucceeded)
    #expect(failure?.sentence?.hasPrefix("webhooks are disabled because OPTERYX_WEBHOOK_DOMAIN is not set: ") == true)
  }

  @Test func aQueueIsRefusedAndNeverReplaced() async throws {
    let queued = try await settings(
      [.target: ["http://x.test/event"]], environment: ["OPTERYX_WEBHOOK_QUEUE": "projects/p/locations/l/queues/q"])
    let failure = #expect(throws: CommandFailure.self) { try SendCommand.target(queued) }
    #expect(failure?.status == .notSucceeded)
    #expect(failure?.sentence?.contains("--direct") == true)
    #expect(failure?.sentence?.contains("OPTERYX_WEBHOOK_QUEUE") == true)
  }

  @Test func aDryRunIsTheRequestByteForByte() throws {
    let draft = EventDraft(
      action: .create, workspace: "acme", collection: nil, resourceType: .collection, resourceName: "s", data: .object([]))
    let bytes = draft.body(at: Timestamp(milliseconds: 5))
    let request = try WebhookRequest(catalogBody: bytes, to: "http://localhost:8080/event?a=b")
    let text = String(decoding: DryRun.text(request, asJSON: false), as: UTF8.self)
    let body = String(decoding: bytes, as: UTF8.self)
    #expect(
      text == "POST /event?a=b HTTP/1.1\r\nHost: localhost:8080\r\nUser-Agent: opteryx-catalog-webhook/1.0\r\n"
        + "Accept-Encoding: gzip, deflate\r\nAccept: */*\r\nConnection: keep-alive\r\nContent-Type: application/json\r\n"
        + "Content-Length: \(body.utf8.count)\r\n\r\n" + body)
  }

  @Test func sendsThatFailedEndWithOneSentence() {
    let job = SendJob(
      draft: EventDraft(action: .create, workspace: "w", collection: nil, resourceType: .view, resourceName: "v", data: .null),
      target: "http://ana:secret@x.test/event")
    var tally = SendTally(total: 1)
    tally.failedCount = 1
    let failure = #expect(throws: CommandFailure.self) { try SendCommand.conclude(tally, job: job, failure: "it was answered with 500") }
    #expect(failure?.sentence == "the delivery to http://x.test/event failed: it was answered with 500")
    tally = SendTally(total: 3)
    tally.deliveredCount = 1
    let stopped = #expect(throws: CommandFailure.self) { try SendCommand.conclude(tally, job: job, failure: nil) }
    #expect(stopped?.sentence == "stopped after 1 of 3 sends: 1 delivered, 0 failed")
    tally.deliveredCount = 3
    #expect(throws: Never.self) { try SendCommand.conclude(tally, job: job, failure: nil) }
  }

  @Test(arguments: [("stroe", "store"), ("tls.cert", "tls-cert"), ("HTTP", "http"), ("maxbody", "max-body")])
  func theNearestNameIsTheOneThatWasMeant(_ typed: String, _ meant: String) {
    #expect(NearestName.of(typed, among: Setting.allCases.map(\.key)) == meant)
  }
}
