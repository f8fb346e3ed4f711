import CatalogEvents
import EventRecords
import Foundation
import TerminalSurface
import Testing

@testable import Dashboard

@Suite struct ComposeInputTests {
  @Test func wrongInputIsMarkedAtItsField() {
    var story = ComposeStory()
    story.fill(.workspace, "")
    #expect(story.issues[.workspace] == .failure("a workspace is needed"))
    #expect(story.row("Workspace").contains("! a workspace is needed"))
    story.fill(.count, "0")
    #expect(story.issues[.count] == .failure("write 1 to 1000000"))
    story.fill(.count, "1000001")
    #expect(story.issues[.count] != nil)
    story.fill(.timestamp, "yesterday")
    #expect(story.issues[.timestamp] == .failure("write now, or milliseconds since 1970"))
    story.press(.function(5))
    #expect(story.effects.isEmpty)
    #expect(story.state.focus == .workspace)
    #expect(story.screen.contains("Not sent: workspace: a workspace is needed"))
  }

  @Test func aRateMustBeANumberThatCanBeKept() {
    var story = ComposeStory()
    story.fill(.count, "2")
    for wrong in ["0", "nan", "inf", "1e5", "-1", "2000000", "0x1p3", "."] {
      story.fill(.rate, wrong)
      #expect(story.issues[.rate]?.severity == .failure, "\(wrong)")
    }
    for good in ["0.5", "1000000", "7", ""] {
      story.fill(.rate, good)
      #expect(story.issues[.rate] == nil, "\(good)")
    }
  }

  @Test func aRateIsOfferedOnlyWhereItHasAnEffect() {
    var story = ComposeStory()
    #expect(!story.screen.contains("Rate"))
    story.fill(.count, "2")
    #expect(story.screen.contains("Rate"))
    story.fill(.rate, "wrong")
    story.fill(.count, "1")
    story.press(.function(5))
    #expect(story.orders.map(\.rate) == [nil])
  }

  @Test func namesThatStandTwiceAreAWarningAndAreSent() {
    var story = ComposeStory()
    story.fill(.schema(.cell(row: 1, .name)), "id")
    #expect(story.issues[.schema(.cell(row: 1, .name))] == .warning("this name stands twice"))
    #expect(story.screen.contains("? this name stands twice"))
    story.press(.function(5))
    #expect(story.orders.count == 1)
  }

  @Test func brokenJSONIsMarkedWithItsPlace() {
    var story = ComposeStory()
    story.choose("delete dataset")
    story.state.focus = .data
    story.paste("x")
    let issue = story.issues[.data]
    #expect(issue?.severity == .failure)
    #expect(issue?.text.hasPrefix("line 4, column 2") == true)
    #expect(story.screen.contains("! line 4, column 2"))
    story.press(.function(5))
    #expect(story.effects.isEmpty)
  }

