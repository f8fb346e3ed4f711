import CatalogEvents
import EventRecords
import Foundation
import TerminalSurface
import Testing

@testable import Dashboard

/// Deliveries as the store has them, and a view of them.
struct DeliveriesStory {
  var state = DeliveriesState()
  var stored: [Delivery] = []
  var size: Size
  /// Questions that were not answered yet.
  var questions: [DeliveryPageRequest] = []
  var answersAtOnce = true
  var openOrderCount = 0

  init(count: Int = 0, columns: Int = 80, rows: Int = 20) {
    size = Size(columns: columns, rows: rows)
    for _ in 0..<count { store() }
    ask(state.activate(size: size))
  }

  mutating func store(_ delivery: Delivery? = nil) {
    var delivery = delivery ?? Self.delivery()
    delivery.id = Int64(stored.count + 1)
    stored.append(delivery)
  }

  /// Another delivery is committed.
  mutating func add(_ delivery: Delivery? = nil) {
    store(delivery)
    ask(state.storeChanged())
  }

  mutating func press(_ commands: Command...) {
    for command in commands { ask(state.update(command)) }
  }

  mutating func resize(columns: Int, rows: Int) {
    size = Size(columns: columns, rows: rows)
    ask(state.resize(to: size))
  }

  mutating func ask(_ effects: [Effect]) {
    for case .loadDeliveries(let request) in effects { questions.append(request) }
    while answersAtOnce, !questions.isEmpty { answer() }
  }

  mutating func answer() {
    guard !questions.isEmpty else { return }
    ask(state.update(page(questions.removeFirst())))
  }

  func page(_ request: DeliveryPageRequest) -> DeliveryPage {
    var range = 0..<stored.count
    switch request.position {
    case .newest: range = max(0, stored.count - request.limit)..<stored.count
    case .oldest: range = 0..<min(stored.count, request.limit)
    case .around(let id):
      let start = max(0, min(Int(id) - request.limit / 2, stored.count - request.limit))
      range = start..<min(stored.count, start + request.limit)
    case .before, .after: break
    }
    return DeliveryPage(
      rows: Array(stored[range]), countBefore: range.lowerBound, countAfter: stored.count - range.upperBound, generation: request.generation
    )
  }

  var surface: Surface {
    var surface = Surface(size: size)
    state.draw(
      on: &surface, in: Rect(size), theme: Theme(usesColor: true), clock: ClockFormat(timeZone: .gmt), openOrderCount: openOrderCount)
    return surface
  }

  var screen: String {
    let surface = surface
    return (0..<size.rows).map { surface.text(row: $0) }.joined(separator: "\n")
  }

  /// The row of the screen on which the selected delivery stands.
  var selectedRow: Int? {
    let surface = surface
    return (0..<size.rows).first { surface.text(row: $0).hasPrefix("▶") }
  }

