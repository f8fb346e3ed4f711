import CatalogEvents
import EventRecords
import Foundation
import TerminalSurface
import Testing

@testable import Dashboard

@Suite struct ComposeSendingTests {
  @Test func theExampleIsValidAndF5FiresIt() {
    var story = ComposeStory()
    story.press(.function(5))
    let draft = EventDraft(
      action: .create, workspace: "acme", collection: "sales", resourceType: .dataset, resourceName: "orders",
      data: CatalogPayload.datasetCreated(
        location: "gs://bucket/acme/sales/orders", properties: [.init("owner", .string("ana"))],
        fields: [
          .init(name: "id", type: "int64"), .init(name: "amount", type: "decimal128(18, 2)"),
          .init(name: "created", type: "timestamp[us]"),
        ]))
    let order = SendOrder(order: 1, draft: draft, target: "http://127.0.0.1:8080/event", count: 1, rate: nil)
    #expect(story.effects == [.send(order), .keepForm(ComposeValues())])
    #expect(story.issues.isEmpty)
  }

  @Test func controlFAndTheButtonFireTooAndOrdersAreNumbered() {
    var story = ComposeStory()
    story.press(.control("f"))
    story.press(.up, .enter)
    story.press(.character(" "))
    #expect(story.orders.map(\.order) == [1, 2, 3])
  }

  @Test func whatIsTypedIsSent() {
    var story = ComposeStory()
    story.fill(.workspace, "Zoë")
    story.fill(.collection, "")
    story.fill(.name, "a \"b\"")
    story.fill(.location, "")
    story.fill(.timestamp, "1700000000000")
    story.fill(.count, "500")
    story.fill(.rate, "12.5")
    story.press(.function(5))
    let order = story.orders.first
    #expect(order?.draft.workspace == "Zoë")
    #expect(order?.draft.collection == nil)
    #expect(order?.draft.resourceName == "a \"b\"")
    #expect(order?.draft.timestamp == Timestamp(milliseconds: 1_700_000_000_000))
    #expect(order?.count == 500)
    #expect(order?.rate == 12.5)
    let body = order.map { String(decoding: $0.draft.body(at: story.context.now), as: UTF8.self) } ?? ""
    #expect(body.hasPrefix(#"{"event": {"action": "create", "workspace": "Zo\u00eb", "collection": null, "#))
    #expect(body.contains(#""data": {"location": null, "#))
  }

  @Test func aViewIsSentWithItsLines() {
    var story = ComposeStory()
    story.choose("create view")
    story.press(.tab, .tab, .tab, .tab)
    #expect(story.state.focus == .definition)
    story.press(.control("u"), .control("w"), .control("u"), .control("w"), .control("u"))
    story.type("SELECT 1")
    story.press(.enter)
    story.type("FROM t")
    story.press(.function(5))
    #expect(
      story.orders.first?.draft.data
        == CatalogPayload.viewCreated(definition: "SELECT 1\nFROM t", properties: [.init("owner", .string("ana"))]))
  }

  @Test func otherKindsSendTheirJSONDigitForDigit() {
    var story = ComposeStory()
    story.choose("commit dataset")
    story.press(.function(5))
    let order = story.orders.first
    #expect(order?.draft.action == .commit)
    #expect(
      order.map { String(decoding: $0.draft.data.catalogBytes, as: UTF8.self) }
        == #"{"snapshot_id": 7198264530192837465, "sequence_number": 12, "record_count": 1000000, "file_count": 4}"#)
  }

  @Test func aWorkspaceEventHasNoCollectionAndTheWorkspacesName() {
    var story = ComposeStory()
    story.choose("lock workspace")
    story.press(.function(5))
    #expect(story.orders.first?.draft.collection == nil)
    #expect(story.orders.first?.draft.resourceName == "acme")
    #expect(!story.state.stops(in: story.context).flatMap(\.self).contains(.collection))
  }

  @Test func everyKindCanBeSentAsItComes() {
    for kind in EventKind.all {
      var story = ComposeStory()
      story.choose(kind.title)
      story.press(.function(5))
      #expect(story.orders.first.map { "\($0.draft.action.rawValue) \($0.draft.resourceType.rawValue)" } == kind.title)
    }
  }

  @Test func withADomainTheCatalogsOwnTargetIsTheDefault() {
    var story = ComposeStory(webhookDomain: "localhost:9443")
    story.press(.function(5))
    #expect(story.orders.first?.target == "https://localhost:9443/event")
  }

  @Test func aTargetThatWasSetWinsOverTheDomainAndOverThisDashboard() {
    var story = ComposeStory(webhookDomain: "localhost:9443")
    story.context.explicitTarget = "http://127.0.0.1:9/event"
    story.press(.function(5))
    #expect(story.orders.first?.target == "http://127.0.0.1:9/event")
  }

  @Test func aQueueThatIsSetIsNotPassedByInSilence() {
    var story = ComposeStory()
    story.context.queue = "projects/p/locations/l/queues/q"
    story.press(.function(5))
    #expect(story.effects.isEmpty)
    #expect(story.state.focus == .target)
    #expect(story.screen.contains("the queue projects/p/locations/l/queues/q is set"))
  }

  @Test func whatIsWrongIsNotKeptForTheNextStart() {
    var story = ComposeStory()
    story.fill(.name, "")
    story.press(.escape)
    #expect(story.isClosed)
    #expect(story.effects.isEmpty)
  }

  @Test func withoutAnyTargetNothingIsSentAndTheFormSaysWhy() {
    var story = ComposeStory(ownTarget: nil)
    story.press(.function(5))
    #expect(story.effects.isEmpty)
    #expect(story.state.focus == .url)
    #expect(story.screen.contains("Not sent: URL: the host is missing"))
  }

  @Test func whatLeavesThisMachineIsNamedAndAskedFor() {
    var story = ComposeStory(webhookDomain: "router.example.com")
    #expect(story.screen.contains("leaves this machine: router.example.com"))
    story.press(.function(5))
    #expect(story.effects.isEmpty)
    #expect(story.screen.contains("Send to router.example.com? F5 again sends"))
    story.press(.function(5))
    #expect(story.orders.map(\.target) == ["https://router.example.com/event"])
    story.press(.function(5))
    #expect(story.orders.count == 2, "it is asked once")
  }

  @Test func anyOtherKeyWithdrawsTheQuestion() {
    var story = ComposeStory(webhookDomain: "router.example.com")
    story.press(.function(5), .escape)
    #expect(!story.isClosed)
    story.press(.function(5))
    #expect(story.effects.isEmpty)
    story.press(.tab, .function(5))
    #expect(story.effects.isEmpty)
  }

  @Test func consentToOneEventIsNotConsentToMany() {
    var story = ComposeStory(webhookDomain: "router.example.com")
    story.press(.function(5), .function(5))
    story.fill(.count, "500")
    story.press(.function(5))
    #expect(story.orders.count == 1)
    #expect(story.screen.contains("Send 500 events to router.example.com?"))
  }

  @Test func theNewestOrderUnderWayCanBeCancelled() {
    var story = ComposeStory()
    story.press(.control("x"))
    story.press(.function(5), .function(5))
    story.state.update(SendProgress(order: 2, total: 1, deliveredCount: 1, failedCount: 0, newest: nil, isEnded: true))
    story.press(.control("x"))
    #expect(story.effects.last == .cancelSend(order: 1))
  }
}