  @Test func theTargetIsReadStrictly() throws {
    let wrong = [
      "", "example.com", "ftp://example.com/", "https://", "https:///event", "https://localhost@evil.example/", "https://a b/",
      "https://a:0/",
      "https://a:65536/", "https://a:x/", "https://ex\\ample/", "https://é.example/", "https://a/b c", "https://a/#x", "https://[1/",
    ]
    for url in wrong { #expect(throws: ComposeTarget.Mistake.self, "\(url)") { try ComposeTarget(url) } }
    let target = try ComposeTarget("HTTPS://Router.Example.COM:443/event?x=1")
    #expect(target.hostField == "router.example.com")
    #expect(target.requestTarget == "/event?x=1")
    #expect(try ComposeTarget("http://[::1]:8080").hostField == "[::1]:8080")
  }

  @Test func onlyWhatSurelyStaysHereCountsAsThisMachine() throws {
    for host in ["localhost", "a.localhost", "127.0.0.1", "127.255.0.3", "[::1]", "[0:0::1]", "LOCALHOST"] {
      #expect(try ComposeTarget("http://\(host)/").isLoopback, "\(host)")
    }
    let elsewhere = [
      "localhost.example", "127.0.0.1.example", "0127.0.0.1", "127.1", "127.0.0.1.", "2130706433", "[1::]", "[::2]", "[fe80::1]",
      "notlocalhost", "128.0.0.1", "[::ffff:127.0.0.1]",
    ]
    for host in elsewhere { #expect(try !ComposeTarget("http://\(host)/").isLoopback, "\(host)") }
  }

  @Test func rowsAreAddedFilledAndRemoved() {
    var story = ComposeStory()
    story.state.focus = .properties(.add)
    story.press(.enter)
    story.type("team")
    story.press(.tab)
    story.type("data")
    story.state.focus = .schema(.cell(row: 0, .name))
    story.press(.control("d"))
    story.press(.control("n"))
    story.type("x")
    story.press(.enter)
    story.type("big")
    #expect(story.state.properties.rows.map { $0.name.text + "=" + $0.value.text } == ["owner=ana", "team=data"])
    #expect(
      story.state.schema.rows.map { $0.name.text + ":" + $0.value.text } == ["amount:decimal128(18, 2)", "x:big", "created:timestamp[us]"])
    #expect(story.issues[.schema(.cell(row: 1, .value))] == .warning("not an Arrow type"))
    story.press(.control("d"), .control("d"), .control("d"), .control("d"))
    #expect(story.state.schema.rows.isEmpty)
    #expect(story.state.focus == .schema(.add))
  }

  @Test func withoutRowsThereIsNoSchema() {
    var story = ComposeStory()
    story.state.focus = .schema(.cell(row: 0, .name))
    story.press(.control("d"), .control("d"), .control("d"), .function(5))
    let body = story.orders.first.map { String(decoding: $0.draft.data.catalogBytes, as: UTF8.self) }
    #expect(body == #"{"location": "gs://bucket/acme/sales/orders", "properties": {"owner": "ana"}}"#)
  }

  @Test func typesAreCompletedAndListed() {
    var story = ComposeStory()
    story.fill(.schema(.cell(row: 0, .value)), "timestamp[us, ")
    story.press(.right)
    #expect(story.state.schema.rows[0].value.text == "timestamp[us, tz=UTC]")
    story.fill(.schema(.cell(row: 0, .value)), "dec")
    story.press(.enter)
    #expect(story.screen.contains("│ decimal128(18, 2)"))
    story.press(.enter)
    #expect(story.state.schema.rows[0].value.text == "decimal128(18, 2)")
    story.press(.enter, .down, .escape)
    #expect(story.state.schema.rows[0].value.text == "decimal128(18, 2)")
    #expect(!story.isClosed)
    story.press(.enter)
    story.type("x")
    #expect(story.state.schema.rows[0].value.text == "decimal128(18, 2)x")
  }

  @Test func pasteGoesIntoTheFieldInOnePiece() {
    var story = ComposeStory()
    story.fill(.name, "")
    story.paste("orders\u{1B}[2J\n")
    #expect(story.state.name.text == "orders\u{1B}[2J")
    #expect(story.row("Name").contains("orders␛[2J"))
    story.choose("create view")
    story.state.focus = .definition
    story.press(.end)
    story.paste("\r\nLIMIT 10")
    #expect(story.state.definition.text.hasSuffix("\nLIMIT 10"))
  }

  @Test func switchingKindsKeepsWhatWasTyped() {
    var story = ComposeStory()
    story.fill(.name, "returns")
    story.fill(.location, "gs://x")
    story.choose("delete view")
    story.state.focus = .data
    story.paste(" ")
    let typed = story.state[.data]?.text
    story.choose("create view")
    story.choose("create dataset")
    #expect(story.state.name.text == "returns")
    #expect(story.state.location.text == "gs://x")
    story.choose("delete view")
    #expect(story.state[.data]?.text == typed)
  }

  @Test func escapeClosesAndTheValuesStay() {
    var story = ComposeStory()
    story.press(.escape)
    #expect(story.isClosed)
    #expect(story.effects.isEmpty)
    story.fill(.name, "returns")
    story.press(.escape)
    #expect(story.effects == [.keepForm(story.state.values)])
    #expect(story.state.name.text == "returns")
  }

  @Test func valuesComeBackAsTheyWere() throws {
    var story = ComposeStory()
    story.fill(.name, "returns")
    story.choose("unlock workspace")
    story.state.focus = .target
    story.press(.right)
    story.fill(.url, "http://localhost:9/x")
    story.fill(.count, "7")
    story.fill(.rate, "2")
    let data = try JSONEncoder().encode(story.state.values)
    let values = try JSONDecoder().decode(ComposeValues.self, from: data)
    #expect(values == story.state.values)
    #expect(ComposeState(values: values).values == values)
    var again = ComposeStory(values: values)
    again.press(.function(5))
    #expect(again.orders.first?.target == "http://localhost:9/x")
    #expect(again.orders.first?.count == 7)
  }

  @Test func valuesOfAnotherVersionAreReadAsFarAsTheyGo() throws {
    let empty = try JSONDecoder().decode(ComposeValues.self, from: Data("{}".utf8))
    #expect(empty == ComposeValues())
    let odd = #"{"name": "returns", "count": 3, "schema": [{"name": 1}], "kind": "explode planet", "target": "moon", "new": true}"#
    let values = try JSONDecoder().decode(ComposeValues.self, from: Data(odd.utf8))
    #expect(values.name == "returns")
    #expect(values.count == "1")
    var story = ComposeStory(values: values)
    story.press(.function(5))
    #expect(story.orders.count == 1)
  }

  @Test func keysGoThroughEveryFieldAndBackRound() {
    var story = ComposeStory()
    let stops = story.state.stops(in: story.context).flatMap(\.self)
    var visited: [ComposeField] = []
    for _ in stops {
      visited.append(story.state.focus)
      story.press(.tab)
    }
    #expect(visited == stops)
    #expect(story.state.focus == .kind)
    story.press(.backTab)
    #expect(story.state.focus == .close)
    story.press(.down, .down)
    #expect(story.state.focus == .workspace)
  }
}
