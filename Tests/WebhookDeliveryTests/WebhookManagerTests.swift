import CatalogEvents
import HooktopTesting
import Testing

@testable import WebhookDelivery

@Suite struct WebhookManagerTests {
  private let draft = EventDraft(
    action: .lock, workspace: "acme", collection: nil, resourceType: .workspace, resourceName: "acme",
    data: .object([.init("locked_by", .string("ana@acme.test"))]))

  @Test func announcementIsWhatTheCatalogSends() async throws {
    let folder = try TemporaryFolder()
    let target = try await StubTarget(certificate: TestCertificates.localhost)
    let manager = WebhookManager(
      configuration: WebhookConfiguration(environment: ["OPTERYX_WEBHOOK_DOMAIN": "localhost:\(target.port)"]),
      trust: TargetTrust(loopbackAuthorityPath: try folder.authority()), now: { Timestamp(milliseconds: 1_795_447_159_665) })
    #expect(manager.isEnabled)
    let isSuccess = await manager.send(
      action: draft.action, workspace: draft.workspace, collection: draft.collection, resourceType: draft.resourceType,
      resourceName: draft.resourceName, payload: draft.data)
    #expect(isSuccess)
    #expect(target.record.received.first?.hasSuffix("\r\nContent-Length: 193\r\n\r\n" + WebhookRequest.exampleBody) == true)
    await manager.shutdown()
    await target.close()
  }

  @Test(arguments: [[:], ["OPTERYX_WEBHOOK_DOMAIN": ""], ["OPTERYX_WEBHOOK_QUEUE": "projects/p/locations/l/queues/q"]])
  func nothingIsSentWithoutADomain(environment: [String: String]) async {
    let manager = WebhookManager(configuration: WebhookConfiguration(environment: environment))
    #expect(!manager.isEnabled)
    guard case .disabled = await manager.deliver(draft) else {
      Issue.record("it was not disabled")
      return
    }
    await manager.shutdown()
  }

  @Test func queueIsNeverReplacedByDirectDelivery() async throws {
    let target = try await StubTarget(certificate: TestCertificates.localhost)
    let manager = WebhookManager(
      configuration: WebhookConfiguration(domain: "localhost:\(target.port)", queue: "projects/p/locations/l/queues/q"))
    guard case .attempted(let outcome) = await manager.deliver(draft) else {
      Issue.record("it was not attempted")
      return
    }
    #expect(
      outcome.reason == "delivery through a queue is not available in this version: unset OPTERYX_WEBHOOK_QUEUE to deliver directly")
    #expect(target.record.received.isEmpty)
    await manager.shutdown()
    await target.close()
  }

  @Test func badDomainIsAFailedOutcome() async {
    let manager = WebhookManager(configuration: WebhookConfiguration(domain: "a b", queue: nil))
    #expect(await !manager.send(action: .create, workspace: "w", collection: "c", resourceType: .view, resourceName: "v"))
    await manager.shutdown()
  }

  @Test func disabledSentenceNamesTheVariableAndTheMend() {
    #expect(WebhookConfiguration.disabledReason == "webhooks are disabled because OPTERYX_WEBHOOK_DOMAIN is not set")
    #expect(
      WebhookConfiguration.disabledSentence
        == "webhooks are disabled because OPTERYX_WEBHOOK_DOMAIN is not set: set it, or give --to URL")
  }
}
