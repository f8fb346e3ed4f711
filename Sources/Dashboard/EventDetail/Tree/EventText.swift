import CatalogEvents
import EventRecords
import TerminalSurface

/// The text of the Event tab: a document, a body that is none, or why there is nothing to show.
enum EventText: SearchableText {
  case document(JSONText)
  case body(BodyText)
  case message(LinesText)

  init(_ capture: Capture, theme: Theme) {
    guard let body = capture.body else {
      let reason = capture.reason.map { ": \($0)" } ?? ""
      let refusal = StyledLine("! refused with \(capture.status), without its body\(reason)", theme.failure)
      self = .message(LinesText([refusal], breaksAtWords: true, theme: theme))
      return
    }
    do {
      let document = try JSONDocument(body)
      let sql = capture.event?.resourceType == .view ? document.root["data"]?["definition"].flatMap(SQLBlock.init) : nil
      var text = JSONText(
        document, sql: sql, notes: EventNotes.byOffset(capture, document), receivedAt: capture.receivedAt, theme: theme)
      text.lines.extend(by: 5_000)
      self = .document(text)
    } catch {
      let heading = body.isEmpty ? "the body is empty" : "not JSON: \(error.description)"
      let verdict = capture.verdict == .rejected ? "rejected with \(capture.status)" : "answered with \(capture.status)"
      self = .body(
        BodyText(
          before: [StyledLine("! \(verdict), \(heading)", theme.failure), StyledLine()], body: body, error: error, isNumbered: true,
          theme: theme))
    }
  }

  private var text: any SearchableText {
    switch self {
    case .document(let text): text
    case .body(let text): text
    case .message(let text): text
    }
  }

  var lineCount: Int { text.lineCount }

  func rows(of line: Int, columns: Int) -> [StyledLine] {
    text.rows(of: line, columns: columns)
  }

  func find(_ search: TextSearch) -> Highlights {
    text.find(search)
  }

  func line(ofMatch index: Int) -> Int? {
    text.line(ofMatch: index)
  }

  var highlights: Highlights {
    get { text.highlights }
    set {
      switch self {
      case .document: edit { $0.highlights = newValue }
      case .body(var text):
        text.highlights = newValue
        self = .body(text)
      case .message(var text):
        text.highlights = newValue
        self = .message(text)
      }
    }
  }

  /// The document, when it is one.
  var document: JSONText? {
    if case .document(let text) = self { text } else { nil }
  }

  /// Changes the document in its place, when it is one.
  mutating func edit(_ change: (inout JSONText) -> Void) {
    guard case .document(var text) = self else { return }
    // The old value is let go first: else the lines would be copied before they change.
    self = .message(LinesText([], theme: Theme(usesColor: false)))
    change(&text)
    self = .document(text)
  }

  var isComplete: Bool {
    if case .document(let text) = self { text.isComplete } else { true }
  }

  mutating func extend(by count: Int) {
    guard !isComplete else { return }
    edit { $0.lines.extend(by: count) }
  }
}
