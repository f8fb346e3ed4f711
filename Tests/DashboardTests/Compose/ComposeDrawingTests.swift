import CatalogEvents
import EventRecords
import Foundation
import TerminalSurface
import Testing

@testable import Dashboard

@Suite struct ComposeDrawingTests {
  @Test func thePreviewShowsTheExactBytes() {
    for (columns, rows) in [(100, 45), (120, 40), (160, 45), (200, 60)] {
      var story = ComposeStory(columns: columns, rows: rows)
      story.fill(.name, "Zoë 😀 \u{7F}")
      story.fill(.timestamp, "1700000000000")
      story.press(.function(5))
      let body = story.orders.first.map { String(decoding: $0.draft.body(at: story.context.now), as: UTF8.self) } ?? ""
      let divider = ComposeLayout(Rect(story.context.size), lineCount: 11, hasArea: false).form.endColumn
      let surface = story.surface
      let lines = (0..<rows).map { row in
        (divider + 2..<columns - 1).map { surface[row, $0].text }.joined()
      }
      let start = lines.firstIndex { $0.hasPrefix("{\"event\"") } ?? 0
      let shown = lines[start...].joined()
      #expect(shown.hasPrefix(body))
      #expect(lines[0].contains(" \(body.utf8.count) bytes "))
      #expect(lines.contains { $0.hasPrefix("Content-Length: \(body.utf8.count) ") })
    }
  }

  @Test func whereThereIsLittleRoomThePreviewScrolls() {
    var story = ComposeStory()
    #expect(!story.screen.contains("POST /event HTTP/1.1"))
    #expect(story.screen.contains("{\"event\": {\"action\": \"create\""))
    story.press(.pageUp)
    #expect(story.screen.contains("POST /event HTTP/1.1   Host: 127.0.0.1:8080"))
    story.press(.pageUp, .pageUp, .pageDown, .pageDown, .pageDown)
    #expect(story.screen.contains("]}}}"))
    story.press(.pageUp)
    #expect(story.screen.contains("POST /event HTTP/1.1"))
  }

  @Test func theOutcomeIsToldAtOnce() {
    var story = ComposeStory()
    story.press(.function(5))
    #expect(story.screen.contains("… 14:03:20  sending…"))
    var delivery = Delivery(
      id: 3, createdAt: story.context.now, target: "http://127.0.0.1:8080/event", label: "create dataset acme/sales.orders", headers: [],
      body: [], state: .delivered,
      attempts: [
        Attempt(
          startedAt: story.context.now, duration: .milliseconds(12),
          outcome: .answered(Answer(status: 200, headers: [], body: Array(#"{"status":"ok"}"#.utf8), isTruncated: false)))
      ])
    story.state.update(SendProgress(order: 1, total: 1, deliveredCount: 1, failedCount: 0, newest: delivery, isEnded: true))
    #expect(story.screen.contains(#"✓ 14:03:20  200 in 12 ms {"status":"ok"}"#))
    story.press(.function(5))
    delivery.state = .failed
    delivery.attempts[0].outcome = .failed(reason: "connection refused by 127.0.0.1:9")
    story.state.update(SendProgress(order: 2, total: 1, deliveredCount: 0, failedCount: 1, newest: delivery, isEnded: true))
    #expect(story.screen.contains("✗ 14:03:20  connection refused by 127.0.0.1:9"))
    story.press(.tab)
    #expect(story.screen.contains("[ Close Esc ]  ✗ 14:03:20  connection refused by 127.0.0.1:9"))
  }

  @Test func manySendsAreCounted() {
    var story = ComposeStory(columns: 160, rows: 45)
    story.fill(.count, "500")
    story.press(.function(5))
    story.state.update(SendProgress(order: 1, total: 500, deliveredCount: 135, failedCount: 2, newest: nil, isEnded: false))
    #expect(story.screen.contains("137 of 500, 2 failed  (Ctrl-X cancels)"))
    story.state.update(SendProgress(order: 1, total: 500, deliveredCount: 140, failedCount: 2, newest: nil, isEnded: true))
    #expect(story.screen.contains("142 of 500 sent, then cancelled, 2 failed"))
    story.state.update(SendProgress(order: 99, total: 1, deliveredCount: 1, failedCount: 0, newest: nil, isEnded: true))
    #expect(story.state.orders.count == 1)
  }

  @Test func theFieldWithTheKeyboardIsAlwaysInView() {
    for (columns, rows) in [(160, 45), (120, 40), (80, 24), (60, 16), (40, 10), (20, 6)] {
      for kind in ["create dataset", "create view", "rename dataset", "lock workspace"] {
        var story = ComposeStory(columns: columns, rows: rows)
        story.choose(kind)
        for _ in story.state.stops(in: story.context).flatMap(\.self) {
          story.press(.tab)
          if story.state.focus.shape != nil { #expect(story.surface.cursor != nil, "\(columns)x\(rows) \(kind) \(story.state.focus)") }
        }
      }
    }
  }

  @Test func wideTextScrollsWithTheCursor() {
    var story = ComposeStory()
    story.fill(.name, String(repeating: "表", count: 60) + "end")
    #expect(story.row("Name").contains("…表"))
    #expect(story.row("Name").contains("end"))
    #expect(story.surface.cursor?.column ?? 0 < 80)
    story.press(.home)
    #expect(story.row("Name").hasPrefix(" Name       表表"))
    #expect(story.surface.cursor == Surface.Position(row: 4, column: 12))
  }

  @Test func noKeysAndNoSizeCanBreakTheForm() {
    let keys: [Key] = [
      .character("a"), .character(" "), .character("\u{301}"), .character("表"), .character("{"), .enter, .escape, .tab, .backTab,
      .backspace,
      .delete, .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .function(5), .control("n"), .control("d"), .control("u"),
      .control("w"), .control("x"), .control("f"), .insert,
    ]
    var random = SplitMix(seed: 7)
    for round in 0..<6 {
      var story = ComposeStory(ownTarget: round % 3 == 0 ? nil : "http://127.0.0.1:1/", webhookDomain: round % 2 == 0 ? "a.example" : nil)
      for _ in 0..<150 {
        if Int.random(in: 0..<20, using: &random) == 0 {
          story.paste("x\r\ny\u{1B}")
        } else {
          story.press(keys[Int.random(in: keys.indices, using: &random)])
        }
        story.context.size = Size(columns: Int.random(in: 0...170, using: &random), rows: Int.random(in: 0...50, using: &random))
        story.context.ownTarget = Int.random(in: 0..<3, using: &random) == 0 ? nil : "http://127.0.0.1:1/"
        let surface = story.surface
        if let cursor = surface.cursor, !Rect(surface.size).isEmpty {
          #expect((0..<surface.size.rows).contains(cursor.row) && (0..<surface.size.columns).contains(cursor.column))
        }
      }
      for order in story.orders { #expect(!order.draft.body(at: story.context.now).isEmpty) }
    }
  }
}

/// Random numbers that are the same at every run.
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