  static func delivery(
    state: Delivery.State = .delivered, outcome: Attempt.Outcome? = nil, target: String = "http://127.0.0.1:8080/event"
  ) -> Delivery {
    let start = Timestamp(milliseconds: 1_795_442_600_112)
    let answer = Answer(
      status: 200, headers: [HeaderField("Content-Type", "application/json")], body: Array(#"{"status":"ok"}"#.utf8), isTruncated: false)
    return Delivery(
      createdAt: start, target: target, label: "create dataset acme/sales.orders", headers: [HeaderField("Host", "127.0.0.1:8080")],
      body: Array(#"{"event": {}}"#.utf8), state: state,
      attempts: [Attempt(startedAt: start, duration: .milliseconds(12), outcome: outcome ?? .answered(answer))])
  }
}

@Suite struct DeliveriesTests {
  @Test func anEmptyListSaysWhatToDo() {
    let story = DeliveriesStory()
    #expect(story.screen.contains("Nothing was sent yet."))
    #expect(story.screen.contains("c composes an event"))
  }

  @Test func eachDeliveryIsARowAndTheNewestIsFollowed() {
    var story = DeliveriesStory(count: 3)
    #expect(story.screen.contains("▶   3  14:03:20  + acme/sales.orders"))
    #expect(story.screen.contains("✓ 200"))
    #expect(story.screen.contains("12 ms"))
    story.add(DeliveriesStory.delivery(state: .failed, outcome: .failed(reason: "connection refused by 127.0.0.1:9")))
    #expect(story.state.selectedID == 4)
    #expect(story.screen.contains("✗ failed"))
    #expect(story.screen.contains("✗ connection refused by 127.0.0.1:9"))
    #expect(story.screen.contains("4 of 4 ─ FOLLOW"))
  }

  @Test func theSelectedRowStaysWhereItIsWhateverArrives() {
    for columns in [80, 160] {
      var story = DeliveriesStory(count: 50, columns: columns)
      story.press(.moveUp, .moveUp)
      let row = story.selectedRow
      #expect(row != nil)
      #expect(story.state.selectedID == 48)
      for _ in 0..<30 { story.add() }
      #expect(story.state.selectedID == 48)
      #expect(story.selectedRow == row)
      #expect(story.screen.contains("FOLLOW off, 32 below"))
      story.press(.moveToEnd)
      #expect(story.state.selectedID == 80)
      #expect(story.screen.contains("80 of 80 ─ FOLLOW ─"))
    }
  }

  @Test func theSelectedRowStaysInViewAndTheListFullAtEverySize() {
    var story = DeliveriesStory(count: 900)
    for _ in 0..<30 { story.press(.pageUp) }
    let id = story.state.selectedID
    for (columns, rows) in [(80, 40), (160, 200), (40, 7), (120, 60), (80, 20)] {
      story.resize(columns: columns, rows: rows)
      #expect(story.state.selectedID == id)
      #expect(story.selectedRow != nil)
      let listed = story.screen.split(separator: "\n").filter { $0.contains("acme/sales.orders  ") || $0.contains("orders ") }
      #expect(listed.count >= DeliveriesLayout(Rect(story.size)).list.rows)
    }
  }

  @Test func oneMoveMovesTheMarkByOneRow() {
    var story = DeliveriesStory(count: 100)
    story.press(.moveToStart)
    #expect(story.state.selectedID == 1)
    #expect(story.selectedRow == 2)
    story.press(.moveDown)
    #expect(story.selectedRow == 3)
    story.press(.moveUp, .moveUp)
    #expect(story.selectedRow == 2)
  }

  @Test func everyRowOfALongListCanBeReached() {
    var story = DeliveriesStory(count: 500)
    for id in stride(from: Int64(500), to: 0, by: -1) {
      #expect(story.state.selectedID == id)
      #expect(story.selectedRow != nil)
      story.press(.moveUp)
    }
    story.press(.moveToEnd, .moveToStart)
    #expect(story.state.selectedID == 1)
    for _ in 0..<200 { story.press(.pageDown) }
    #expect(story.state.selectedID == 500)
  }

  @Test func oneQuestionIsUnderWayAndAnOldAnswerIsDropped() {
    var story = DeliveriesStory(count: 3)
    story.answersAtOnce = false
    for _ in 0..<10 { story.add() }
    #expect(story.questions.count == 1)
    story.answer()
    #expect(story.questions.count == 1, "what changed meanwhile is asked for once")
    let old = story.page(story.questions[0])
    story.press(.moveToStart, .moveToEnd)
    let effects = story.state.update(old)
    #expect(effects.isEmpty)
    story.answersAtOnce = true
    story.ask([])
    #expect(story.state.selectedID == 13)
    #expect(story.state.storeChanged().count == 1)
  }

  @Test func theDetailTellsTheWholeDelivery() {
    var story = DeliveriesStory(rows: 40)
    let answer = Answer(status: 500, headers: [HeaderField("Server", "x")], body: Array("first\nsecond".utf8), isTruncated: true)
    var delivery = DeliveriesStory.delivery(
      state: .failed, outcome: .failed(reason: "timed out after 10 s"), target: "https://r.example/event")
    delivery.attempts.append(Attempt(startedAt: delivery.createdAt, duration: .seconds(2), outcome: .answered(answer)))
    story.add(delivery)
    story.press(.openDetail)
    #expect(story.state.isDetailOpen)
    for text in [
      "https://r.example/event", "Attempt 1 of 2, 14:03:20.112, 12 ms", "✗ timed out after 10 s", "Attempt 2 of 2, 14:03:20.112, 2.0 s",
      "✗ answered 500", "Server: x", "first", "second", "… cut: the answer goes on, its first 12 bytes were kept", "Request, 13 bytes",
      "Host: 127.0.0.1:8080", #"{"event": {}}"#,
    ] { #expect(story.screen.contains(text), "\(text)") }
    story.add()
    #expect(story.state.selectedID == 1)
    story.press(.back)
    #expect(!story.state.isDetailOpen)
    #expect(story.state.selectedID == 1)
  }

  @Test func aLongDetailScrollsToItsEnd() {
    var delivery = DeliveriesStory.delivery()
    delivery.body = Array((1...500).map { "line \($0)" }.joined(separator: "\n").utf8)
    for columns in [40, 80, 160] {
      var story = DeliveriesStory(columns: columns)
      story.add(delivery)
      story.press(.openDetail, .moveToEnd)
      #expect(story.screen.contains("line 500"))
      story.press(.moveToStart)
      #expect(story.screen.contains("Target"))
    }
  }

  @Test func progressChangesTheRowAtOnce() {
    var story = DeliveriesStory()
    var delivery = DeliveriesStory.delivery(state: .sending)
    delivery.attempts = []
    story.add(delivery)
    #expect(story.screen.contains("sending"))
    story.state.update(SendProgress(order: 1, total: 2, deliveredCount: 0, failedCount: 0, newest: story.stored[0], isEnded: false))
    story.openOrderCount = 1
    #expect(story.screen.contains("1 under way"))
    var done = DeliveriesStory.delivery()
    done.id = 1
    story.state.update(SendProgress(order: 1, total: 2, deliveredCount: 2, failedCount: 0, newest: done, isEnded: true))
    story.openOrderCount = 0
    #expect(!story.screen.contains("under way"))
    #expect(story.screen.contains("✓ 200"))
  }

  @Test func hostileAnswersAndEverySizeAreDrawn() {
    var delivery = DeliveriesStory.delivery(outcome: .failed(reason: "\u{1B}[2J\u{202E}x"))
    delivery.label = "create dataset a\u{7}/表.\r\n"
    delivery.body = [0xFF, 0x00, 0x1B]
    delivery.attempts[0].duration = .seconds(-5)
    for columns in stride(from: 0, through: 170, by: 17) {
      for rows in stride(from: 0, through: 50, by: 7) {
        var story = DeliveriesStory(columns: columns, rows: rows)
        story.add(delivery)
        #expect(!story.screen.contains("\u{1B}"))
        story.press(.openDetail, .pageDown, .halfPageDown, .moveUp)
        #expect(!story.screen.contains("\u{1B}"))
        story.press(.back, .pageUp, .pageDown, .moveToStart, .moveToEnd)
      }
    }
  }

  @Test func whatWasSentCanBeToldWhereThereIsLittleRoom() {
    let wide = DeliveriesStory(count: 1, columns: 200)
    #expect(wide.screen.contains("create dataset acme/sales.orders  "))
    let usual = DeliveriesStory(count: 1)
    #expect(usual.screen.contains("+ acme/sales.orders"))
    let narrow = DeliveriesStory(count: 1, columns: 40, rows: 7)
    #expect(narrow.screen.contains("+ acme/sales.orders"))
  }
}
