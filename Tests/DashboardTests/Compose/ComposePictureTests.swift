import TerminalSurface
import Testing

@testable import Dashboard

@Suite struct ComposePictureTests {
  @Test func theFormFitsTheUsualTerminal() {
    let story = ComposeStory(columns: 80, rows: 20)
    let expected = """
      ─ New event ────────────────────────────────────────────────────────────────────
       What       (•) create dataset  ( ) create view  ( ) update view …
       Workspace  acme
       Collection sales
       Name       orders
       Location   gs://bucket/acme/sales/orders
       Properties owner              = ana                                      + add
       Schema     id                 : int64
                  amount             : decimal128(18, 2)
                  created            : timestamp[us]                            + add
       Timestamp  now
       Target     (•) this dashboard  ( ) another URL  http://127.0.0.1:8080/event
       How        (•) direct   Count 1
       ← → choose, Enter lists all 14
       [ Fire F5 ]  [ Close Esc ]
      ─ To be sent to 127.0.0.1:8080 ─ 397 bytes ─ lines 5-8 of 10, PgUp PgDn ────────
       {"event": {"action": "create", "workspace": "acme", "collection": "sales", "re
       source_type": "dataset", "resource_name": "orders", "timestamp": 1795442600112
       }, "data": {"location": "gs://bucket/acme/sales/orders", "properties": {"owner
       ": "ana"}, "schema": {"fields": [{"name": "id", "type": "int64"}, {"name": "am
      """
    #expect(story.rows.map(trimmed).joined(separator: "\n") == expected)
  }

  @Test func theFormCanBeUsedOnTheSmallestTerminal() {
    var story = ComposeStory(webhookDomain: "router.example.com", columns: 40, rows: 9)
    for _ in 0..<13 { story.press(.tab) }
    story.press(.function(5))
    let expected = """
      ─ leaves for router.example.com ────────
       Location   gs://bucket/acme/sales/ord…▲
       Properties owner  = ana          + add
       Schema     id     : int64
                  amount : decimal128…
                  creat… : …tamp[us]    + add
       Timestamp  now                        ▼
       Send to router.example.com? F5 sends
       [ Fire F5 ]  [ Close Esc ]
      """
    #expect(story.rows.map(trimmed).joined(separator: "\n") == expected)
  }

  @Test func theEndOfALongHostIsAlwaysNamed() {
    var story = ComposeStory(webhookDomain: String(repeating: "long.", count: 12) + "example.com", columns: 40, rows: 9)
    story.press(.function(5))
    #expect(story.rows[0].contains("leaves for …") && story.rows[0].contains("long.example.com "))
    #expect(story.rows[7].contains("long.example.com? F5 sends"))
  }

  @Test func whatHasTheKeyboardAndWhatIsWrongCanBeToldByItsLook() {
    var story = ComposeStory()
    story.fill(.workspace, "")
    let theme = story.context.theme
    #expect(story.surface[2, 12].style == theme.focusedField)
    #expect(story.surface[3, 12].style == theme.field)
    let mark = story.row("Workspace").firstIndex(of: "!").map {
      story.row("Workspace").distance(from: story.row("Workspace").startIndex, to: $0)
    }
    #expect(mark.map { story.surface[2, $0].style } == theme.failure)
  }

  private func trimmed(_ row: String) -> String {
    var row = Substring(row)
    while row.last == " " { row.removeLast() }
    return String(row)
  }
}
